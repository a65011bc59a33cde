import { ipcRenderer } from 'electron';
import { obstaclesChannel } from '../../shared/contract/live-names.ts';

/** What stands before the desk is known from the page itself: a dialog that forgets to tell does not exist. */
const dialogSelector = '[role="dialog"]:not([data-scans-pass]), [role="alertdialog"], dialog[open]';
const lockSelector = '[data-screen-lock]';

/** Tells main whenever a dialog opens or closes, or the lock does: scans reach main without passing the page. */
export function watchObstacles(): void {
  let told = '';
  const tell = () => {
    const obstacles = {
      dialog: document.querySelector(dialogSelector) !== null,
      locked: document.querySelector(lockSelector) !== null,
    };
    const next = JSON.stringify(obstacles);
    if (next !== told) {
      told = next;
      ipcRenderer.send(obstaclesChannel, obstacles);
    }
  };
  new MutationObserver(tell).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['role', 'open', 'data-screen-lock'],
  });
  tell();
}
