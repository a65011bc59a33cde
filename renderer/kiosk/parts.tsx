import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '../ui/icons/icon.tsx';
import type { IconName } from '../ui/icons/strokes.ts';
import { Press } from '../ui/press.tsx';
import type { Marks } from '../ui/till-frame.tsx';
import type { Choice } from './script.ts';
import { useKiosk, useScript } from './use-kiosk.ts';

/** One action: a slab as wide as the screen, read from the left. */
export function Slab({ choice }: { readonly choice: Choice }) {
  const look = [choice.isNext ? 'act' : '', choice.isQuiet ? 'quiet' : ''].filter(Boolean).join(' ');
  return (
    <Press className={`slab ${look}`} onPress={choice.run} testId={`do-${choice.id}`}>
      <Icon name={choice.icon} />
      <span>{choice.label}</span>
      {choice.isNext ? (
        <span className="go">
          <Icon name="chevron-right" />
        </span>
      ) : null}
    </Press>
  );
}

/** More slabs than this do not fit below a screen's own content. */
const mostSlabs = { 1: 5, 2: 5, 3: 4, 4: 3 } as const;

/** The script's choices: two small ones beside each other where there are many. */
export function Slabs({ fold }: { readonly fold?: Choice }) {
  const { choices } = useScript();
  const size = useKiosk((state) => state.access.size);
  const low = useKiosk((state) => state.access.reach === 'low');
  const folded = fold !== undefined && choices.length > mostSlabs[size];
  const shown = folded ? [choices[0], fold, choices.at(-1)].filter((choice) => choice !== undefined) : choices;
  const pairs = size <= 2 && shown[0]?.isNext === true && (shown.length > 4 || (low && shown.length > 3));
  return (
    <div className={pairs ? 'k-slabs paired' : 'k-slabs'} data-count={shown.length}>
      {shown.map((choice) => (
        <Slab key={choice.id} choice={choice} />
      ))}
    </div>
  );
}

/** A screen's heading. The keyboard goes to it when the screen comes, so that the next Tab finds the first action. */
export function Heading({ children, className }: { readonly children?: ReactNode; readonly className?: string }) {
  const { key, heading } = useScript();
  const place = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says that another screen came
  useEffect(() => place.current?.focus({ preventScroll: true }), [key]);
  return (
    <h1 ref={place} tabIndex={-1} className={className}>
      {children ?? heading}
    </h1>
  );
}

export function Lines({ from = 0, count }: { readonly from?: number; readonly count?: number }) {
  const { lines } = useScript();
  return lines.slice(from, count === undefined ? undefined : from + count).map((line) => (
    <p key={line} className="k-sub">
      {line}
    </p>
  ));
}

/** What is not right with what was typed, said at once. */
export function Wrong({ children, marks }: { readonly children: ReactNode; readonly marks: Marks }) {
  return (
    <p className="k-sub k-wrong" role="alert" {...marks}>
      <Icon name="alert" />
      <span>{children}</span>
    </p>
  );
}

export function BigSign({ kind, icon }: { readonly kind: 'care' | 'work' | 'done'; readonly icon: IconName }) {
  return (
    <div className="k-sign" data-kind={kind}>
      <Icon name={icon} />
    </div>
  );
}
