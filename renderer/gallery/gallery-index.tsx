import { useState } from 'react';
import { Locale } from '../../shared/domain/locale.ts';
import { type Theme, themes } from '../../shared/domain/theme.ts';
import type { Exhibit } from './exhibit.ts';
import './gallery.css';

/** Lists the screens and shows the one that was chosen in a frame of its size. */
export function GalleryIndex({ exhibits }: { readonly exhibits: readonly Exhibit[] }) {
  const [name, setName] = useState(exhibits[0]?.name ?? '');
  const [locale, setLocale] = useState<Locale>('en');
  const [theme, setTheme] = useState<Theme>('light');
  const [wantedSize, setSize] = useState<string | null>(null);
  const exhibit = exhibits.find((known) => known.name === name);
  if (exhibit === undefined) {
    return null;
  }
  const size = exhibit.sizes.find((known) => known === wantedSize) ?? exhibit.sizes[0] ?? '1366x768';
  const [width, height] = size.split('x');
  const address = `?${new URLSearchParams({ screen: name, locale, theme })}`;
  return (
    <div className="gallery">
      <nav aria-label="Screens">
        {exhibits.map((known) => (
          <button
            key={known.name}
            type="button"
            aria-current={known.name === name || undefined}
            onClick={() => setName(known.name)}
          >
            {known.name}
          </button>
        ))}
      </nav>
      <main>
        <form>
          <Choice label="Language" of={Locale.options} chosen={locale} onChoose={setLocale} />
          <Choice label="Theme" of={themes} chosen={theme} onChoose={setTheme} />
          <Choice label="Size" of={exhibit.sizes} chosen={size} onChoose={setSize} />
          <a href={address}>{address}</a>
        </form>
        <iframe title={name} src={address} width={width} height={height} />
      </main>
    </div>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly of: readonly T[];
  readonly chosen: T;
  readonly onChoose: (chosen: T) => void;
}) {
  return (
    <label>
      {props.label}{' '}
      <select value={props.chosen} onChange={(event) => props.onChoose(event.target.value as T)}>
        {props.of.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  );
}
