// npm run gallery: every screen alone, in every state, language, theme and size, in an ordinary browser.
import { buildGallery, serveGallery } from './gallery-pages.ts';
import { requireNode24 } from './node-24.ts';

requireNode24();
const usualPort = 4173;
await buildGallery();
const { url } = await serveGallery(usualPort);
console.log(`The gallery is at ${url} (Ctrl+C ends it)`);
