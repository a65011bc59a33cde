import { languageName, screenLocales } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Press } from '../ui/press.tsx';
import { useDisplay, useDisplayStore } from './use-display.ts';

/** The languages, at a touch and at any moment; the next customer finds the station's own. */
export function Languages() {
  const texts = useTexts();
  const store = useDisplayStore();
  const chosen = useDisplay((state) => state.locale);
  return (
    <fieldset className="cd-languages" aria-label={texts.t('display/language')}>
      {screenLocales.map((locale) => (
        <Press
          key={locale}
          className="cd-language"
          testId={`language-${locale}`}
          label={`${locale.toUpperCase()}: ${languageName(locale)}`}
          lang={locale}
          pressed={locale === chosen}
          onPress={() => store.getState().chooseLocale(locale)}
        >
          {locale.toUpperCase()}
        </Press>
      ))}
    </fieldset>
  );
}
