import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Press } from '../ui/press.tsx';
import { useKioskStore } from './use-kiosk.ts';

/** While a voice speaks the screen is dark and holds nothing of the customer: it works by keys alone. */
export function VoiceScreen() {
  const texts = useTexts();
  const store = useKioskStore();
  return (
    <main className="k-voice" data-testid="voice">
      <Icon name="headset" />
      <h1>{texts.t('kiosk/voice/dark')}</h1>
      <p>{texts.t('kiosk/voice/darkSay')}</p>
      <p>{texts.t('kiosk/voice/keys')}</p>
      <Press className="slab" onPress={() => store.getState().toggleVoice()} testId="voice-off">
        <Icon name="headset" />
        <span>{`${texts.t('kiosk/access/voice')}: ${texts.t('kiosk/access/voiceOff')}`}</span>
      </Press>
    </main>
  );
}
