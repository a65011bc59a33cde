// One till that is going to be killed: changes, prints and reads, one after another, each written down. What it did is
// said on standard output at once, so that whoever killed it knows how far it had come.
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import type { ReceiptPrinter } from '../../electron/devices/receipt-printer/port.ts';
import { nobody, plainDone } from '../../electron/journal/entry.ts';
import type { Journal } from '../../electron/journal/journal.ts';
import { createJournaledTill } from '../../electron/services/journaled-till.ts';

import { readKept } from '../../electron/services/kept-parameters.ts';
import { settleLeftOpen } from '../../electron/services/settle-left-open.ts';
import { performMutation } from '../../electron/services/settle-mutation.ts';
import { readWallet } from '../../electron/wallet-api/endpoints/read-wallet.ts';
import { setDescription } from '../../electron/wallet-api/endpoints/set-description.ts';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import type { KillBreak, KillChildTask } from './journal-kills.ts';
import { openJournalIn } from './journal-on-disk.ts';
import { unhurriedClient } from './unhurried-client.ts';

/** What a till acts on. */
interface Outside {
  readonly api: WalletApi;
  readonly printer: ReceiptPrinter;
}

const say = (line: string): void => void writeSync(1, `${line}\n`);

/** Says of each intent and outcome that it is on the disk, once it is said to be. */
function telling(journal: Journal): Journal {
  return Object.assign(Object.create(journal) as Journal, {
    begin(...given: Parameters<Journal['begin']>) {
      const intent = journal.begin(...given);
      say(intent.ok ? `intent ${intent.value}` : 'refused');
      return intent;
    },
    complete(...given: Parameters<Journal['complete']>) {
      journal.complete(...given);
      say(`outcome ${given[0]}`);
    },
    note: journal.note.bind(journal),
    flush: journal.flush.bind(journal),
    readLeftOpen: journal.readLeftOpen.bind(journal),
    subjectOf: journal.subjectOf.bind(journal),
    walletKeyOf: journal.walletKeyOf.bind(journal),
  });
}

/** A roll of paper that is the other process: what it was told is printed. */
function paperOutside(): ReceiptPrinter {
  return {
    columns: 42,
    readState: async () => ({ kind: 'ready', paperLow: false }),
    watch: () => () => {},
    close: async () => {},
    async print(job) {
      say(`paper ${job.text}`);
      return { kind: 'printed' };
    },
  };
}

/** A journal that writes what was to be done after it was done: what this proof is there to find. */
function afterTheEffect(journal: Journal, { api, printer }: Outside): Outside {
  const enter = (operation: string): void => {
    const intent = journal.begin({ ...nobody, operation, subject: null, wallet: null }, null);
    if (intent.ok) {
      journal.complete(intent.value, plainDone);
    }
  };
  return {
    api: Object.assign(Object.create(api) as typeof api, {
      async call(...given: Parameters<typeof api.call>) {
        const answer = await api.call(...given);
        if (given[0].effect === 'mutation') {
          enter(given[0].name);
        }
        return answer;
      },
    }),
    printer: {
      ...printer,
      async print(...given) {
        const outcome = await printer.print(...given);
        enter('receipt.print');
        return outcome;
      },
    },
  };
}

async function settle(journal: Journal, api: WalletApi, breaking: KillBreak | null): Promise<void> {
  if (breaking === 'send-again') {
    for (const { kept, operation } of journal.readLeftOpen()) {
      const change = kept === null ? null : readKept(operation, kept);
      if (change !== null) {
        await api.call(change.endpoint, change.parameters);
      }
    }
  }
  const { stillOpen } = await settleLeftOpen(journal, api);
  say(`settled ${stillOpen}`);
}

async function doOne(number: number, { api, printer }: Outside): Promise<void> {
  say(`begin ${number}`);
  const kind = number % 3;
  if (kind === 0) {
    await performMutation(api, setDescription, { walletId: 30001 as never, description: `op-${number}-` });
  } else if (kind === 1) {
    const job = { mark: null, header: [], text: String(number), columns: 42 };
    await printer.print(job, { timeoutMs: 1_000 });
  } else {
    await api.call(readWallet, { walletId: 30001 as never });
  }
}

// It will not come to its end, where Node would do this.
flushCompileCache();
const task = JSON.parse(process.argv[2] ?? '') as KillChildTask;
const journal = telling(openJournalIn(task.folder));
const direct = { api: unhurriedClient(task.api), printer: paperOutside() };
const written = createJournaledTill({ journal, actor: () => nobody, monotonic: () => performance.now() });
const journaled: Outside = { api: written.api(direct.api), printer: written.printer(direct.printer) };
const till = task.breaking === 'write-after' ? afterTheEffect(journal, direct) : journaled;
await settle(journal, journaled.api, task.breaking);
for (let number = task.from; number < task.to; number += 1) {
  await doOne(number, till);
}
await direct.api.close();
Object.getPrototypeOf(journal).close();
say('end');
