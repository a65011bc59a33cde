import type { DeskState } from '../stores/desk-store.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { amountText } from './format.ts';

export interface Announcements {
  /** Where the work stands: said when the reader of the screen has a pause. */
  readonly polite: string;
  /** An answer or a trouble: said at once. */
  readonly assertive: string;
}

function polite({ customer, print, question }: DeskState, texts: Texts): string {
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

function assertive({ customer, print, question, notice }: DeskState, texts: Texts): string {
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
