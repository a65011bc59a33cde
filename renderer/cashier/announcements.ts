import type { DeskState } from '../stores/desk-store.ts';
import { isListPanel } from '../stores/flows.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { amountText } from './format.ts';

interface Announcements {
  /** Where the work stands: said when the reader of the screen has a pause. */
  readonly polite: string;
  /** An answer or a trouble: said at once. */
  readonly assertive: string;
}

function listSentence(state: DeskState, texts: Texts): string {
  if (!isListPanel(state.panel)) {
    return '';
  }
  const { list } = state[state.panel];
  switch (list.kind) {
    case 'loading':
      return texts.t('account/list/loading');
    case 'read': {
      const rows = texts.plural('rows', list.rows.length);
      const total = Math.max(list.total, list.rows.length);
      return `${texts.t(`account/${state.panel}/title`)}. ${texts.t('account/list/read', { rows, total })}`;
    }
    default:
      return '';
  }
}

function changeSentence({ payments, panel }: DeskState, texts: Texts): string {
  const { change } = payments;
  if (panel !== 'payments') {
    return '';
  }
  switch (change.kind) {
    case 'consenting':
      return texts.t('account/payments/consent');
    case 'checking':
      return `${texts.t('account/payments/checking')}. ${texts.t('account/payments/checkingSay')}`;
    case 'refused':
      return texts.error(change.error.code).title;
    case 'settled':
      return {
        done: texts.t(`account/payments/done/${change.action}`),
        'not-settled': `${texts.t('account/payments/notSettled')}. ${texts.t('account/payments/notSettledSay')}`,
        unknown: `${texts.t('account/payments/unknown')}. ${texts.t('account/payments/unknownSay')}`,
      }[change.outcome.kind];
    default:
      return '';
  }
}

function cardSentence({ card, panel }: DeskState, texts: Texts): string {
  if (panel !== 'card') {
    return '';
  }
  switch (card.kind) {
    case 'presenting':
      return `${texts.t('card/scansMean')}. ${texts.t('card/customerStays')}.`;
    case 'relating':
      return texts.t(card.settling ? 'card/settling' : card.purpose === 'new' ? 'card/relating' : 'card/looking');
    case 'code':
      return texts.t(card.sending ? 'card/confirming' : card.notArrived ? 'card/notArrivedTitle' : 'card/code');
    default:
      return '';
  }
}

function polite(state: DeskState, texts: Texts): string {
  const { customer, print, question } = state;
  const list = listSentence(state, texts);
  if (state.reveal.kind === 'shown') {
    return texts.t('account/reveal/shown');
  }
  const card = cardSentence(state, texts);
  if (card !== '') {
    return card;
  }
  if (print.kind !== 'printing' && list !== '') {
    return list;
  }
  if (print.kind === 'printing') {
    return `${texts.t('print/printing')}. ${texts.t('print/waiting')}`;
  }
  if (question.kind === 'asking') {
    return texts.t('enough/asking');
  }
  switch (customer.kind) {
    case 'identifying':
      return texts.t('identifying/status');
    case 'identified':
      return customer.balance.kind === 'read'
        ? `${texts.t('customer/status')} ${texts.t('ledger/read')}`
        : texts.t('customer/status');
    default:
      return '';
  }
}

function assertive(state: DeskState, texts: Texts): string {
  const { customer, print, question, notice } = state;
  if (notice !== null) {
    return `${texts.error(notice.error.code).title}. ${texts.t('trouble/rejectedKeeps')}`;
  }
  switch (print.kind) {
    case 'printed':
      return texts.t('print/printed');
    case 'unknown':
      return `${texts.t('print/look')}. ${texts.t('print/lookSay')}`;
    case 'not-printed':
    case 'failed': {
      const error = texts.error(print.error.code);
      return `${error.title}. ${error.what}`;
    }
  }
  const change = changeSentence(state, texts);
  if (change !== '') {
    return change;
  }
  if (question.kind === 'answered') {
    const amount = amountText(question.amount, texts);
    const word = texts.t(question.isSufficient ? 'enough/yes' : 'enough/no');
    return `${word}. ${texts.t(question.isSufficient ? 'enough/enoughSay' : 'enough/notEnoughSay', { amount })}`;
  }
  const failed =
    question.kind === 'failed'
      ? question.error
      : customer.kind === 'failed' || customer.kind === 'rejected'
        ? customer.error
        : null;
  if (failed === null) {
    return '';
  }
  const error = texts.error(failed.code);
  return `${error.title}. ${error.what}`;
}

/** What the screen says aloud now. It follows from the state alone, so it goes when the customer goes. */
export function announcementsOf(state: DeskState, texts: Texts): Announcements {
  return { polite: polite(state, texts), assertive: assertive(state, texts) };
}
