import type { KioskExit } from '../stores/kiosk-exit-slice.ts';
import { pinProblem } from '../ui/pin-problem.ts';
import { type Choice, type Scene, type Script, waitScript } from './script.ts';

const backChoice = ({ state, texts }: Scene): Choice => ({
  id: 'to-customers',
  label: texts.t('kiosk/exit/back'),
  icon: 'back',
  isQuiet: true,
  run: state.closeExit,
});

function pinScript(scene: Scene, exit: Extract<KioskExit, { kind: 'pin' }>): Script {
  const { state, texts } = scene;
  const wrong = exit.error === null ? null : pinProblem(exit.error, texts);
  return {
    key: `exit pin ${exit.name} ${wrong ?? ''}`,
    heading: texts.t('lock/pinOf', { name: exit.name }),
    lines: [...(wrong === null ? [] : [wrong]), `${texts.plural('signsTyped', exit.signs)}.`],
    choices: [
      { id: 'prove', label: texts.t('lock/unlock'), icon: 'lock', isNext: true, run: () => void state.submitPin() },
      backChoice(scene),
    ],
    back: state.closeExit,
    typing: 'pin',
  };
}

/** A technician's way out: who, the PIN, and then what. */
export function exitScript(scene: Scene, exit: Exclude<KioskExit, { kind: 'closed' }>): Script {
  const { state, texts } = scene;
  const base = { heading: texts.t('kiosk/exit/title'), back: state.closeExit, typing: null };
  switch (exit.kind) {
    case 'opening':
    case 'leaving':
      return waitScript(`exit ${exit.kind}`, texts.t('kiosk/exit/title'), texts.t('kiosk/exit/wait'));
    case 'choosing':
      return {
        ...base,
        key: 'exit choosing',
        lines: [texts.t(exit.people.length === 0 ? 'kiosk/exit/nobody' : 'kiosk/exit/choose')],
        choices: [
          ...exit.people.map((name, index) => ({
            id: `technician-${index}`,
            label: name,
            icon: 'person-check' as const,
            run: () => state.chooseTechnician(name),
          })),
          backChoice(scene),
        ],
      };
    case 'pin':
      return pinScript(scene, exit);
    case 'proven':
      return {
        ...base,
        key: 'exit proven',
        lines: [texts.t('kiosk/exit/proven', { name: exit.name }), texts.t('kiosk/exit/stopSay')],
        choices: [
          {
            id: 'leave',
            label: texts.t('kiosk/exit/stop'),
            icon: 'door',
            isNext: true,
            run: () => void state.leaveKiosk(),
          },
          backChoice(scene),
        ],
      };
  }
}
