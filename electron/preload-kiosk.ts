import { kioskCallNames, kioskEventNames } from '../shared/contract/kiosk-names.ts';
import { exposeBridge } from './preload/bridge.ts';
import { listenForWedge } from './preload/wedge-listener.ts';

// No obstacles are told here: on a kiosk the next customer's card ends whatever question stands on the screen.
exposeBridge('tillKiosk', kioskCallNames, kioskEventNames);
listenForWedge();
