// The last line of CI: what all its runners said, in one. A runner that left nothing behind has failed.
// `node build/sum.ts tests hardware`
import { readOutcome } from './outcome-file.ts';
import { summaryLine, sumOf } from './test-results.ts';

const sum = sumOf(process.argv.slice(2).map((runner) => readOutcome(runner)));
for (const skipped of sum.skipped) console.log(`skipped: ${skipped}`);
console.log(summaryLine(sum));
process.exit(sum.failed === 0 ? 0 : 1);
