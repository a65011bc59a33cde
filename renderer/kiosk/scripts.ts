import { easierScript, languageScript, missingVoiceScript } from './access-scripts.ts';
import { exitScript } from './exit-scripts.ts';
import { outOfOrder } from './order.ts';
import type { Scene, Script } from './script.ts';
import {
  failedScript,
  goodbyeScript,
  identifyingScript,
  orderScript,
  veilScript,
  welcomeScript,
} from './session-scripts.ts';
import { taskScript } from './task-scripts.ts';

/** What the kiosk says and offers now. What lies over the work comes first: a panel, then the question. */
export function scriptOf(scene: Scene): Script {
  const { access, exit, presence, served } = scene.state;
  if (exit.kind !== 'closed') {
    return exitScript(scene, exit);
  }
  if (presence.kind === 'asked') {
    return veilScript(scene);
  }
  if (access.panel === 'easier') {
    return easierScript(scene);
  }
  if (access.panel === 'language') {
    return languageScript(scene);
  }
  if (access.voice === 'missing') {
    return missingVoiceScript(scene);
  }
  switch (served.kind) {
    case 'nobody': {
      const trouble = outOfOrder(scene.state);
      return trouble === null ? welcomeScript(scene) : orderScript(scene, trouble);
    }
    case 'identifying':
      return identifyingScript(scene);
    case 'failed':
    case 'rejected':
      return failedScript(scene, served);
    case 'served':
      return taskScript(scene, served);
    case 'goodbye':
      return goodbyeScript(scene, served);
  }
}
