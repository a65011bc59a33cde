import { screenLocales, screenTextsIn } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { CardDrawing, ReaderArrow } from './drawings.tsx';
import { Heading, Lines, Slab } from './parts.tsx';
import { useScript } from './use-kiosk.ts';

/** Nobody is here: what to do, in every language, and the languages themselves. */
export function AttractScreen() {
  const texts = useTexts();
  const { choices } = useScript();
  return (
    <main className="k-main k-attract" data-testid="attract">
      <Heading className="k-huge" />
      <div className="k-others">
        {screenLocales
          .filter((locale) => locale !== texts.locale)
          .map((locale) => (
            <p key={locale} lang={locale}>
              {screenTextsIn(locale).kiosk.attract.title}
            </p>
          ))}
      </div>
      <div className="k-picture" aria-hidden="true">
        <div className="k-bars" />
        <div className="k-scanline" />
        <CardDrawing />
        <ReaderArrow />
      </div>
      <div className="k-notes">
        <Lines />
      </div>
      <div className="k-three">
        {choices.map((choice) => (
          <Slab key={choice.id} choice={choice} />
        ))}
      </div>
    </main>
  );
}
