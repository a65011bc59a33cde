import { screenLocales, screenTextsIn } from '../ui/i18n/i18n.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { BigSign, Heading } from './parts.tsx';
import { useScript } from './use-kiosk.ts';

const icons: readonly IconName[] = ['shield', 'till', 'phone', 'refresh'];

/** Nobody can be served: which part, what still works, whom to call. It ends by itself. */
export function OrderScreen({ part }: { readonly part: 'link' | 'reader' | 'start' }) {
  const texts = useTexts();
  const { lines } = useScript();
  return (
    <main className="k-main k-care k-whole" data-testid="out-of-order" data-part={part}>
      <div className="hatch" />
      <BigSign kind="care" icon={part === 'link' ? 'globe-off' : part === 'reader' ? 'scanner' : 'alert'} />
      <Heading className="k-large" />
      <p className="k-sub">{lines[0]}</p>
      <ul className="k-facts">
        {lines.slice(1).map((line, index) => (
          <li key={line} className="k-sub">
            <Icon name={icons[index] ?? 'question'} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <div className="k-elsewhere">
        {screenLocales
          .filter((locale) => locale !== texts.locale)
          .map((locale) => {
            const { title, short } = screenTextsIn(locale).kiosk.order;
            return (
              <p key={locale} lang={locale}>
                <b className="strong">{title}.</b> {short}
              </p>
            );
          })}
      </div>
    </main>
  );
}
