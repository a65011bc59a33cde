import { type IconName, iconStrokes } from './strokes.ts';

interface IconProps {
  readonly name: IconName;
  /** `small` 18 px, `row` 28 px, `big` 44 px; else as tall as the text around it. */
  readonly size?: 'small' | 'row' | 'big';
  readonly bold?: boolean;
}

/** A drawing beside a word; never the only carrier of a meaning, so readers of screens skip it. */
export function Icon({ name, size, bold = false }: IconProps) {
  const className = ['ico', size === undefined ? '' : `ico-${size}`, bold ? 'ico-bold' : ''].filter(Boolean).join(' ');
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true">
      {iconStrokes[name].map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
