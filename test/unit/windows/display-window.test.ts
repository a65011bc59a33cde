import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { createDisplayWindow, type DisplayWindowOptions } from '../../../electron/windows/display-window.ts';

const display = (id: number, x: number) => ({ id, label: '', bounds: { x, y: 0, width: 1920, height: 1080 } });
const own = display(1, 0);
const other = display(2, 1920);

class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), { reloads: 0, reload: () => this.webContents.reloads++ });
  readonly urls: string[] = [];
  isGone = false;
  shownInactive = 0;
  focused = 0;
  readonly options: BrowserWindowConstructorOptions;

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  getBounds = () => ({ x: 0, y: 0, width: 1366, height: 768 });
  showInactive = () => this.shownInactive++;
  focus = () => this.focused++;
  isDestroyed = () => this.isGone;
  async loadURL(url: string): Promise<void> {
    this.urls.push(url);
  }
  destroy(): void {
    this.isGone = true;
    this.emit('closed');
  }
  /** As somebody at the window would; answers whether it closed. */
  closeByHand(): boolean {
    let prevented = false;
    this.emit('close', {
      preventDefault() {
        prevented = true;
      },
    });
    if (!prevented) {
      this.destroy();
    }
    return !prevented;
  }
  crash = () => this.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
}

function start(more: Partial<DisplayWindowOptions> = {}, displays = [own, other]) {
  const screen = Object.assign(new EventEmitter(), {
    displays,
    getAllDisplays: () => screen.displays,
    getDisplayMatching: () => own,
  });
  const windows: FakeWindow[] = [];
  const faults: string[] = [];
  const made = createDisplayWindow({
    screen: screen as unknown as DisplayWindowOptions['screen'],
    makeWindow(options) {
      const window = new FakeWindow(options);
      windows.push(window);
      return window as unknown as BrowserWindow;
    },
    choice: 'on',
    mode: 'live',
    preloadFile: '/p.cjs',
    isDevelopment: false,
    mayClose: () => false,
    onFault: (reason) => faults.push(reason),
    ...more,
  });
  const desk = new FakeWindow({});
  const states: string[] = [];
  made.onStateChanged(() => states.push(made.state));
  made.start(desk as unknown as BrowserWindow);
  const plug = (now: typeof displays) => {
    screen.displays = now;
    screen.emit('display-added');
  };
  const last = (): FakeWindow => windows.at(-1) as FakeWindow;
  return { made, desk, screen, windows, faults, states, plug, last };
}

describe('a live station with a second display', () => {
  it('has the customer’s page on the whole of it, and the keyboard stays at the desk', () => {
    const { made, last } = start();
    expect(last().options).toMatchObject({ x: 1920, y: 0, width: 1920, height: 1080, fullscreen: true, show: false });
    expect(last().urls).toEqual(['app://till/display.html']);
    last().emit('ready-to-show');
    expect([last().shownInactive, last().focused]).toEqual([1, 0]);
    expect(made.state).toBe('on-display');
    expect(made.page()).toBe(last().webContents);
  });

  it('loses it when it is unplugged, says so, and has it back when it is plugged in', () => {
    const { made, windows, states, plug } = start();
    plug([own]);
    expect(windows[0]?.isGone).toBe(true);
    expect([made.state, made.page()]).toEqual(['no-display', null]);
    plug([own, other]);
    expect(windows).toHaveLength(2);
    expect(states).toEqual(['on-display', 'no-display', 'on-display']);
  });

  it('follows its display to another place, and leaves it alone when nothing changed', () => {
    const { windows, plug, last } = start();
    plug([own, other]);
    expect(windows).toHaveLength(1);
    plug([own, display(2, -1920)]);
    expect(windows).toHaveLength(2);
    expect(last().options.x).toBe(-1920);
  });

  it('cannot be closed by hand, and closes with the desk', () => {
    const { made, desk, last } = start();
    expect(last().closeByHand()).toBe(false);
    desk.destroy();
    expect(last().isGone).toBe(true);
    expect(made.page()).toBeNull();
  });

  it('closes by hand of the system while the till ends', () => {
    const { last } = start({ mayClose: () => true });
    expect(last().closeByHand()).toBe(true);
  });

  it('gets a crashed page back, but not one that keeps crashing: the desk goes on and says so', () => {
    const { made, last, faults } = start();
    last().crash();
    last().crash();
    expect(last().webContents.reloads).toBe(2);
    last().crash();
    expect(last().isGone).toBe(true);
    expect(made.state).toBe('failing');
    expect(faults).toHaveLength(3);
  });

  it('follows no display any more once it was stopped', () => {
    const { made, screen, windows, plug } = start();
    made.stop();
    plug([own]);
    plug([own, other]);
    expect(windows).toHaveLength(1);
    expect(screen.eventNames()).toEqual([]);
  });
});

describe('for want of a second display', () => {
  it('a live station has no window and a state that says so', () => {
    const { made, windows } = start({}, [own]);
    expect(windows).toHaveLength(0);
    expect(made.state).toBe('no-display');
  });

  it('training has a plain window, which whoever closes it has closed', () => {
    const { made, windows, last } = start({ mode: 'training' }, [own]);
    expect(last().options).not.toHaveProperty('fullscreen');
    expect(made.state).toBe('in-window');
    expect(last().closeByHand()).toBe(true);
    expect(made.state).toBe('off');
    made.want(true);
    expect(windows).toHaveLength(2);
    made.want(false);
    expect([made.state, last().isGone]).toEqual(['off', true]);
  });
});

it('a station that wants none opens none until it is asked to', () => {
  const { made, windows } = start({ choice: 'off', mode: 'training' }, [own, other]);
  expect([windows.length, made.state]).toEqual([0, 'off']);
  made.want(true);
  expect(made.state).toBe('on-display');
});
