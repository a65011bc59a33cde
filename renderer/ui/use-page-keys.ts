import { useEffect, useEffectEvent } from 'react';

/** What a page's keys do, by the keyboard's names for them; every other key is the field's or the button's own. */
export type PageKeys = Readonly<Record<string, (() => void) | undefined>>;

/** Listens for a page's keys on the whole window, as long as the page is drawn. A key that is held acts once; Enter never prints. */
export function usePageKeys(keys: PageKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const act = keys[event.key];
    if (event.key === 'Enter' && target?.closest('[data-never-by-enter]')) {
      event.preventDefault();
    }
    if (act === undefined || target?.closest('[role="dialog"], [role="menu"]')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) {
      act();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
