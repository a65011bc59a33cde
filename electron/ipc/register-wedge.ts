import type { IpcMain, IpcMainEvent } from 'electron';
import { z } from 'zod';
import { wedgeChannel, wedgeRulesChannel } from '../../shared/contract/live-names.ts';
import type { WedgeRules } from '../../shared/domain/wedge.ts';
import { isFromOurPage } from './sender-gate.ts';

/** One decoded burst of a keyboard wedge, sent by the preload and never offered to the page. */
const WedgeScan = z.strictObject({ text: z.string().min(1).max(512) });

/** Gives the preload of our own page its rules and takes its scans; anything else on these channels is dropped. */
export function registerWedge(
  ipcMain: Pick<IpcMain, 'on' | 'handle'>,
  rules: WedgeRules,
  onText: (text: string) => void,
): void {
  ipcMain.handle(wedgeRulesChannel, (event) => (isFromOurPage(event.senderFrame) ? rules : null));
  ipcMain.on(wedgeChannel, (event: IpcMainEvent, payload: unknown) => {
    const scan = WedgeScan.safeParse(payload);
    if (isFromOurPage(event.senderFrame) && scan.success) {
      onText(scan.data.text);
    }
  });
}
