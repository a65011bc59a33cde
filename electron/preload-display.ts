import { displayCallNames, displayEventNames } from '../shared/contract/display-names.ts';
import { exposeBridge } from './preload/bridge.ts';
import { listenForWedge } from './preload/wedge-listener.ts';

// A scanner in keyboard mode types where the keyboard is, and whoever touched the display took it there. No obstacles are
// told: what stands on the display stops no scan.
exposeBridge('tillDisplay', displayCallNames, displayEventNames);
listenForWedge();
