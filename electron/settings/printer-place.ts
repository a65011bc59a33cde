import { z } from 'zod';

/** Where the receipt printer is: on the network, at a USB printer's device node, on a serial line. */
export type PrinterPlace =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'usb'; readonly path: string }
  | {
      readonly kind: 'serial';
      readonly path: string;
      readonly baudRate: number;
      readonly flow: 'none' | 'rtscts' | 'xonxoff';
    };

/** Completes the sentence "allowed: …". */
export const allowedPrinterPlaces =
  'tcp://host:port, usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=19200&flow=rtscts (flow: none, rtscts, xonxoff)';

const defaultPort = 9100;
const defaultBaudRate = 9_600;

function readTcp(text: string): PrinterPlace | null {
  const parts = /^tcp:\/\/(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]{1,253})(?::([0-9]{1,5}))?\/?$/.exec(text);
  const port = Number(parts?.[2] ?? defaultPort);
  if (parts?.[1] === undefined || port < 1 || port > 65_535) return null;
  return { kind: 'tcp', host: parts[1].replace(/^\[|\]$/g, ''), port };
}

function readUsb(text: string): PrinterPlace | null {
  const path = /^usb:(\/dev\/[A-Za-z0-9._:/-]{1,200})$/.exec(text)?.[1];
  return path === undefined || path.includes('..') ? null : { kind: 'usb', path };
}

const Line = z.strictObject({
  baud: z.coerce.number().int().min(300).max(921_600).default(defaultBaudRate),
  flow: z.enum(['none', 'rtscts', 'xonxoff']).default('none'),
});

function readSerial(text: string): PrinterPlace | null {
  const parts = /^serial:(\/dev\/[A-Za-z0-9._:/-]{1,200}|COM[1-9][0-9]{0,2})(?:\?([a-z0-9=&]{1,100}))?$/.exec(text);
  if (parts?.[1] === undefined || parts[1].includes('..')) return null;
  const pairs = [...new URLSearchParams(parts[2] ?? '')];
  const line = Line.safeParse(Object.fromEntries(pairs));
  // A name given twice says two things.
  if (!line.success || new Set(pairs.map(([name]) => name)).size < pairs.length) return null;
  return { kind: 'serial', path: parts[1], baudRate: line.data.baud, flow: line.data.flow };
}

/** Reads the address of a printer as it stands in `TILL_PRINTER` and in settings.json. */
export const PrinterPlaceText = z.string().transform((text, context) => {
  const place = readTcp(text) ?? readUsb(text) ?? readSerial(text);
  if (place !== null) return place;
  context.addIssue({ code: 'custom', message: 'no printer address' });
  return z.NEVER;
});

/** The address of a printer as settings write it; what `PrinterPlaceText` reads back. */
export function placeText(place: PrinterPlace): string {
  switch (place.kind) {
    case 'tcp':
      return `tcp://${place.host.includes(':') ? `[${place.host}]` : place.host}:${place.port}`;
    case 'usb':
      return `usb:${place.path}`;
    case 'serial': {
      const { path, baudRate, flow } = place;
      return `serial:${path}?baud=${baudRate}${flow === 'none' ? '' : `&flow=${flow}`}`;
    }
  }
}
