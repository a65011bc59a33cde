import type { i18n } from 'i18next';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { type Texts, textsOf } from './i18n.ts';

const TextsContext = createContext<Texts | null>(null);

/** Texts of the language that is chosen now; the component is drawn anew when it changes. */
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (texts === null) {
    throw new Error('no texts around this component');
  }
  return texts;
}

/** Gives the texts to a tree, and its language to the widgets of the component library. */
export function TextsProvider({ texts, children }: { readonly texts: i18n; readonly children: ReactNode }) {
  return (
    <I18nextProvider i18n={texts}>
      <TextsOfNow>{children}</TextsOfNow>
    </I18nextProvider>
  );
}

/** One set of texts for the whole tree: the formatters in it take a millisecond to make, and a scan draws dozens of parts. */
function TextsOfNow({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const texts = useMemo(() => textsOf(t, language), [t, language]);
  return (
    <TextsContext.Provider value={texts}>
      <I18nProvider locale={texts.locale}>{children}</I18nProvider>
    </TextsContext.Provider>
  );
}
