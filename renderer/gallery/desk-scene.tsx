import type { Locale } from '../../shared/domain/locale.ts';
import { themes } from '../../shared/domain/theme.ts';
import { Desk, DevelopmentTag } from '../cashier/desk.tsx';
import { StatusStrip } from '../cashier/status-strip.tsx';
import { createDeskStore, type DeskState, type DeskStore } from '../stores/desk-store.ts';
import { openTraining } from '../training/open-training.tsx';
import { TrainingBand } from '../training/training-band.tsx';
import type { PageSurroundings } from '../ui/technician-page.tsx';
import type { Exhibit } from './exhibit.ts';
import { allIsWell, noon, silentTill, station } from './samples.ts';
import { trainingBridge } from './training-sample.ts';

/** A way that leads nowhere: a picture stays as it is. */
export const nowhere = (): void => undefined;

/** The desk in a state: live, and all is well with it, unless the state says otherwise. */
export function deskStoreOf(locale: Locale, isTraining = false, state: Partial<DeskState> = {}): DeskStore {
  const store = createDeskStore({ till: silentTill, now: () => noon });
  const mode = isTraining ? 'training' : 'live';
  store.setState({ station: { ...station, mode, locale }, status: allIsWell, locale, ...state });
  return store;
}

/** The desk itself, beside the training dock or not. */
export function DeskScene({ isTraining = false }: { readonly isTraining?: boolean }) {
  return (
    <Desk
      training={isTraining ? openTraining(trainingBridge) : null}
      trainingBand={<TrainingBand tag={<DevelopmentTag />} onSetUp={nowhere} />}
      onBalancePainted={nowhere}
      onOpenDevices={nowhere}
      onOpenOffice={nowhere}
      onOpenDoctor={nowhere}
    />
  );
}

/** What stands around a technician's page. */
export const surroundingsOf = (isTraining: boolean): PageSurroundings => ({
  bands: isTraining ? <TrainingBand tag={<DevelopmentTag />} /> : null,
  strip: <StatusStrip tag={null} onOpenDevices={null} />,
  isTraining,
  Dock: isTraining ? openTraining(trainingBridge).Dock : null,
});

/** A screen of the desk's window, in every colour. */
export function exhibitAtDesk(
  name: string,
  show: Exhibit['show'],
  more: Partial<Pick<Exhibit, 'sizes' | 'isOneOfMany'>> = {},
): Exhibit {
  return { name, face: 'desk', sizes: ['1366x768', '1280x720', '1920x1080'], themes, show, ...more };
}
