import { accountExhibits } from './account-exhibits.tsx';
import { cardExhibits } from './card-exhibits.tsx';
import { deskExhibits } from './desk-exhibits.tsx';
import { devicesExhibits } from './devices-exhibits.tsx';
import { displayExhibits } from './display-exhibits.tsx';
import { doctorExhibits } from './doctor-exhibits.tsx';
import type { Exhibit } from './exhibit.ts';
import { kioskExhibits } from './kiosk-exhibits.tsx';
import { officeExhibits } from './office-exhibits.tsx';
import { peopleExhibits } from './people-exhibits.tsx';
import { setupExhibits } from './setup-exhibits.tsx';

/** Every screen of every face. A screen that is not here is seen by nobody before a customer sees it. */
export const exhibits: readonly Exhibit[] = [
  ...deskExhibits,
  ...accountExhibits,
  ...cardExhibits,
  ...devicesExhibits,
  ...officeExhibits,
  ...doctorExhibits,
  ...kioskExhibits,
  ...displayExhibits,
  ...peopleExhibits,
  ...setupExhibits,
];
