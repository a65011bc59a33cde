import type { IpcMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { registerObstacles } from '../../../electron/ipc/register-obstacles.ts';
import { createSenderGate } from '../../../electron/ipc/sender-gate.ts';
import { obstaclesChannel } from '../../../shared/contract/live-names.ts';

const till = {};
const display = {};
const ours = { sender: till, senderFrame: { url: 'app://till/index.html', parent: null } };
const displayPage = { sender: display, senderFrame: { url: 'app://till/display.html', parent: null } };

function start() {
  const up: string[] = [];
  let tell: (event: unknown, payload: unknown) => void = () => {};
  const ipcMain = {
    on: (channel: string, listener: typeof tell) => {
      expect(channel).toBe(obstaclesChannel);
      tell = listener;
    },
  } as unknown as Pick<IpcMain, 'on'>;
  registerObstacles(ipcMain, createSenderGate({ till: () => till, display: () => display }), {
    raise(obstacle) {
      up.push(obstacle);
      return () => void up.splice(up.indexOf(obstacle), 1);
    },
  });
  return { up, tell: (payload: unknown, event: unknown = ours) => tell(event, payload) };
}

describe('what the preload tells of the page', () => {
  it('raises and lowers the obstacles', () => {
    const { up, tell } = start();
    tell({ dialog: true, locked: false });
    expect(up).toEqual(['dialog']);
    tell({ dialog: true, locked: true });
    expect(up.toSorted()).toEqual(['dialog', 'locked']);
    tell({ dialog: false, locked: false });
    expect(up).toEqual([]);
  });

  it.each([[null], [{ dialog: true }], [{ dialog: 'yes', locked: false }], [{ dialog: true, locked: false, more: 1 }]])(
    'is dropped when it is %j',
    (payload) => {
      const { up, tell } = start();
      tell(payload);
      expect(up).toEqual([]);
    },
  );

  it('is dropped when another page says it', () => {
    const { up, tell } = start();
    tell({ dialog: true, locked: false }, displayPage);
    tell({ dialog: true, locked: false }, { sender: till, senderFrame: { url: 'https://example.org/', parent: null } });
    tell({ dialog: true, locked: false }, { sender: till, senderFrame: null });
    expect(up).toEqual([]);
  });
});
