import { decimalOfCents, formatDecimal } from '../../shared/domain/money.ts';
import type { DisplayView } from '../stores/display-store.ts';
import { NoSign, YesSign } from '../ui/drawings.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

type Shown = Extract<DisplayView, { kind: 'asking' | 'answered' }>;

/** Signs of an amount that stand beside its currency at the full size, and at the one below. */
const mostSigns = { full: 8, less: 11 } as const;

function sizeOf(text: string): 'full' | 'less' | 'least' {
  return text.length <= mostSigns.full ? 'full' : text.length <= mostSigns.less ? 'less' : 'least';
}

/** Yes is a light field with a dark round sign, no a dark one with an eight-sided sign: both survive without hue. */
export function AmountScreen({ view }: { readonly view: Shown }) {
  const texts = useTexts();
  const amount = formatDecimal(decimalOfCents(view.amount.cents), texts.locale);
  const answer = view.kind === 'asking' ? null : view.isSufficient ? 'yes' : 'no';
  return (
    <main className="cd-main cd-amount" data-testid={`display-${view.kind}`} data-answer={answer ?? undefined}>
      <div role="status">
        <p className="cd-lead">{texts.t('display/amount')}</p>
        <h1 className="cd-figure" data-size={sizeOf(amount)}>
          {amount}
          <span>{`\u00a0${view.amount.currency}`}</span>
        </h1>
        {answer === null ? <Asking /> : <Answer answer={answer} />}
      </div>
    </main>
  );
}

function Asking() {
  const texts = useTexts();
  return (
    <div className="cd-answer">
      <div className="cd-sign" data-kind="work">
        <Icon name="working" />
      </div>
      <p className="cd-say">{texts.t('display/asking')}</p>
    </div>
  );
}

function Answer({ answer }: { readonly answer: 'yes' | 'no' }) {
  const texts = useTexts();
  return (
    <div className="cd-answer">
      <div className="cd-answer-sign">{answer === 'yes' ? <YesSign /> : <NoSign />}</div>
      <div>
        <p className="cd-word">{texts.t(`display/answer/${answer}`)}</p>
        <p className="cd-say">{texts.t(answer === 'yes' ? 'display/answer/enough' : 'display/answer/notEnough')}</p>
      </div>
    </div>
  );
}
