import { Toolbar } from 'react-aria-components';
import {
  type AnswerFault,
  answerErrorNames,
  answerFaultNames,
  type TrainingFault,
  trainingFaultNames,
} from '../stores/training-store.ts';
import { returnFocusAfterClick } from '../ui/desk-focus.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { useTraining, useTrainingStore } from './use-training.ts';

const faultIcons: Readonly<Record<TrainingFault, IconName>> = {
  'paper-out': 'paper-roll',
  'cover-open': 'alert',
  'printer-off': 'unplugged',
  'printer-silent': 'printer-off',
  'printer-in-use': 'printer',
  'network-cut': 'globe-off',
  'slow-3s': 'slow',
  'service-error': 'service-off',
};

const none: readonly never[] = [];

/** What can go wrong in the training room, switched on and off. */
export function Faults() {
  const texts = useTexts();
  return (
    <section className="faults-in">
      <div className="faults-hd">
        <h3>
          <Icon name="faults" />
          {texts.t('dock/faults')}
        </h3>
        <AnswerFaultChoice />
      </div>
      <Toolbar className="faults" aria-label={texts.t('dock/faults')}>
        {trainingFaultNames.map((fault) => (
          <Fault key={fault} fault={fault} />
        ))}
      </Toolbar>
    </section>
  );
}

/** The whole of a choice: the closed list has no room for the longer ones. */
function titleOf(fault: AnswerFault['fault'], texts: Texts): string {
  const name = answerFaultNames.find((known) => known === fault);
  return name === undefined ? fault : texts.t(`dock/answerFault/${name}`);
}

/** Spoils what the service answers: how, and to which operation. */
function AnswerFaultChoice() {
  const texts = useTexts();
  const store = useTrainingStore();
  const current = useTraining((state) => state.room?.answerFault ?? null);
  const operations = useTraining((state) => state.room?.operations ?? none);
  return (
    <>
      <select
        aria-label={texts.t('dock/answers')}
        data-testid="dock-answer-fault"
        data-on={current === null ? undefined : ''}
        title={current === null ? undefined : titleOf(current.fault, texts)}
        value={current?.fault ?? ''}
        onChange={(event) => {
          const fault = [...answerFaultNames, ...answerErrorNames].find((name) => name === event.target.value);
          const operation = current?.operation ?? null;
          void store.getState().setAnswerFault(fault === undefined ? null : { fault, operation });
        }}
      >
        <option value="">{texts.t('dock/answerFault/none')}</option>
        {answerFaultNames.map((name) => (
          <option key={name} value={name}>
            {texts.t(`dock/answerFault/${name}`)}
          </option>
        ))}
        <optgroup label={texts.t('dock/answerErrors')}>
          {answerErrorNames.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
      <select
        aria-label={texts.t('dock/operation')}
        data-testid="dock-answer-operation"
        disabled={current === null}
        title={current?.operation ?? undefined}
        value={current?.operation ?? ''}
        onChange={(event) => {
          if (current !== null) {
            void store.getState().setAnswerFault({ ...current, operation: event.target.value || null });
          }
        }}
      >
        <option value="">{texts.t('dock/everyOperation')}</option>
        {operations.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

function Fault({ fault }: { readonly fault: TrainingFault }) {
  const texts = useTexts();
  const store = useTrainingStore();
  const on = useTraining((state) => state.room?.faults.includes(fault) ?? false);
  return (
    <button
      type="button"
      className="fault"
      aria-pressed={on}
      data-testid={`dock-fault-${fault}`}
      onClick={(event) => {
        returnFocusAfterClick(event);
        void store.getState().setFault(fault, !on);
      }}
    >
      <Icon name={faultIcons[fault]} />
      <span>{texts.t(`dock/fault/${fault}`)}</span>
    </button>
  );
}
