/** Set by an entry before the app is loaded; nothing from the environment or the command line gets in here. */
export const launchOptions: {
  extraFlags: readonly string[];
  /** Switches that the app itself asked for, of the frozen list. */
  appSwitches: readonly string[];
  showBrowserLog: boolean;
} = {
  extraFlags: [],
  appSwitches: [],
  showBrowserLog: false,
};
