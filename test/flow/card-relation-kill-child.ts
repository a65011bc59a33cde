// One till that is going to be killed while a card is being related. It says on standard output how far it has come.
import { writeSync } from 'node:fs';
import type { WalletApi } from '../../electron/wallet-api/wallet-api.ts';
import { type CardKillTask, openTill, session, typedCard } from './card-relation-till.ts';

const say = (word: string): void => void writeSync(1, `${word}\n`);
/** Only the kill ends this process. */
const stay = () => new Promise<never>(() => setInterval(() => {}, 60_000));

/** The way to the service, held at its beginning: the change is written down, and nothing goes out. */
function held(api: WalletApi): WalletApi {
  return Object.assign(Object.create(api) as WalletApi, {
    call(...given: Parameters<WalletApi['call']>) {
      if (given[0].effect === 'read') {
        return api.call(...given);
      }
      say('held');
      return stay();
    },
  });
}

const task = JSON.parse(process.argv[2] ?? '') as CardKillTask;
const { cards } = openTill(task, task.moment === 'before-it-is-sent' ? held : undefined);
await cards.relate(session, typedCard);
say('answered');
await stay();
