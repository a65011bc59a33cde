// `screen`: the host has one display and no way to tell another, so none ever comes or goes.
import { app } from './app.ts';
import { Notifier } from './notifier.ts';
import { strict } from './strict.ts';
import type { Display, Screen, ScreenEvents } from './surface.ts';

const only: Display = strict<Display>('Display', {
  id: 1,
  label: '',
  bounds: { x: 0, y: 0, width: 1366, height: 768 },
});

const events = new Notifier<ScreenEvents>();

function whenReady<T>(answer: T): T {
  if (!app.isReady()) throw new Error('The screen module cannot be used before the app is ready');
  return answer;
}

export const screen: Screen = strict<Screen>('screen', {
  ...events.subscription(),
  getAllDisplays: () => whenReady([only]),
  getPrimaryDisplay: () => whenReady(only),
  getDisplayMatching: () => whenReady(only),
});
