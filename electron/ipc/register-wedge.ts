import type { IpcMain, IpcMainEvent } from 'electron';
import { z } from 'zod';
import {
  wedgeCapturedChannel,
  wedgeChannel,
  wedgeModeChannel,
  wedgeRulesChannel,
} from '../../shared/contract/live-names.ts';
import type { WedgeRules } from '../../shared/domain/wedge.ts';
import type { KeyStroke } from '../../shared/domain/wedge-capture.ts';
import type { SenderGate, SentBy } from './sender-gate.ts';

/** One decoded burst of a keyboard wedge, sent by the preload and never offered to the page. */
const WedgeScan = z.strictObject({ text: z.string().min(1).max(512) });

/** One burst key by key, while a technician looks at a scanner that is not set up yet. */
const WedgeCaptured = z.strictObject({
  strokes: z
    .array(
      z.strictObject({
        code: z.string().max(40),
        shift: z.boolean(),
        ctrl: z.boolean(),
        alt: z.boolean(),
        meta: z.boolean(),
        altGraph: z.boolean(),
        gapMs: z.number().min(0),
      }),
    )
    .min(1)
    .max(512),
});

export interface WedgeLink {
  /** Makes the preload read by these rules from now on. */
  useRules(rules: WedgeRules): void;
  /** Makes the preload record what comes, or decide about it again. */
  recordKeys(on: boolean): void;
}

export interface WedgeLinkOptions {
  /** A scanner in keyboard mode types where the keyboard is: that may be the customer's display, too. */
  readonly gate: SenderGate;
  readonly rules: WedgeRules;
  readonly onText: (text: string) => void;
  readonly onStrokes: (strokes: readonly KeyStroke[]) => void;
  /** Sends to the preloads of the pages there are; to nobody when there is none. */
  readonly send: (channel: string, payload: unknown) => void;
}

/** Gives the preloads of our own pages their rules and takes their scans; anything else on these channels is dropped. */
export function registerWedge(ipcMain: Pick<IpcMain, 'on' | 'handle'>, options: WedgeLinkOptions): WedgeLink {
  let { rules } = options;
  const isOurs = (event: SentBy): boolean => options.gate.pageOf(event) !== null;
  ipcMain.handle(wedgeRulesChannel, (event) => (isOurs(event) ? rules : null));
  ipcMain.on(wedgeChannel, (event: IpcMainEvent, payload: unknown) => {
    const scan = WedgeScan.safeParse(payload);
    if (isOurs(event) && scan.success) {
      options.onText(scan.data.text);
    }
  });
  ipcMain.on(wedgeCapturedChannel, (event: IpcMainEvent, payload: unknown) => {
    const captured = WedgeCaptured.safeParse(payload);
    if (isOurs(event) && captured.success) {
      options.onStrokes(captured.data.strokes);
    }
  });
  return {
    useRules(next) {
      rules = next;
      options.send(wedgeModeChannel, { rules });
    },
    recordKeys: (on) => options.send(wedgeModeChannel, { record: on }),
  };
}
