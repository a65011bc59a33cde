import { alignOf, commandTable, putCode, putImage } from './escpos-commands.ts';
import { hexOf } from './hex.ts';
import type { Commands, CommandTarget } from './interpreter.ts';
import type { RunStyle } from './paper-roll.ts';

const esc = 0x1b;
const recordSeparator = 0x1e;
const key = (letter: string | number): number =>
  esc * 256 + (typeof letter === 'number' ? letter : letter.charCodeAt(0));
const nothing = (): void => {};

/** Star's line mode, as far as tills use it; its status is not simulated. */
export function starCommands(target: CommandTarget): Commands {
  const { host, settings, reset } = target;
  const restyle = (change: Partial<RunStyle>): void => {
    settings().style = { ...settings().style, ...change };
  };
  return commandTable([
    [key('@'), 0, reset],
    [key('R'), 1, ([n = 0]) => (n === 0 ? undefined : host.onUnknown(hexOf([esc, 0x52, n])))],
    [key('E'), 0, () => restyle({ bold: true })],
    [key('F'), 0, () => restyle({ bold: false })],
    [key('4'), 0, () => restyle({ inverse: true })],
    [key('5'), 0, () => restyle({ inverse: false })],
    [key('i'), 2, ([height = 0, width = 0]) => restyle({ height: height + 1, width: width + 1 })],
    [key('-'), 1, ([n = 0]) => restyle({ underline: n !== 0 })],
    [key('0'), 0, nothing],
    [key('z'), 1, nothing],
    [key(0x07), 2, nothing],
    [
      key('d'),
      1,
      ([n = 0]) => {
        host.roll.flush();
        host.roll.add({ kind: 'cut', partial: n % 2 === 1 });
      },
    ],
    // ESC RS F n: the font.
    [key(recordSeparator), 2, nothing],
    [key('b'), barcodeLength, (all) => putCode(host.roll, `[barcode ${latin1(all.slice(4, -1))}]`)],
    [key(0x1d), groupLength, (parameters) => group(target, parameters)],
  ]);
}

const latin1 = (bytes: readonly number[]): string => Buffer.from(bytes).toString('latin1');

/** `ESC b` kind, text, width, height, and then the data up to RS. */
function barcodeLength(parameters: readonly number[]): number | undefined {
  const end = parameters.indexOf(recordSeparator, 4);
  return end < 0 ? undefined : end + 1;
}

/** The commands that begin with ESC GS, by the third byte. */
function groupLength([third, ...rest]: readonly number[]): number | undefined {
  switch (third === undefined ? '' : String.fromCharCode(third)) {
    case 't':
    case 'a':
      return 2;
    case 'S': {
      const [, xl, xh, yl, yh] = rest;
      if (xl === undefined || xh === undefined || yl === undefined || yh === undefined) return undefined;
      return 7 + (xl + xh * 256) * (yl + yh * 256);
    }
    case 'y':
      return qrLength(rest);
    default:
      return third === undefined ? undefined : 1;
  }
}

/** `y P`; `y S fn n`; `y D 1 m nL nH` and the data. */
function qrLength([fourth, , , low, high]: readonly number[]): number | undefined {
  if (fourth === undefined) return undefined;
  if (fourth === 0x50) return 2;
  if (fourth === 0x53) return 4;
  return low === undefined || high === undefined ? undefined : 6 + low + high * 256;
}

const pendingQr = new WeakMap<CommandTarget, string>();

function group(target: CommandTarget, [third = 0, ...rest]: readonly number[]): void {
  const { host, settings } = target;
  const letter = String.fromCharCode(third);
  if (letter === 't') settings().page = rest[0] ?? 0;
  else if (letter === 'a') settings().align = alignOf(rest[0] ?? 0);
  else if (letter === 'S') {
    const [, xl = 0, xh = 0, yl = 0, yh = 0, , ...bits] = rest;
    putImage(host.roll, xl + xh * 256, yl + yh * 256, bits);
  } else if (letter === 'y') {
    if (rest[0] === 0x44) pendingQr.set(target, latin1(rest.slice(5)));
    if (rest[0] === 0x50) putCode(host.roll, `[QR ${pendingQr.get(target) ?? ''}]`);
  } else host.onUnknown(hexOf([esc, 0x1d, third]));
}
