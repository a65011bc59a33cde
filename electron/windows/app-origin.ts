/** The page's own scheme: not a file, not the web, and the only origin that main answers. */
export const appScheme = 'app';
export const appOrigin = 'app://till';
export const appUrl = `${appOrigin}/index.html`;
/** What a desk's customer looks at: another document with another preload. */
export const displayUrl = `${appOrigin}/display.html`;
