import type { accountCalls } from '../../shared/contract/account.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import type { AccountDesk, DescriptionChange } from '../services/account-desk.ts';
import type { StationWatch } from '../services/station-watch.ts';
import {
  presentFavourite,
  presentFound,
  presentOutcome,
  presentPage,
  presentPayment,
  presentReservation,
  presentStatement,
} from './present-account.ts';
import type { Handlers } from './register-calls.ts';

function shown<T, V>(answer: Result<T>, present: (value: T) => V): Result<V> {
  return answer.ok ? ok(present(answer.value)) : answer;
}

const presentDescription = ({ outcome, description }: DescriptionChange) => ({
  outcome: presentOutcome(outcome),
  description,
});

/** What each call on the served customer's account does: translate, ask the service, mask. */
export function createAccountHandlers(
  account: AccountDesk,
  watch: Pick<StationWatch, 'checkPrinter'>,
): Handlers<typeof accountCalls> {
  return {
    'account/read-statements': async ({ session, query, offset }) => {
      const { currencies, direction, text, from, to } = query;
      const wanted = {
        from,
        ...(currencies.length === 0 ? {} : { currency: currencies }),
        ...(direction === null ? {} : { direction }),
        ...(text === null ? {} : { text }),
        ...(to === null ? {} : { to }),
      };
      return shown(await account.readStatements(session, wanted, offset), (page) => ({
        ...presentPage(page, presentStatement),
        to: page.to,
      }));
    },
    'account/print-statements': async ({ session, ...choice }) => {
      const outcome = await account.printStatements(session, choice);
      void watch.checkPrinter();
      return outcome;
    },
    'account/read-reservations': async ({ session }) =>
      shown(await account.readReservations(session), (page) => presentPage(page, presentReservation)),
    'account/read-payments': async ({ session, direction, offset }) =>
      shown(await account.readPayments(session, direction, offset), (page) => presentPage(page, presentPayment)),
    'account/cancel-payment': async ({ session, paymentId }) =>
      shown(await account.cancelPayment(session, paymentId), presentOutcome),
    'account/accept-payment': async ({ session, paymentId, password }) =>
      shown(await account.acceptPayment(session, paymentId, password), presentOutcome),
    'account/look-up-payment': async ({ session, paymentId }) =>
      shown(await account.lookUpPayment(session, paymentId), presentOutcome),
    'account/read-favourites': async ({ session, offset }) =>
      shown(await account.readFavourites(session, offset), (page) => presentPage(page, presentFavourite)),
    'account/set-description': async ({ session, description }) =>
      shown(await account.setDescription(session, description), presentDescription),
    'account/look-up-description': async ({ session, description }) =>
      shown(await account.lookUpDescription(session, description), presentDescription),
    'account/reveal': ({ session, subject }) =>
      shown(account.reveal(session, subject), (data) => ({ ...data, ibans: [...data.ibans] })),
    'account/search': async (sought) =>
      shown(await account.search(sought), (found) => ({ found: found.map(presentFound) })),
  };
}
