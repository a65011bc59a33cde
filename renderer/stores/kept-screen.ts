import type { KeptScreen } from '../../shared/contract/diagnosis.ts';
import type { Bridge } from '../../shared/contract/live.ts';
import type { DeskStore } from './desk-store.ts';

// A page whose process died is brought back by main; where it was, main was told before. Only words of a list are told, so
// that nothing of a customer can come back with it.

interface Openable {
  subscribe(listener: () => void): () => void;
  isOpen(): boolean;
}

interface OpenStore {
  subscribe(listener: () => void): () => void;
  getState(): { readonly isOpen: boolean };
}

export interface Pages {
  readonly desk: DeskStore;
  readonly devices: OpenStore;
  readonly doctor: OpenStore;
  /** The way into live; null where there is none. */
  readonly setup: Openable | null;
}

function screenOf({ desk, devices, doctor, setup }: Pages): KeptScreen {
  const { locale, theme, muted } = desk.getState();
  const page = setup?.isOpen()
    ? 'setup'
    : doctor.getState().isOpen
      ? 'doctor'
      : devices.getState().isOpen
        ? 'devices'
        : 'desk';
  return { page, locale, theme, muted };
}

/** Tells main where the page is, whenever that changes. */
export function keepScreen(till: Pick<Bridge, 'call'>, pages: Pages): void {
  let told = '';
  const tell = (): void => {
    const screen = screenOf(pages);
    const text = JSON.stringify(screen);
    if (text !== told) {
      told = text;
      void till.call('station/keep-screen', screen);
    }
  };
  const { desk, devices, doctor, setup } = pages;
  // The desk changes with every scan; only how it looks and sounds is kept.
  desk.subscribe((now, before) => {
    if (now.locale !== before.locale || now.theme !== before.theme || now.muted !== before.muted) {
      tell();
    }
  });
  for (const store of [devices, doctor, ...(setup === null ? [] : [setup])]) {
    store.subscribe(tell);
  }
  tell();
}

/** Brings the page back to where the one before it died; does nothing on a first page. */
export async function comeBack(
  till: Pick<Bridge, 'call'>,
  { desk }: Pick<Pages, 'desk'>,
  open: Readonly<Record<Exclude<KeptScreen['page'], 'desk'>, () => void>>,
): Promise<void> {
  const answer = await till.call('station/read-screen', {});
  const screen = answer.ok ? answer.value.screen : null;
  if (screen === null) {
    return;
  }
  const { locale, theme, muted, page } = screen;
  desk.setState({ locale, theme, muted });
  if (page !== 'desk') {
    open[page]();
  }
}
