import type { IpcMain, IpcMainEvent } from 'electron';
import { z } from 'zod';
import { wedgeChannel } from '../../shared/contract/live-names.ts';
import { isFromOurPage } from './sender-gate.ts';

/** One decoded burst of a keyboard wedge, sent by the preload and never offered to the page. */
const WedgeScan = z.strictObject({ text: z.string().min(1).max(512) });

/** Takes wedge scans from the preload of our own page; anything else on the channel is dropped. */
export function registerWedge(ipcMain: Pick<IpcMain, 'on'>, onText: (text: string) => void): void {
  ipcMain.on(wedgeChannel, (event: IpcMainEvent, payload: unknown) => {
    const scan = WedgeScan.safeParse(payload);
    if (isFromOurPage(event.senderFrame) && scan.success) {
      onText(scan.data.text);
    }
  });
}
