import { locales } from '../../shared/domain/locale.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { languageNames } from '../ui/language-names.ts';
import { Press } from '../ui/press.tsx';
import { useDisplay, useDisplayStore } from './use-display.tsx';

/** The three languages, at a touch and at any moment; the next customer finds the station's own. */
export function Languages() {
  const texts = useTexts();
  const store = useDisplayStore();
  const chosen = useDisplay((state) => state.locale);
  return (
    <fieldset className="cd-languages" aria-label={texts.t('display/language')}>
      {locales.map((locale) => (
        <Press
          key={locale}
          className="cd-language"
          testId={`language-${locale}`}
          label={`${locale.toUpperCase()}: ${languageNames[locale]}`}
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
