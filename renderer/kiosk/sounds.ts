import type { KioskCard } from '../stores/kiosk-card-flow.ts';
import type { KioskState } from '../stores/kiosk-store.ts';
import type { SoundName } from '../ui/sound.ts';

/** The sound that a change of the kiosk makes; null for a silent one. Each has its sign and its words on the screen. */
export function soundOf(now: KioskState, before: KioskState): SoundName | null {
  if (now.served === before.served) {
    return null;
  }
  switch (now.served.kind) {
    case 'identifying':
      return 'scan';
    case 'rejected':
      return 'no';
    case 'failed':
      return now.served.error.code === 'wallet.not-found' ? 'no' : 'trouble';
    case 'served':
      return taskSound(now.served.task, before.served.kind === 'served' ? before.served.task : null);
    default:
      return null;
  }
}

type Task = Extract<KioskState['served'], { kind: 'served' }>['task'];

function cardSound(card: KioskCard, before: Task | null): SoundName | null {
  if (before?.kind === 'card' && before.card.kind === card.kind) {
    return null;
  }
  switch (card.kind) {
    case 'chosen':
      return 'scan';
    case 'presenting':
      return card.error === null ? null : 'no';
    case 'refused':
      return card.error.kind === 'refused' ? 'no' : 'trouble';
    case 'code':
      return card.error === null ? null : card.error.code === 'card.invalid-code' ? 'no' : 'trouble';
    case 'code-wait':
      return 'no';
    case 'unknown':
    case 'unclear':
      return 'trouble';
    case 'done':
      return 'yes';
    default:
      return null;
  }
}

function taskSound(task: Task, before: Task | null): SoundName | null {
  if (task.kind === 'card') {
    return cardSound(task.card, before);
  }
  if (before?.kind === task.kind) {
    return null;
  }
  switch (task.kind) {
    case 'answer':
      return task.isSufficient ? 'yes' : 'no';
    case 'printed':
      return 'paper';
    case 'not-answered':
    case 'not-printed':
    case 'print-unknown':
      return 'trouble';
    default:
      return null;
  }
}
