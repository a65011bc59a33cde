import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Press } from '../ui/press.tsx';
import { useKiosk, useKioskStore } from './use-kiosk.ts';

/** What makes the screen easier, always in the same place. In large letters three entries, and the rest behind "more". */
export function AccessBar() {
  const texts = useTexts();
  const store = useKioskStore();
  const { panel, reach, voice, locale, size } = useKiosk((state) => state.access);
  const isBig = size >= 3;
  // Asked when it is pressed: what a press would keep until then is the state of a customer who may have gone.
  const kiosk = () => store.getState();
  const toggle = (wanted: 'easier' | 'language') => () => kiosk().openPanel(panel === wanted ? 'none' : wanted);
  return (
    <nav className={isBig ? 'k-acc big' : 'k-acc'} aria-label={texts.t('kiosk/access/label')}>
      <Press className="entry" onPress={toggle('easier')} pressed={panel === 'easier'} testId="access-text">
        <Icon name="text" />
        <span>{texts.t('kiosk/access/text')}</span>
      </Press>
      {isBig ? null : (
        <Press className="entry" onPress={toggle('easier')} testId="access-contrast">
          <Icon name="contrast" />
          <span>{texts.t('kiosk/access/contrast')}</span>
        </Press>
      )}
      <Press className="entry" onPress={() => kiosk().toggleVoice()} pressed={voice === 'on'} testId="access-voice">
        <Icon name="headset" />
        <span>{texts.t('kiosk/access/voice')}</span>
      </Press>
      {isBig ? (
        <Press className="entry" onPress={toggle('easier')} testId="access-more">
          <Icon name="more" />
          <span>{texts.t('kiosk/access/more')}</span>
        </Press>
      ) : (
        <>
          <Press
            className="entry"
            onPress={() => kiosk().chooseReach(reach === 'low' ? 'whole' : 'low')}
            pressed={reach === 'low'}
            testId="access-lower"
          >
            <Icon name="lower" />
            <span>{texts.t('kiosk/access/lower')}</span>
          </Press>
          <Press className="entry" onPress={toggle('language')} pressed={panel === 'language'} testId="access-language">
            <span className="lang">{locale.toUpperCase()}</span>
            <span>{texts.t('kiosk/access/language')}</span>
          </Press>
        </>
      )}
    </nav>
  );
}
