// The frozen list: the part of Electron 45's API that this app may use, with Electron's own names and meanings.
// `tsc -p tsconfig.host.json` checks electron/** against this file in place of Electron's types, so an API that is not
// here does not compile until somebody decides: implement it here (and in the host), or do without it.
// Calls cannot be chained: what returns `this` in Electron returns nothing here.

export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

type EventMap<Events> = { readonly [K in keyof Events]: readonly unknown[] };

export interface Subscribable<Events extends EventMap<Events>> {
  on<K extends keyof Events>(name: K, listener: (...args: [...Events[K]]) => void): void;
  once<K extends keyof Events>(name: K, listener: (...args: [...Events[K]]) => void): void;
  off<K extends keyof Events>(name: K, listener: (...args: [...Events[K]]) => void): void;
}

// ---- app

export interface AppEvents {
  readonly ready: readonly [];
  readonly 'window-all-closed': readonly [];
  readonly 'second-instance': readonly [event: PreventableEvent, argv: string[], workingDirectory: string];
  readonly 'web-contents-created': readonly [event: PreventableEvent, contents: WebContents];
  readonly 'browser-window-created': readonly [event: PreventableEvent, window: BrowserWindow];
  readonly 'render-process-gone': readonly [
    event: PreventableEvent,
    contents: WebContents,
    details: RenderProcessGoneDetails,
  ];
  readonly 'before-quit': readonly [event: PreventableEvent];
  readonly 'will-quit': readonly [event: PreventableEvent];
  readonly quit: readonly [event: PreventableEvent, exitCode: number];
}

export interface App extends Subscribable<AppEvents> {
  readonly isPackaged: boolean;
  readonly name: string;
  whenReady(): Promise<void>;
  isReady(): boolean;
  quit(): void;
  exit(exitCode?: number): void;
  /** Starts the app anew once this one has ended. */
  relaunch(): void;
  getName(): string;
  getVersion(): string;
  getAppPath(): string;
  getLocale(): string;
  getPath(name: 'userData' | 'appData' | 'home' | 'temp' | 'logs'): string;
  /** Before the window is made: its profile lives below `userData`. */
  setPath(name: 'userData', path: string): void;
  setAppUserModelId(id: string): void;
  /** Every renderer of the host is sandboxed; only root's is not, as Chromium refuses that. */
  enableSandbox(): void;
  requestSingleInstanceLock(): boolean;
  readonly commandLine: {
    /** Before the window is made; on Linux it is what lets a page speak. */
    appendSwitch(name: 'enable-speech-dispatcher'): void;
  };
}

// ---- BrowserWindow

export interface WebPreferences {
  readonly preload?: string;
  readonly sandbox?: true;
  readonly contextIsolation?: true;
  readonly nodeIntegration?: false;
  readonly nodeIntegrationInWorker?: false;
  readonly nodeIntegrationInSubFrames?: false;
  readonly webSecurity?: true;
  readonly allowRunningInsecureContent?: false;
  readonly experimentalFeatures?: false;
  readonly webviewTag?: false;
  readonly navigateOnDragDrop?: false;
  readonly safeDialogs?: boolean;
  readonly disableDialogs?: boolean;
  readonly spellcheck?: false;
  readonly devTools?: boolean;
  readonly backgroundThrottling?: false;
  readonly autoplayPolicy?: 'no-user-gesture-required';
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface BrowserWindowConstructorOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly icon?: string;
  readonly backgroundColor?: string;
  readonly autoHideMenuBar?: boolean;
  readonly kiosk?: boolean;
  readonly fullscreen?: boolean;
  readonly fullscreenable?: boolean;
  readonly webPreferences?: WebPreferences;
}

export interface BrowserWindowEvents {
  readonly 'ready-to-show': readonly [];
  readonly close: readonly [event: PreventableEvent];
  readonly closed: readonly [];
}

export interface BrowserWindow extends Subscribable<BrowserWindowEvents> {
  readonly id: number;
  readonly webContents: WebContents;
  loadURL(url: string): Promise<void>;
  show(): void;
  /** Without the keyboard. */
  showInactive(): void;
  focus(): void;
  isMinimized(): boolean;
  restore(): void;
  /** Here the bounds that the window was made with. */
  getBounds(): Rectangle;
  isKiosk(): boolean;
  close(): void;
  destroy(): void;
  isDestroyed(): boolean;
  removeMenu(): void;
}

export interface BrowserWindowConstructor {
  /** Every window is one of the same Chromium, which ends with the last. */
  new (options?: BrowserWindowConstructorOptions): BrowserWindow;
  getAllWindows(): BrowserWindow[];
  fromWebContents(contents: WebContents): BrowserWindow | null;
}

// ---- webContents

export interface RenderProcessGoneDetails {
  readonly reason: 'crashed' | 'killed';
  readonly exitCode: number;
}

export interface WillNavigateDetails extends PreventableEvent {
  readonly url: string;
  readonly isMainFrame: boolean;
}

export interface ConsoleMessageDetails {
  readonly level: 'info' | 'warning' | 'error' | 'debug';
  readonly message: string;
}

export interface WebContentsEvents {
  readonly 'dom-ready': readonly [event: PreventableEvent];
  readonly 'did-finish-load': readonly [];
  readonly 'did-fail-load': readonly [event: PreventableEvent, errorCode: number, description: string, url: string];
  readonly 'did-navigate': readonly [event: PreventableEvent, url: string];
  readonly 'will-navigate': readonly [details: WillNavigateDetails, url: string];
  /** Never fires here: the host's pages get every answer from `protocol.handle`, which it does not let redirect. */
  readonly 'will-redirect': readonly [details: WillNavigateDetails, url: string];
  /** Never fires here: a frame inside the page cannot load anything. */
  readonly 'will-frame-navigate': readonly [details: WillNavigateDetails];
  /** Never fires here: there is no webview tag. */
  readonly 'will-attach-webview': readonly [event: PreventableEvent];
  readonly 'preload-error': readonly [event: PreventableEvent, preloadPath: string, error: Error];
  readonly 'render-process-gone': readonly [event: PreventableEvent, details: RenderProcessGoneDetails];
  readonly 'console-message': readonly [details: ConsoleMessageDetails];
}

export interface WebFrameMain {
  readonly url: string;
  readonly origin: string;
  readonly parent: WebFrameMain | null;
}

export interface NativeImage {
  toPNG(): Buffer;
}

export type InputEvent =
  | { readonly type: 'mouseDown' | 'mouseUp'; readonly x: number; readonly y: number; readonly clickCount?: number }
  | { readonly type: 'mouseMove'; readonly x: number; readonly y: number }
  | { readonly type: 'char'; readonly keyCode: string };

export interface WebContents extends Subscribable<WebContentsEvents> {
  readonly id: number;
  readonly session: Session;
  readonly mainFrame: WebFrameMain;
  send(channel: string, ...args: unknown[]): void;
  loadURL(url: string): Promise<void>;
  getURL(): string;
  reload(): void;
  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown>;
  capturePage(): Promise<NativeImage>;
  sendInputEvent(event: InputEvent): void;
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: 'deny' }): void;
  forcefullyCrashRenderer(): void;
  isDestroyed(): boolean;
}

// ---- ipcMain

export interface IpcMainEvent {
  readonly sender: WebContents;
  /** Null when the frame that asked is gone. */
  readonly senderFrame: WebFrameMain | null;
}
export type IpcMainInvokeEvent = IpcMainEvent;

// Electron types these arguments `any`; `unknown` holds the app to parse them.
export type InvokeHandler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
export type MessageListener = (event: IpcMainEvent, ...args: unknown[]) => void;

export interface IpcMain {
  handle(channel: string, handler: InvokeHandler): void;
  removeHandler(channel: string): void;
  on(channel: string, listener: MessageListener): void;
  off(channel: string, listener: MessageListener): void;
  removeAllListeners(channel: string): void;
}

// ---- protocol, session

export interface CustomScheme {
  readonly scheme: string;
  readonly privileges: {
    readonly standard: true;
    readonly secure: true;
    readonly supportFetchAPI?: boolean;
    readonly codeCache?: boolean;
  };
}

export interface Protocol {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void;
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void;
}

export interface BeforeRequestDetails {
  readonly url: string;
  readonly resourceType: string;
}

export interface Session {
  setPermissionRequestHandler(
    handler: ((contents: WebContents | null, permission: string, callback: (granted: boolean) => void) => void) | null,
  ): void;
  setPermissionCheckHandler(handler: ((contents: WebContents | null, permission: string) => boolean) | null): void;
  setDevicePermissionHandler(handler: (() => boolean) | null): void;
  setDisplayMediaRequestHandler(handler: null): void;
  setSpellCheckerEnabled(enabled: false): void;
  /** Only to prevent: the host refuses every download. */
  on(name: 'will-download', listener: (event: PreventableEvent) => void): void;
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: BeforeRequestDetails, callback: (response: { readonly cancel?: boolean }) => void) => void,
    ): void;
  };
}

// ---- screen

export interface Display {
  readonly id: number;
  readonly label: string;
  readonly bounds: Rectangle;
}

/** Never fire here: the host has one display. */
export interface ScreenEvents {
  readonly 'display-added': readonly [event: PreventableEvent, display: Display];
  readonly 'display-removed': readonly [event: PreventableEvent, display: Display];
  readonly 'display-metrics-changed': readonly [event: PreventableEvent, display: Display, changed: string[]];
}

/** After the app is ready. */
export interface Screen extends Subscribable<ScreenEvents> {
  getAllDisplays(): Display[];
  getPrimaryDisplay(): Display;
  getDisplayMatching(rect: Rectangle): Display;
}

// ---- the preload's side

export interface IpcRendererEvent {
  readonly sender: IpcRenderer;
}

export interface IpcRenderer {
  // biome-ignore lint/suspicious/noExplicitAny: Electron's own type; the answer comes from our own main process
  invoke(channel: string, ...args: unknown[]): Promise<any>;
  send(channel: string, ...args: unknown[]): void;
  on(channel: string, listener: (event: IpcRendererEvent, ...args: unknown[]) => void): void;
  off(channel: string, listener: (event: IpcRendererEvent, ...args: unknown[]) => void): void;
}

export interface ContextBridge {
  exposeInMainWorld(key: string, api: unknown): void;
}

// ---- what `import … from 'electron'` may name

export declare const app: App;
export declare const BrowserWindow: BrowserWindowConstructor;
export declare const ipcMain: IpcMain;
export declare const protocol: Protocol;
export declare const screen: Screen;
export declare const session: { readonly defaultSession: Session };
export declare const Menu: { setApplicationMenu(menu: null): void };
export declare const dialog: {
  /** Standard error here, as in Electron on a machine without a display. */
  showErrorBox(title: string, content: string): void;
  /** Not here: whoever wants it looks whether it is there, and has a path typed otherwise. */
  showOpenDialog?(options: {
    readonly properties: ['openFile'];
  }): Promise<{ readonly canceled: boolean; readonly filePaths: string[] }>;
};
/** There is no keyring here, and it says so; nothing is ever sealed with a key that everybody knows. */
export declare const safeStorage: {
  isEncryptionAvailable(): boolean;
  getSelectedStorageBackend(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
};
export declare const contextBridge: ContextBridge;
export declare const ipcRenderer: IpcRenderer;
