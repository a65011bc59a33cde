/** What a thrown value may say in the log: its type and the place, not its message, which can hold data. */
export interface DescribedFault {
  readonly name: string;
  readonly at: readonly string[];
}

const mostFrames = 5;

export function describeFault(fault: unknown): DescribedFault {
  if (!(fault instanceof Error)) {
    return { name: typeof fault, at: [] };
  }
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: fault.name, at: frames.slice(0, mostFrames).map(withoutFolders) };
}

/** `at Desk.read (desk.js:10:5)`: which folder of this machine the file lies in is nobody's concern. */
function withoutFolders(line: string): string {
  const [, caller, place = ''] = /^\s+at (?:(.+) \()?(.*?)\)?$/.exec(line) ?? [];
  const file = place.startsWith('node:') ? place : (place.split(/[\\/]/).at(-1) ?? '');
  return caller === undefined ? `at (${file})` : `at ${caller} (${file})`;
}
