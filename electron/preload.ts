import { liveCallNames, liveEventNames } from '../shared/contract/live-names.ts';
import { exposeBridge } from './preload/bridge.ts';
import { watchObstacles } from './preload/obstacle-watch.ts';
import { listenForWedge } from './preload/wedge-listener.ts';

exposeBridge('till', liveCallNames, liveEventNames);
listenForWedge();
watchObstacles();
