import '../ui/styles/display.css';
import type { DisplayBridge } from '../../shared/contract/display.ts';
import { CodeEntryId } from '../../shared/contract/display.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import { themes } from '../../shared/domain/theme.ts';
import { DevelopmentTag, Display, DisplayBands, DisplayRoom } from '../display/display.tsx';
import { DisplayProvider } from '../display/use-display.ts';
import { createDisplayStore, type DisplayStation, type DisplayView } from '../stores/display-store.ts';
import { TrainingBand } from '../training/training-band.tsx';
import type { Exhibit } from './exhibit.ts';
import { EUR, noon, silentTill } from './samples.ts';

const usual: DisplayStation = {
  mode: 'live',
  testServer: false,
  host: 'electron',
  name: 'Kasa 3',
  locale: 'lt',
  theme: 'light',
};

function showDisplay(locale: Locale, view: DisplayView, station: Partial<DisplayStation>) {
  const store = createDisplayStore({ till: silentTill as unknown as DisplayBridge, now: () => noon });
  store.setState({ station: { ...usual, ...station }, view, locale });
  return (
    <DisplayProvider store={store}>
      <DisplayRoom>
        <Display bands={<DisplayBands training={<TrainingBand tag={<DevelopmentTag />} />} />} />
      </DisplayRoom>
    </DisplayProvider>
  );
}

function exhibit(name: string, view: DisplayView, station: Partial<DisplayStation> = {}): Exhibit {
  return {
    name: `display/${name}`,
    face: 'display',
    sizes: ['1024x600', '1280x800', '1920x1080'],
    themes,
    show: (locale) => showDisplay(locale, view, station),
  };
}

const amount = { cents: 1_250, currency: EUR };
const large = { cents: 99_999_999, currency: EUR };
const code: DisplayView = { kind: 'code', entry: CodeEntryId.parse('entry'), sending: false, problem: null };
const training = { mode: 'training', host: 'chromium-host' } as const;
const testServer = { testServer: true } as const;

/** Every picture that a desk's customer can see. */
export const displayExhibits: readonly Exhibit[] = [
  exhibit('greeting', { kind: 'greeting' }),
  exhibit('greeting-in-training', { kind: 'greeting' }, training),
  exhibit('greeting-test-server', { kind: 'greeting' }, testServer),
  exhibit('paused', { kind: 'paused' }),
  exhibit('reading-card', { kind: 'reading', by: 'card' }),
  exhibit('reading-code', { kind: 'reading', by: 'code' }),
  exhibit('reading-by-the-cashier', { kind: 'reading', by: 'cashier' }),
  exhibit('helping', { kind: 'helping' }),
  exhibit('serving', { kind: 'serving' }),
  exhibit('asking', { kind: 'asking', amount }),
  exhibit('answered-yes', { kind: 'answered', amount, isSufficient: true }),
  exhibit('answered-no', { kind: 'answered', amount, isSufficient: false }),
  exhibit('answered-yes-in-training', { kind: 'answered', amount: large, isSufficient: true }, training),
  exhibit('answered-no-large', { kind: 'answered', amount: large, isSufficient: false }),
  exhibit('printing', { kind: 'printing', slip: 'receipt' }),
  exhibit('printing-statement', { kind: 'printing', slip: 'statement' }),
  exhibit('printed', { kind: 'printed', slip: 'receipt' }),
  exhibit('printed-statement', { kind: 'printed', slip: 'statement' }),
  exhibit('code', code),
  exhibit('code-in-training', code, training),
  exhibit('code-sending', { ...code, sending: true }),
  exhibit('code-wrong', { ...code, problem: { kind: 'wrong', attemptsLeft: 2 } }),
  exhibit('code-wrong-in-training', { ...code, problem: { kind: 'wrong', attemptsLeft: 1 } }, training),
  exhibit('code-wait', { ...code, problem: { kind: 'wait', until: noon + 600_000, ours: true } }),
  exhibit('code-wait-of-the-service', { ...code, problem: { kind: 'wait', until: null, ours: false } }, testServer),
  exhibit('code-trouble', { ...code, problem: { kind: 'trouble' } }),
  exhibit('card-confirmed', { kind: 'card-confirmed' }),
  exhibit('card-later', { kind: 'card-later' }),
  exhibit('goodbye', { kind: 'goodbye' }),
];
