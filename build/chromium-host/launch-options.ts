/** Set by an entry before the app is loaded; nothing from the environment or the command line gets in here. */
export const launchOptions: { extraFlags: readonly string[]; showBrowserLog: boolean } = {
  extraFlags: [],
  showBrowserLog: false,
};
