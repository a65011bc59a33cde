import { randomUUID } from 'node:crypto';
import { uptime } from 'node:os';
import type { BrowserWindow } from 'electron';
import { kioskEvents } from '../shared/contract/kiosk.ts';
import { liveEvents } from '../shared/contract/live.ts';
import { appError } from '../shared/errors/app-error.ts';
import type { ErrorCode } from '../shared/errors/error-table.ts';
import { createStatusLog } from './diagnosis/log-status.ts';
import { presentCardEvent } from './ipc/card-handlers.ts';
import { presentDevicesEvent } from './ipc/devices-handlers.ts';
import { createEmit } from './ipc/emit-events.ts';
import { presentOperators } from './ipc/operators-handlers.ts';
import { presentDeskEvent, presentStatus } from './ipc/present.ts';
import type { WedgeLink } from './ipc/register-wedge.ts';
import { createAccountDesk } from './services/account-desk.ts';
import { createCardRelation } from './services/card-relation.ts';
import { createScanSetup, settingsOfPrinter } from './services/chosen-devices.ts';
import { createDesk } from './services/desk.ts';
import { createDeskJournal } from './services/desk-journal.ts';
import { createDevices } from './services/devices.ts';
import { createKiosk } from './services/kiosk.ts';
import { createKioskCards } from './services/kiosk-cards.ts';
import { createOffice } from './services/office.ts';
import { createOperators } from './services/operators.ts';
import { permittedApi } from './services/permitted-api.ts';
import { createReceiptPrinting } from './services/print-receipt.ts';
import { receiptHeader } from './services/receipt-header.ts';
import { createScanRouter, type Obstacle } from './services/scan-router.ts';
import { createStationLock, type Onlooker } from './services/station-lock.ts';
import { createStationWatch } from './services/station-watch.ts';
import type { DisplayWindow } from './windows/display-window.ts';
import { createShownView, wireDisplay } from './wire-display.ts';
import type { Wiring } from './wiring.ts';

const codeOfObstacle: Readonly<Record<Obstacle, ErrorCode>> = {
  print: 'scan.print-running',
  dialog: 'scan.dialog-open',
  locked: 'scan.screen-locked',
};

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
  /** Sees readings before the desk's own devices page does. */
  readonly onlooker: Onlooker;
}

/** The use cases of a station, tied to each other and to its page. */
export function createServices(wiring: Wiring, { page, wedgeLink, displayWindow, focusDesk, onlooker }: Surroundings) {
  const { settings, seat } = wiring;
  const { printer } = seat;
  const clock = Date.now;
  const isKiosk = settings.face === 'kiosk';
  const scans = createScanSetup({
    ...settings,
    save: wiring.saveSettings,
    use: (rules) => wedgeLink().useRules(rules),
  });
  const emitLive = createEmit(liveEvents, page);
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
      lock.hold();
      emitLive('operators/changed', presentOperators(operators));
    },
    onChosen: (name) => emitLive('operators/chosen', { name }),
  });
  const api = permittedApi(wiring.api, operators, wiring.station.scope);
  const emitKiosk = createEmit(kioskEvents, page);
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
    onSettling: (session) => emitLive('account/settling', { session }),
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
  const beside = wireDisplay({
    ...{ window: displayWindow, display, desk, cards, deskPage: page, focusDesk },
    scope: wiring.station.scope,
    schedule: startTimer,
  });
  const kioskCards = createKioskCards(cards);
  const kiosk = createKiosk({
    api,
    clock,
    act: desk.handleReading,
    onRest: (restMs) => emitKiosk('kiosk/reader-rested', { restMs }),
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
  // What an earlier run left open is settled for the station itself, whoever is there.
  const deskJournal = createDeskJournal({
    ...wiring.station,
    api: wiring.api,
    monotonic: () => performance.now(),
  });
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
    savePrinter: (choice) => wiring.saveSettings(settingsOfPrinter(choice)),
    emit: (event) => {
      const { name, payload } = presentDevicesEvent(event);
      emitLive(name, payload as never);
    },
    recordKeys: (on) => wedgeLink().recordKeys(on),
    clock,
    schedule: startTimer,
  });
  const lock = createStationLock({
    ...{ operators, router, display },
    onlookers: [onlooker, devices],
    letGo() {
      desk.finish('idle');
      devices.stop();
      cards.stopAwaiting();
      office.staff.awaitCard(false);
    },
  });
  lock.hold();
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
    people,
    operators,
    office,
    lock,
    display,
    beside,
  };
}
