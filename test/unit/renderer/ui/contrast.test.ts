import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Theme, themes } from '../../../../shared/domain/theme.ts';

const css = readFileSync(new URL('../../../../renderer/ui/styles/tokens.css', import.meta.url), 'utf8');

function tokensOf(theme: Theme): ReadonlyMap<string, string> {
  const block = new RegExp(`\\[data-theme="${theme}"\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name = '', hex = '']) => [name, hex]));
}

/** Relative luminance of an sRGB colour (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, "contrast ratio": from 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const promised: Readonly<Record<Theme, number>> = { light: 10, dark: 10, contrast: 20 };

const words = `ink/sheet ink/ground ink/well ink-soft/sheet ink-soft/ground ink-soft/well ink/care-wash ink-soft/care-wash
  ink/train-wash ink/work-wash ink-soft/work-wash on-strip/strip on-strip-soft/strip on-act/act on-yes/yes on-no/no
  on-care/care on-work/work work-ink/work-wash on-train/train train-ink/train-wash on-veil/veil paper-ink/paper`;
const outlines = `edge/sheet edge/ground edge/well edge/care-wash focus/sheet focus/ground focus/well focus/focus-gap
  ok-dot/strip hatch-a/hatch-b no-frame/sheet`;

const pairs = (list: string): string[] => list.split(/\s+/);

describe.each(themes)('the colours of the theme %s', (theme) => {
  const tokens = tokensOf(theme);
  const ratioOf = (pair: string): number => {
    const [front, back] = pair.split('/').map((name) => tokens.get(name));
    if (front === undefined || back === undefined) {
      throw new Error(`no such colours: ${pair}`);
    }
    return contrast(front, back);
  };

  test.each(pairs(words))('keep %s readable', (pair) => {
    expect(ratioOf(pair)).toBeGreaterThanOrEqual(promised[theme]);
  });

  test.each(pairs(outlines))('keep %s to be seen', (pair) => {
    expect(ratioOf(pair)).toBeGreaterThanOrEqual(3);
  });
});

test('black on white has the greatest contrast there is, and a colour on itself the least', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#7d0f20', '#7d0f20')).toBe(1);
});
