import type { i18n } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { Locale } from '../../../shared/domain/locale.ts';
import { type Texts, textsOf } from './i18n.ts';

/** Texts of the language that is chosen now; the component is drawn anew when it changes. */
export function useTexts(): Texts {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(() => textsOf(t, Locale.parse(language)), [t, language]);
}

/** Gives the texts to a tree, and its language to the widgets of the component library. */
export function TextsProvider({ texts, children }: { readonly texts: i18n; readonly children: ReactNode }) {
  return (
    <I18nextProvider i18n={texts}>
      <WidgetLanguage>{children}</WidgetLanguage>
    </I18nextProvider>
  );
}

function WidgetLanguage({ children }: { readonly children: ReactNode }) {
  const { locale } = useTexts();
  return <I18nProvider locale={locale}>{children}</I18nProvider>;
}
