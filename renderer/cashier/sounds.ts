import type { DeskState } from '../stores/desk-store.ts';
import type { SoundName } from '../ui/sound.ts';

function ticketOf({ customer }: DeskState) {
  return customer.kind === 'waiting' ? null : customer.ticket;
}

function isNews<Kind extends string>(now: { kind: Kind }, before: { kind: Kind }): boolean {
  return now !== before && now.kind !== before.kind;
}

/** A change of the account: done, not done, or something for the operator. */
function soundOfChange(now: DeskState, before: DeskState): SoundName | null {
  const changes = [
    [now.payments.change, before.payments.change],
    [now.describing.change, before.describing.change],
  ] as const;
  for (const [change, last] of changes) {
    if (isNews(change, last) && change.kind === 'settled') {
      return change.outcome.kind === 'done' ? 'yes' : 'trouble';
    }
    if (isNews(change, last) && change.kind === 'refused') {
      return change.error.kind === 'input' ? 'no' : 'trouble';
    }
  }
  return null;
}

/** The sound that a change of the desk makes; null for a silent one. Each has its sign on the screen. */
export function soundOf(now: DeskState, before: DeskState): SoundName | null {
  if (now.notice !== null && now.notice !== before.notice) {
    return 'no';
  }
  if (isNews(now.question, before.question)) {
    if (now.question.kind === 'answered') {
      return now.question.isSufficient ? 'yes' : 'no';
    }
    if (now.question.kind === 'failed') {
      return 'trouble';
    }
  }
  const change = soundOfChange(now, before);
  if (change !== null) {
    return change;
  }
  if (isNews(now.print, before.print)) {
    switch (now.print.kind) {
      case 'printed':
        return now.print.by === 'printer' ? 'paper' : 'yes';
      case 'not-printed':
      case 'unknown':
      case 'failed':
        return 'trouble';
    }
  }
  if (isNews(now.customer, before.customer) || ticketOf(now) !== ticketOf(before)) {
    switch (now.customer.kind) {
      case 'identifying':
        return 'scan';
      case 'rejected':
        return 'no';
      case 'failed':
        return now.customer.error.code === 'wallet.not-found' ? 'no' : 'trouble';
    }
  }
  return null;
}
