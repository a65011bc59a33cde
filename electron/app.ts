import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, Menu } from 'electron';
import { kioskCalls } from '../shared/contract/kiosk.ts';
import { liveCalls } from '../shared/contract/live.ts';
import { appError, exitStatusOf } from '../shared/errors/app-error.ts';
import { describeDisplay, describeKiosk, describeStation, hostName } from './describe-station.ts';
import { createRunningDoctor } from './diagnosis/running-doctor.ts';
import { createAccountHandlers } from './ipc/account-handlers.ts';
import { createCardHandlers } from './ipc/card-handlers.ts';
import { createCredentialsHandlers } from './ipc/credentials-handlers.ts';
import { createDevicesHandlers } from './ipc/devices-handlers.ts';
import { createDiagnosisHandlers } from './ipc/diagnosis-handlers.ts';
import { gateByOperator } from './ipc/gate-by-operator.ts';
import { createKioskHandlers } from './ipc/kiosk-handlers.ts';
import { createLiveHandlers } from './ipc/live-handlers.ts';
import { createOfficeHandlers } from './ipc/office-handlers.ts';
import { createOperatorsHandlers } from './ipc/operators-handlers.ts';
import { type RegisterOptions, registerCalls } from './ipc/register-calls.ts';
import { registerObstacles } from './ipc/register-obstacles.ts';
import { registerWedge } from './ipc/register-wedge.ts';
import { createSenderGate } from './ipc/sender-gate.ts';
import { describeFault } from './log/describe-fault.ts';
import { createKioskExit, leftByTechnicianStatus } from './services/kiosk-exit.ts';
import type { Onlooker } from './services/station-lock.ts';
import { serveApp } from './windows/app-protocol.ts';
import { crashNotice } from './windows/crash-notice.ts';
import { hardenSessions } from './windows/harden-session.ts';
import { createMainWindow } from './windows/main-window.ts';
import { prepareDisplayWindow } from './wire-display.ts';
import { createServices } from './wire-services.ts';
import type { Wiring } from './wiring.ts';

const distFolder = path.join(import.meta.dirname, '..');

/** Brings the till up on what a wiring picked. The app must be ready. */
export async function startApp(wiring: Wiring): Promise<void> {
  const { log } = wiring;
  const isKiosk = wiring.settings.face === 'kiosk';
  let window: BrowserWindow | null = null;
  let onlooker: Onlooker | null = null;
  const page = () => (window === null || window.isDestroyed() ? null : window.webContents);

  Menu.setApplicationMenu(null);
  hardenSessions();
  serveApp(path.join(distFolder, 'renderer'));

  let isEnding = false;
  const displayWindow = prepareDisplayWindow({
    choice: wiring.settings.customerDisplay,
    mode: wiring.settings.mode,
    face: wiring.settings.face,
    distFolder,
    mayClose: () => isEnding,
    onFault: (reason) => log.error({ reason }, 'customer display gone'),
  });
  const services = createServices(wiring, {
    page,
    wedgeLink: () => wedgeLink,
    displayWindow,
    focusDesk: () => window?.focus(),
    onlooker: {
      take: (reading) => onlooker?.take(reading) === true,
      takeStrokes: (strokes) => onlooker?.takeStrokes(strokes) === true,
    },
  });
  const { desk, account, kiosk, watch, router, devices, cards, deskJournal, operators, office, lock } = services;
  const gate = createSenderGate({ till: page, display: displayWindow.page });
  const wedgeLink = registerWedge(ipcMain, {
    gate,
    rules: wiring.settings.wedge,
    onText: (text) => wiring.wedge.deliver(text),
    onStrokes: lock.takeStrokes,
    send(channel, payload) {
      page()?.send(channel, payload);
      displayWindow.page()?.send(channel, payload);
    },
  });
  const registerOptions: RegisterOptions = {
    gate,
    page: 'till',
    newTraceId: () => randomUUID().slice(0, 8),
    onFault: ({ channel, traceId, fault }) => log.error({ channel, traceId, fault: describeFault(fault) }, 'fault'),
  };
  let closing: Promise<void> | null = null;
  /** Lets end what was begun, once, and then the app. */
  const end = (leave: () => void): void => {
    if (closing === null) {
      desk.finish('done');
      watch.stop();
      displayWindow.stop();
      log.info({}, 'ended');
      closing = wiring
        .close()
        .finally(deskJournal.stop)
        .finally(() => services.people.close())
        .finally(leave);
    }
  };
  const endWith = (status: number): void => end(() => app.exit(status));
  const exit = !isKiosk
    ? null
    : createKioskExit({
        ...wiring.station,
        people: services.people,
        endSession: () => desk.finish('idle'),
        holdScans: () => router.raise('locked'),
        leave: () => endWith(leftByTechnicianStatus),
      });
  const doctor = createRunningDoctor({
    ...wiring,
    version: app.getVersion(),
    host: hostName(),
    env: process.env,
    knownSecrets: wiring.knownSecrets ?? (() => []),
    clock: Date.now,
    onFault: (fault) => log.error({ fault: describeFault(fault) }, 'fault'),
  });
  const { keeper, ...diagnosisHandlers } = createDiagnosisHandlers({
    doctor,
    monotonic: () => performance.now(),
    onPageBack: (durationMs) => log.info({ durationMs }, 'page back'),
  });
  if (exit !== null) {
    const station = () => describeKiosk(wiring);
    const handlers = createKioskHandlers({
      station,
      desk,
      watch,
      kiosk,
      cards: services.kioskCards,
      exit,
      voice: wiring.voice,
    });
    registerCalls(ipcMain, kioskCalls, handlers, registerOptions);
  } else {
    const handlers = {
      ...createLiveHandlers({ station: () => describeStation(wiring), desk, watch }),
      ...createAccountHandlers(account, watch),
      ...createDevicesHandlers(devices, watch),
      ...diagnosisHandlers,
      ...createOperatorsHandlers(operators),
      ...createOfficeHandlers(office),
      ...createCardHandlers(cards),
      ...services.beside.deskHandlers,
      ...createCredentialsHandlers(wiring.keys),
    };
    registerCalls(
      ipcMain,
      liveCalls,
      gateByOperator<typeof liveCalls>(handlers, operators, wiring.station.scope, () => performance.now()),
      registerOptions,
    );
    services.beside.register(() => describeDisplay(wiring), registerOptions);
  }
  registerObstacles(ipcMain, gate, router);
  for (const reader of wiring.readers) {
    reader.listen(lock.take);
  }
  /** A page that comes back knows nobody; neither may main. */
  const forgetPage = (): void => {
    desk.finish('done');
    devices.stop();
    cards.stopAwaiting();
    services.display.reset();
    operators.awaitSupervisor(false);
    office.staff.awaitCard(false);
    exit?.cancel();
    wiring.voice.stop();
    router.reset();
    lock.hold();
  };
  wiring.extend?.({
    lookFirst(looking) {
      onlooker = looking;
    },
    recordKeys: wedgeLink.recordKeys,
    watch,
    page,
    beginPageAnew() {
      forgetPage();
      page()?.reload();
    },
    displayWindow,
    register: (contract, handlers) => registerCalls(ipcMain, contract, handlers, registerOptions),
  });

  app.on('before-quit', () => {
    isEnding = true;
  });
  app.on('will-quit', (event) => {
    if (closing === null) {
      event.preventDefault();
      end(() => app.quit());
    }
  });
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    log.info({}, 'started a second time');
    if (window?.isMinimized()) {
      window.restore();
    }
    window?.focus();
  });

  const made = createMainWindow({
    preloadFile: path.join(distFolder, 'preload', wiring.preload),
    isDevelopment: !app.isPackaged,
    face: wiring.settings.face,
    mayClose: () => isEnding,
    onPageGone: (reason) => {
      log.error({ reason }, 'page gone');
      keeper.pageGone();
      forgetPage();
    },
    onGivenUp() {
      const error = appError('app.page-keeps-crashing');
      log.error({ code: error.code }, 'given up');
      const { title, text } = crashNotice(wiring.settings);
      dialog.showErrorBox(title, text);
      endWith(exitStatusOf(error));
    },
  });
  window = made.window;
  try {
    await made.loaded;
    if (!isKiosk) {
      displayWindow.start(window);
    }
  } catch (fault) {
    // Told to end while the page was still coming: that is no failure to start.
    if (!isEnding) {
      throw fault;
    }
    return;
  }
  // Found out before the first customer comes: a way that is broken, a clock that is off, a printer without paper.
  void watch.check();
  deskJournal.start();
}
