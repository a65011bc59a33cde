import type { kioskVoiceCalls } from '../../shared/contract/kiosk-voice.ts';
import { ok } from '../../shared/errors/result.ts';
import type { SpokenVoice } from '../services/spoken-voice.ts';
import type { Handlers } from './register-calls.ts';

/** What a kiosk's page asks of this machine's voice. */
export function createKioskVoiceHandlers(voice: SpokenVoice): Handlers<typeof kioskVoiceCalls> {
  return {
    'kiosk/read-voices': async () => ok({ locales: [...(await voice.readLanguages())] }),
    'kiosk/say': async ({ sentences, ...manner }) => ok({ outcome: await voice.say(sentences, manner) }),
    'kiosk/hush': () => {
      voice.stop();
      return ok({});
    },
  };
}
