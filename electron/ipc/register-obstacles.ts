import type { IpcMain, IpcMainEvent } from 'electron';
import { z } from 'zod';
import { obstaclesChannel } from '../../shared/contract/live-names.ts';
import type { ScanRouter } from '../services/scan-router.ts';
import type { SenderGate } from './sender-gate.ts';

const Obstacles = z.strictObject({ dialog: z.boolean(), locked: z.boolean() });

/** Takes from the preload of the till's page what stands before the desk; anything else on the channel is dropped. */
export function registerObstacles(
  ipcMain: Pick<IpcMain, 'on'>,
  gate: SenderGate,
  router: Pick<ScanRouter, 'raise'>,
): void {
  const lower: Record<keyof z.infer<typeof Obstacles>, (() => void) | null> = { dialog: null, locked: null };
  ipcMain.on(obstaclesChannel, (event: IpcMainEvent, payload: unknown) => {
    const told = Obstacles.safeParse(payload);
    if (gate.pageOf(event) !== 'till' || !told.success) {
      return;
    }
    for (const obstacle of ['dialog', 'locked'] as const) {
      lower[obstacle]?.();
      lower[obstacle] = told.data[obstacle] ? router.raise(obstacle) : null;
    }
  });
}
