import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, BrowserWindow, ipcMain, screen } from 'electron';
import { type DisplayStation, displayCalls, displayEvents } from '../shared/contract/display.ts';
import { liveEvents } from '../shared/contract/live.ts';
import {
  createCustomerDisplayHandlers,
  createDisplayHandlers,
  presentCodeEntryEvent,
  presentView,
} from './ipc/display-handlers.ts';
import { createEmit } from './ipc/emit-events.ts';
import { type RegisterOptions, registerCalls } from './ipc/register-calls.ts';
import type { ActionScope } from './services/action-scope.ts';
import type { CardRelation } from './services/card-relation.ts';
import { createCodeEntry } from './services/code-entry.ts';
import { createCustomerDisplay } from './services/customer-display.ts';
import type { Desk, DeskEvent } from './services/desk.ts';
import { createDisplayWindow, type DisplayWindow } from './windows/display-window.ts';

type Page = BrowserWindow['webContents'] | null;

/** Makes the window's keeper; nothing is opened yet. A kiosk's customer needs no second window. */
export function prepareDisplayWindow(options: {
  readonly choice: 'off' | 'on' | number;
  readonly mode: 'training' | 'live';
  readonly face: 'desk' | 'kiosk';
  readonly distFolder: string;
  readonly mayClose: () => boolean;
  readonly onFault: (reason: string) => void;
}): DisplayWindow {
  return createDisplayWindow({
    screen,
    makeWindow: (windowOptions) => new BrowserWindow(windowOptions),
    choice: options.face === 'kiosk' ? 'off' : options.choice,
    mode: options.mode,
    preloadFile: path.join(options.distFolder, 'preload', 'preload-display.cjs'),
    isDevelopment: !app.isPackaged,
    mayClose: options.mayClose,
    onFault: options.onFault,
  });
}

/** What the customer sees, sent to their page and to no other. */
export function createShownView(window: DisplayWindow, schedule: (action: () => void, delayMs: number) => () => void) {
  const emit = createEmit(displayEvents, window.page);
  return createCustomerDisplay({ emit: (view) => emit('display/view-changed', presentView(view)), schedule });
}

export interface DisplayWiring {
  readonly window: DisplayWindow;
  readonly display: ReturnType<typeof createShownView>;
  readonly desk: Pick<Desk, 'servedIn'>;
  readonly cards: Pick<CardRelation, 'confirm'>;
  readonly scope: Pick<ActionScope, 'current' | 'run'>;
  readonly schedule: (action: () => void, delayMs: number) => () => void;
  readonly deskPage: () => Page;
  readonly focusDesk: () => void;
}

/** Ties the code that is typed on the display to the card it confirms, and to the desk that waits for it. */
export function wireDisplay({ window, display, desk, cards, scope, schedule, deskPage, focusDesk }: DisplayWiring) {
  const emitToDesk = createEmit(liveEvents, deskPage);
  const isShown = () => window.state === 'on-display' || window.state === 'in-window';
  const codes = createCodeEntry({
    cards,
    scope,
    display,
    isServed: (session) => desk.servedIn(session) !== null,
    isShown,
    giveKeysTo: (side) => (side === 'display' ? window.focus() : focusDesk()),
    newId: randomUUID,
    now: Date.now,
    schedule,
    emit: (event) => emitToDesk('customer-display/code-entry-changed', presentCodeEntryEvent(event)),
  });
  window.onStateChanged(codes.noticeDisplay);
  return {
    noticeDesk(event: DeskEvent): void {
      codes.noticeDesk(event);
      display.noticeDesk(event);
    },
    deskHandlers: createCustomerDisplayHandlers(display, codes),
    register(station: () => DisplayStation, options: Omit<RegisterOptions, 'page'>): void {
      const handlers = createDisplayHandlers({
        station,
        display,
        codes,
        onTouch: () => emitToDesk('customer-display/touched', {}),
        giveKeysBack: focusDesk,
      });
      registerCalls(ipcMain, displayCalls, handlers, { ...options, page: 'display' });
    },
  };
}
