import type { SessionId } from '../../shared/domain/ids.ts';
import type { DeskState } from './desk-state.ts';

/** The answer to a change of this customer is lost: what was being sent is being looked up from now on. */
export function takeSettling(state: DeskState, session: SessionId): DeskState | Partial<DeskState> {
  const { customer, payments, describing } = state;
  if (customer.kind !== 'identified' || customer.session !== session) {
    return state;
  }
  if (payments.change.kind === 'sending') {
    return { payments: { ...payments, change: { ...payments.change, kind: 'checking' } } };
  }
  return describing.change.kind === 'sending'
    ? { describing: { ...describing, change: { ...describing.change, kind: 'checking' } } }
    : state;
}
