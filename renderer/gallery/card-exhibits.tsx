import { WalletId } from '../../shared/domain/ids.ts';
import type { CardFlow } from '../stores/card-slice.ts';
import { deskExhibit, usual } from './desk-exhibits.tsx';
import type { Exhibit } from './exhibit.ts';
import { failure } from './samples.ts';

const walletId = WalletId.parse(254789);
const exhibit = (name: string, card: CardFlow, isTraining = false): Exhibit =>
  deskExhibit(`card-${name}`, { ...usual, panel: 'card', card }, isTraining);

const presenting = {
  kind: 'presenting',
  purpose: 'new',
  by: 'card',
  scanned: null,
  issuer: 'paysera',
  isMalformed: false,
  error: null,
} as const;
const code = {
  kind: 'code',
  walletId,
  where: 'desk',
  sending: false,
  unclear: false,
  notArrived: false,
  error: null,
  waitUntil: null,
} as const;

/** Every state of relating a card. */
export const cardExhibits: readonly Exhibit[] = [
  exhibit('choosing', { kind: 'choosing' }),
  exhibit('presenting', presenting),
  exhibit('presenting-in-training', presenting, true),
  exhibit('scanned', {
    ...presenting,
    scanned: { issuer: 'paysera', masked: '•••• 3154', from: 'contactless-reader' },
  }),
  exhibit('malformed', { ...presenting, isMalformed: true }),
  exhibit('already-assigned', { ...presenting, error: failure('card.already-assigned') }),
  exhibit('earlier-not-found', { ...presenting, purpose: 'earlier', error: failure('wallet.not-found') }),
  exhibit('earlier-by-wallet', { ...presenting, purpose: 'earlier', by: 'wallet' }),
  exhibit('other-account', { ...presenting, purpose: 'earlier', by: 'wallet', error: failure('card.other-account') }),
  exhibit('relating', { kind: 'relating', purpose: 'new', settling: false }),
  exhibit('settling', { kind: 'relating', purpose: 'new', settling: true }),
  exhibit('unknown', { kind: 'relation-unknown', looking: false }),
  exhibit('code', code),
  exhibit('code-in-training', code, true),
  exhibit('code-on-display', { ...code, where: 'display' }),
  exhibit('code-on-display-sending', { ...code, where: 'display', sending: true }),
  exhibit('code-on-display-wrong', {
    ...code,
    where: 'display',
    error: failure('card.invalid-code', { attemptsLeft: 2 }),
  }),
  exhibit('code-wrong', { ...code, error: failure('card.invalid-code', { attemptsLeft: 2 }) }),
  exhibit('code-our-wait', {
    ...code,
    error: failure('card.code-wait', { waitMs: 580_000, ours: true }),
    waitUntil: Date.UTC(2026, 10, 24, 12, 36),
  }),
  exhibit('code-not-arrived', { ...code, notArrived: true }),
  deskExhibit('card-choosing-again', {
    ...usual,
    panel: 'card',
    card: { kind: 'choosing' },
    unconfirmed: { walletId },
  }),
  exhibit('code-unclear', { ...code, unclear: true }),
  exhibit('done', { kind: 'done', how: 'confirmed', walletId }),
  exhibit('later', { kind: 'done', how: 'later', walletId }),
];
