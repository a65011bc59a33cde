import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import path from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, Menu } from 'electron';
import type { Contract } from '../shared/contract/contract.ts';
import type { DisplayStation } from '../shared/contract/display.ts';
import { type KioskStation, kioskCalls, kioskEvents } from '../shared/contract/kiosk.ts';
import { liveCalls, liveEvents } from '../shared/contract/live.ts';
import type { Station } from '../shared/contract/station.ts';
import { defaultReaderRules, type ReaderRules } from '../shared/domain/reader-rules.ts';
import type { ReaderName, Reading } from '../shared/domain/reading.ts';
import type { LearntScanner } from '../shared/domain/scan-learning.ts';
import type { KeyStroke } from '../shared/domain/wedge-capture.ts';
import { appError, exitStatusOf } from '../shared/errors/app-error.ts';
import type { ErrorCode } from '../shared/errors/error-table.ts';
import { ok, type Result } from '../shared/errors/result.ts';
import type { Reader } from './devices/reader/port.ts';
import type { WedgeReader } from './devices/reader/wedge-over-preload.ts';
import type { PrinterChoice, PrinterSeat } from './devices/receipt-printer/port.ts';
import type { Voice } from './devices/voice/port.ts';
import { createStatusLog } from './diagnosis/log-status.ts';
import { createRunningDoctor } from './diagnosis/running-doctor.ts';
import { createAccountHandlers } from './ipc/account-handlers.ts';
import { createCardHandlers, presentCardEvent } from './ipc/card-handlers.ts';
import { createCredentialsHandlers } from './ipc/credentials-handlers.ts';
import { createDevicesHandlers, presentDevicesEvent } from './ipc/devices-handlers.ts';
import { createDiagnosisHandlers } from './ipc/diagnosis-handlers.ts';
import { createEmit } from './ipc/emit-events.ts';
import { gateByOperator } from './ipc/gate-by-operator.ts';
import { createKioskHandlers } from './ipc/kiosk-handlers.ts';
import { createLiveHandlers } from './ipc/live-handlers.ts';
import { createOfficeHandlers } from './ipc/office-handlers.ts';
import { createOperatorsHandlers, presentOperators } from './ipc/operators-handlers.ts';
import { presentDeskEvent, presentStatus } from './ipc/present.ts';
import { type Handlers, type RegisterOptions, registerCalls } from './ipc/register-calls.ts';
import { registerObstacles } from './ipc/register-obstacles.ts';
import { registerWedge, type WedgeLink } from './ipc/register-wedge.ts';
import { createSenderGate } from './ipc/sender-gate.ts';
import { describeFault } from './log/describe-fault.ts';
import type { Log } from './log/log.ts';
import { createAccountDesk } from './services/account-desk.ts';
import { createCardRelation } from './services/card-relation.ts';
import { createDesk } from './services/desk.ts';
import { createDeskJournal } from './services/desk-journal.ts';
import { operationsOff } from './services/desk-operations.ts';
import { createDevices, withAffixes, withRhythm } from './services/devices.ts';
import { createKiosk } from './services/kiosk.ts';

import { createKioskCards } from './services/kiosk-cards.ts';
import { createKioskExit, leftByTechnicianStatus } from './services/kiosk-exit.ts';
import { createOffice } from './services/office.ts';
import { createOperators } from './services/operators.ts';
import { permittedApi } from './services/permitted-api.ts';
import { createReceiptPrinting } from './services/print-receipt.ts';
import { receiptHeader } from './services/receipt-header.ts';
import { createScanRouter, type Obstacle } from './services/scan-router.ts';
import { createStationWatch, type StationWatch } from './services/station-watch.ts';
import type { Settings } from './settings/settings.ts';
import type { StationSettings } from './settings/station-settings.ts';
import type { StationJournal } from './station-journal.ts';
import type { KeyDesk } from './station-secrets/key-desk.ts';
import type { WalletApi } from './wallet-api/wallet-api.ts';
import { serveApp } from './windows/app-protocol.ts';
import { crashNotice } from './windows/crash-notice.ts';
import type { DisplayWindow } from './windows/display-window.ts';
import { hardenSessions } from './windows/harden-session.ts';
import { createMainWindow } from './windows/main-window.ts';
import { createShownView, prepareDisplayWindow, wireDisplay } from './wire-display.ts';

/** What a wiring hands over: the adapters it picked, and nothing that says which they are. */
export interface Wiring {
  readonly settings: Settings;
  readonly log: Log;
  readonly api: WalletApi;
  readonly seat: PrinterSeat;
  /** Keeps settings at this station. Errors: `settings.*`. */
  readonly saveSettings: (changes: StationSettings) => Result<null>;
  readonly readers: readonly Reader[];
  readonly wedge: WedgeReader;
  /** Speaks at a kiosk whose browser has no voice. */
  readonly voice: Voice;
  /** Frames each receipt of a station that does not serve real customers; null where it does. */
  readonly receiptMark: string | null;
  readonly testServer: boolean;
  /** What can be done about the station's key at its screen; null where it has none of its own. */
  readonly keys: KeyDesk | null;
  /** File name below `dist/preload`. */
  readonly preload: string;
  /** Called once the window is there, with what a wiring's own channels need. */
  readonly extend?: (till: RunningTill) => void;
  /** What is done here is written there; `api` and `printer` go through it already. */
  readonly station: StationJournal;
  /** Secrets that no file of the station holds, to be looked for in what leaves it. */
  readonly knownSecrets?: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** Sees what is scanned before anybody acts on it; true when it keeps it. */
export interface Onlooker {
  take(reading: Reading): boolean;
  takeStrokes(strokes: readonly KeyStroke[]): boolean;
}

export interface RunningTill {
  readonly lookFirst: (onlooker: Onlooker) => void;
  /** Has the keyboard's listener record what comes instead of deciding about it. */
  readonly recordKeys: (on: boolean) => void;
  readonly watch: StationWatch;
  readonly page: () => BrowserWindow['webContents'] | null;
  /** The page as it comes up at a start; whoever was served is let go. */
  readonly beginPageAnew: () => void;
  /** The customer's display beside a desk. */
  readonly displayWindow: Pick<DisplayWindow, 'state' | 'want' | 'onStateChanged'>;
  readonly register: <C extends Contract>(contract: C, handlers: Handlers<C>) => void;
}

const codeOfObstacle: Readonly<Record<Obstacle, ErrorCode>> = {
  print: 'scan.print-running',
  dialog: 'scan.dialog-open',
  locked: 'scan.screen-locked',
};

const distFolder = path.join(import.meta.dirname, '..');

function describeStation(wiring: Wiring): Station {
  const { settings, seat, api } = wiring;
  const columns = seat.choice === null ? null : seat.printer.columns;
  const width = settings.receiptWidth ?? columns ?? 42;
  return {
    mode: settings.mode,
    testServer: wiring.testServer,
    host: process.versions.electron === undefined ? 'chromium-host' : 'electron',
    name: settings.stationName,
    ...(settings.shopName === null ? {} : { shopName: settings.shopName }),
    version: app.getVersion(),
    locale: settings.locale,
    theme: settings.theme,
    supportPhone: settings.supportPhone,
    currency: settings.currency,
    receipt: { locale: settings.locale, width, columns },
    operationsOff: operationsOff((operation) => api.whyDisabled(operation) !== null),
    amountEntry: settings.amountEntry,
    keepAmount: settings.keepAmount,
    idleTimeoutMs: 60_000,
  };
}

/** What the customer's side may know of the station. */
function describeDisplay(wiring: Wiring): DisplayStation {
  const { mode, testServer, host, name: station, shopName, locale, theme } = describeStation(wiring);
  // Whoever stands on the other side knows the shop, not its third till.
  const name = shopName ?? station;
  return { mode, testServer, host, name, locale, theme };
}

function describeKiosk(wiring: Wiring): KioskStation {
  const { api, settings } = wiring;
  return {
    ...describeStation(wiring),
    offers: [
      ...(api.whyDisabled('balance-receipt.read') === null ? (['receipt'] as const) : []),
      ...(api.whyDisabled('wallet.check-sufficient-amount') === null ? (['sufficient-amount'] as const) : []),
      ...(api.whyDisabled('card.relate') === null && api.whyDisabled('card.confirm') === null
        ? (['card-relation'] as const)
        : []),
      ...(settings.kioskMovements && api.whyDisabled('statements.read') === null ? (['movements'] as const) : []),
    ],
  };
}

/** The rules of this station's scanners, changed while it runs. */
function createScanSetup({ settings, saveSettings }: Wiring, link: () => WedgeLink) {
  let { wedge, readerRules } = settings;
  const rulesOf = (reader: ReaderName): ReaderRules =>
    readerRules[reader as keyof typeof readerRules] ?? defaultReaderRules;
  return {
    get wedge() {
      return wedge;
    },
    rulesOf,
    keep(scanner: LearntScanner): Result<{ readonly holds: 'now' | 'next-start' }> {
      const rules = { ...readerRules, [scanner.reader]: withAffixes(rulesOf(scanner.reader), scanner) };
      const { keyboard } = scanner;
      const saved = saveSettings({
        readerRules: rules,
        ...(keyboard === null ? {} : { wedgeMaxGapMs: keyboard.maxGapMs, wedgePrefix: keyboard.firstKey }),
      });
      if (!saved.ok) {
        return saved;
      }
      readerRules = rules;
      wedge = withRhythm(wedge, scanner);
      link().useRules(wedge);
      // A serial line's assembler took its rules when it was opened.
      return ok({ holds: scanner.reader === 'serial-scanner' ? 'next-start' : 'now' });
    },
  };
}

const printerSettings = ({ place, model, paper, font }: PrinterChoice): StationSettings => ({
  printer: place,
  printerModel: model,
  printerPaper: paper,
  printerFont: font,
});

const startTimer = (action: () => void, delayMs: number): (() => void) => {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
};

/** How often the station looks whether its list of operators came or went. */
const lookAtListMs = 3_000;
const tidyUpMs = 60_000;

/** A timer that keeps no process alive. */
function startRepeating(action: () => void, everyMs: number): void {
  setInterval(action, everyMs).unref();
}

interface Surroundings {
  readonly page: () => BrowserWindow['webContents'] | null;
  readonly wedgeLink: () => WedgeLink;
  readonly displayWindow: DisplayWindow;
  readonly focusDesk: () => void;
}

function createServices(wiring: Wiring, { page, wedgeLink, displayWindow, focusDesk }: Surroundings) {
  const { settings, seat } = wiring;
  const { printer } = seat;
  const clock = Date.now;
  const isKiosk = settings.face === 'kiosk';
  const scans = createScanSetup(wiring, wedgeLink);
  const emitLive = createEmit(liveEvents, page);
  let lowerLock: (() => void) | null = null;
  /** Main keeps scans from a locked desk, whatever the page says. */
  const holdLock = (): void => {
    lowerLock?.();
    lowerLock = operators.watchman.kind === 'locked' ? router.raise('locked') : null;
    display.pause(operators.watchman.kind === 'locked');
  };
  const display = createShownView(displayWindow, startTimer);
  const people = wiring.station.openPeople();
  const operators = createOperators({
    ...wiring.station,
    people: isKiosk ? null : people,
    table: settings.roles,
    clock,
    monotonic: () => performance.now(),
    steadyMs: () => uptime() * 1_000,
    onChanged() {
      holdLock();
      if (operators.watchman.kind === 'locked') {
        desk.finish('idle');
      }
      emitLive('operators/changed', presentOperators(operators));
    },
    onChosen: (name) => emitLive('operators/chosen', { name }),
  });
  const api = permittedApi(wiring.api, operators, wiring.station.scope);
  const emit = createEmit(isKiosk ? kioskEvents : liveEvents, page);
  const printing = createReceiptPrinting({
    api,
    printer,
    mark: wiring.receiptMark,
    header: () => receiptHeader(settings.stationName, new Date(clock())),
    clock,
    whilePrinting: (job) => router.whilePrinting(job),
  });
  const receipts = display.watchPrints(printing);
  const desk = display.watchDesk(
    createDesk({
      api,
      receipts,
      clock,
      newId: randomUUID,
      emit: (event) => {
        deskJournal.noticeDesk(event);
        kiosk.noticeDesk(event);
        beside.noticeDesk(event);
        const told = presentDeskEvent(event);
        if (told !== null) {
          emit(told.name, told.payload as never);
        }
      },
      rulesOf: scans.rulesOf,
    }),
  );
  const account = createAccountDesk({
    api,
    servedIn: desk.servedIn,
    slips: receipts,
    clock,
    onRevealed: (event) => deskJournal.noticeReveal(event),
    onSettling: (session) => createEmit(liveEvents, page)('account/settling', { session }),
  });
  const office = createOffice({
    ...wiring.station,
    ...settings,
    ...{ people, operators, api: wiring.api, slips: printing, clock },
    monotonic: () => performance.now(),
    onCardRead: (card) => emitLive('staff/card-read', { masked: card?.masked ?? null }),
  });
  if (!isKiosk) {
    // A list that a command begins or puts back counts at once, without a restart; an idle station locks itself.
    startRepeating(operators.look, lookAtListMs);
  }
  startRepeating(office.retention.tick, tidyUpMs);
  const cards = createCardRelation({
    api,
    servedIn: desk.servedIn,
    rulesOf: scans.rulesOf,
    emit: (event) => {
      const { name, payload } = presentCardEvent(event);
      emit(name, payload as never);
    },
  });
  const beside = wireDisplay({ window: displayWindow, display, desk, cards, deskPage: page, focusDesk });
  const kioskCards = createKioskCards(cards);
  const kiosk = createKiosk({
    api,
    clock,
    act: desk.handleReading,
    onRest: (restMs) => createEmit(kioskEvents, page)('kiosk/reader-rested', { restMs }),
    movementsAllowed: settings.kioskMovements,
  });
  const router = createScanRouter({
    act(reading) {
      if (operators.takeCard(reading) || office.staff.take(reading) || cards.take(reading)) {
        return;
      }
      // It may have waited for a print that a supervisor allowed: it is no part of that.
      wiring.station.scope.outside(() => (isKiosk ? kiosk : desk).handleReading(reading));
    },
    refuse(reading, obstacle) {
      if (obstacle === 'locked') {
        operators.noticeScan(reading);
      } else {
        desk.refuseReading(reading, appError(codeOfObstacle[obstacle]));
      }
    },
  });
  holdLock();
  // What an earlier run left open is settled for the station itself, whoever is there.
  const deskJournal = createDeskJournal({ ...wiring.station, api: wiring.api });
  const logStatus = createStatusLog(wiring.log);
  const watch = createStationWatch({
    api,
    journal: wiring.station.journal,
    customerDisplay: displayWindow,
    printer,
    readers: wiring.readers,
    onChanged: (status) => {
      logStatus(status);
      emit('station/status-changed', presentStatus(status));
    },
    schedule: startTimer,
  });
  const devices = createDevices({
    seat,
    scans,
    mark: wiring.receiptMark,
    savePrinter: (choice) => wiring.saveSettings(printerSettings(choice)),
    emit: (event) => {
      const { name, payload } = presentDevicesEvent(event);
      createEmit(liveEvents, page)(name, payload as never);
    },
    recordKeys: (on) => wedgeLink().recordKeys(on),
    clock,
    schedule: startTimer,
  });
  return {
    desk,
    account,
    kiosk,
    watch,
    router,
    devices,
    cards,
    kioskCards,
    deskJournal,
    operators,
    office,
    holdLock,
    display,
    beside,
  };
}

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
  });
  const { desk, account, kiosk, watch, router, devices, cards, deskJournal, operators, office } = services;
  const gate = createSenderGate({ till: page, display: displayWindow.page });
  const wedgeLink = registerWedge(ipcMain, {
    gate,
    rules: wiring.settings.wedge,
    onText: (text) => wiring.wedge.deliver(text),
    onStrokes(strokes) {
      if (onlooker?.takeStrokes(strokes) !== true) {
        devices.takeStrokes(strokes);
      }
    },
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
  const endWith = (status: number): void => {
    watch.stop();
    closing ??= wiring
      .close()
      .finally(deskJournal.stop)
      .finally(() => app.exit(status));
  };
  const exit = !isKiosk
    ? null
    : createKioskExit({
        ...wiring.station,
        people: wiring.station.openPeople(),
        endSession: () => desk.finish('idle'),
        holdScans: () => router.raise('locked'),
        leave: () => endWith(leftByTechnicianStatus),
      });
  const doctor = createRunningDoctor({
    ...wiring,
    version: app.getVersion(),
    host: process.versions.electron === undefined ? 'chromium-host' : 'electron',
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
      gateByOperator<typeof liveCalls>(handlers, operators, wiring.station.scope),
      registerOptions,
    );
    services.beside.register(() => describeDisplay(wiring), registerOptions);
  }
  registerObstacles(ipcMain, gate, router);
  for (const reader of wiring.readers) {
    reader.listen((reading) => {
      operators.touch();
      if (onlooker?.take(reading) !== true && !devices.take(reading)) {
        router.take(reading);
      }
    });
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
    services.holdLock();
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
      desk.finish('done');
      watch.stop();
      displayWindow.stop();
      log.info({}, 'ended');
      closing = wiring
        .close()
        .finally(deskJournal.stop)
        .finally(() => app.quit());
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
