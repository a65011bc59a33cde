import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { Locale } from '../../shared/domain/locale.ts';
import { type Theme, themes } from '../../shared/domain/theme.ts';
import { startTexts } from '../ui/i18n/i18n.ts';
import { TextsProvider } from '../ui/i18n/use-texts.tsx';
import type { Exhibit } from './exhibit.ts';
import { exhibits } from './exhibits.ts';
import { GalleryIndex } from './gallery-index.tsx';

// gallery.html alone lists the screens; `?screen=desk/waiting&locale=lt&theme=dark` is one of them.

interface Choice {
  readonly screen: string | null;
  readonly locale: Locale;
  readonly theme: Theme;
}

declare global {
  interface Window {
    /** For who takes pictures: what there is, and how to go from one to the next without loading the page anew. */
    readonly gallery: {
      readonly list: readonly Pick<Exhibit, 'name' | 'sizes' | 'themes' | 'isOneOfMany'>[];
      readonly show: (choice: Choice) => Promise<void>;
    };
  }
}

function createShow(root: HTMLElement): (choice: Choice) => Promise<void> {
  let mounted: Root | null = null;
  return async ({ screen, locale, theme }) => {
    mounted?.unmount();
    const exhibit = exhibits.find(({ name }) => name === screen);
    const texts = await startTexts(locale);
    const { documentElement: page } = document;
    page.lang = locale;
    page.dataset.theme = theme;
    page.dataset.face = exhibit?.face ?? 'desk';
    page.classList.toggle('gallery-index', exhibit === undefined);
    document.title = exhibit?.name ?? 'Gallery';
    const made = createRoot(root);
    mounted = made;
    // At once, whatever else the machine does: a dialog comes with the second drawing, and a picture would miss it.
    flushSync(() =>
      made.render(
        <TextsProvider texts={texts}>
          {exhibit === undefined ? <GalleryIndex exhibits={exhibits} /> : exhibit.show(locale)}
        </TextsProvider>,
      ),
    );
    // Painted, with its letters, before anybody looks.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await document.fonts.ready;
  };
}

const root = document.getElementById('root');
if (root !== null) {
  const show = createShow(root);
  const list = exhibits.map(({ name, sizes, themes, isOneOfMany }) => ({ name, sizes, themes, isOneOfMany }));
  Object.assign(window, { gallery: { list, show } });
  const query = new URLSearchParams(location.search);
  void show({
    screen: query.get('screen'),
    locale: Locale.catch('en').parse(query.get('locale')),
    theme: themes.find((known) => known === query.get('theme')) ?? 'light',
  });
}
