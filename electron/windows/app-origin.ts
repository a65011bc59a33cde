/** The page's own scheme: not a file, not the web, and the only origin that main answers. */
export const appScheme = 'app';
export const appOrigin = 'app://till';
export const appUrl = `${appOrigin}/index.html`;
