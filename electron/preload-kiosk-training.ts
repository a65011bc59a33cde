import { kioskCallNames, kioskEventNames } from '../shared/contract/kiosk-names.ts';
import { trainingCallNames, trainingEventNames } from '../shared/contract/training-names.ts';
import { exposeBridge } from './preload/bridge.ts';
import { listenForWedge } from './preload/wedge-listener.ts';

exposeBridge('tillKiosk', kioskCallNames, kioskEventNames);
exposeBridge('tillTraining', trainingCallNames, trainingEventNames);
listenForWedge();
