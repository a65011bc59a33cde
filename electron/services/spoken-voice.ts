import type { Voice } from '../devices/voice/port.ts';

/** The voice that a kiosk speaks with; there is one, and whoever speaks last is heard. */
export type SpokenVoice = Voice;
