import type { Task } from '../stores/kiosk-flows.ts';
import { NoSign, YesSign } from '../ui/drawings.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { amountText } from '../ui/money-text.ts';
import { SoundGlyph } from '../ui/sound-glyph.tsx';
import { Heading, Lines, Slabs } from './parts.tsx';

/** Yes is a light field with a dark round sign, no a dark one with an eight-sided sign: both survive without hue. */
export function AnswerScreen({ task }: { readonly task: Extract<Task, { kind: 'answer' }> }) {
  const texts = useTexts();
  const answer = task.isSufficient ? 'yes' : 'no';
  return (
    <main className="k-answer" data-answer={answer} data-testid="answer">
      <p className="k-sub">{texts.t('kiosk/answer/question', { amount: amountText(task.amount, texts) })}</p>
      <div className="word">
        {task.isSufficient ? <YesSign /> : <NoSign />}
        <Heading className="word-said" />
      </div>
      <div className="say">
        <Lines from={0} count={1} />
      </div>
      <Lines from={1} />
      <SoundGlyph name={answer} caption={texts.t(`sound/${answer}`)} />
      <Slabs />
    </main>
  );
}
