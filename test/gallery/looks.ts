// What a machine can see of a screen: what axe-core finds wrong, and words that are cut off.
import type { Page } from '@playwright/test';
import axe from 'axe-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Must run once for each document before `violationsOf`. */
export const loadAxe = (page: Page): Promise<void> => page.evaluate(axe.source);

/** What axe-core finds wrong with the page as it stands, as `rule: element`. */
export async function violationsOf(page: Page, { hiddenByModal = false } = {}): Promise<readonly string[]> {
  return page.evaluate(
    async ({ tags, mayHide }) => {
      // A modal dialog hides the rest of the page, its landmark and its heading with it.
      const isModal = mayHide && document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
      const pageRules = { 'landmark-one-main': { enabled: !isModal }, 'page-has-heading-one': { enabled: !isModal } };
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        rules: pageRules,
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
    },
    { tags: rules, mayHide: hiddenByModal },
  );
}

/** Words of which a part can never be seen: outside the window, or cut by a box that does not scroll. Runs in the page. */
function findCutWords(): readonly string[] {
  const slackPx = 1.5;
  const cutBy = (words: DOMRect, box: DOMRect, axis: 'x' | 'y'): boolean =>
    axis === 'x'
      ? words.left < box.left - slackPx || words.right > box.right + slackPx
      : // A letter's own box is taller than what is drawn of it.
        words.top < box.top - words.height / 4 || words.bottom > box.bottom + words.height / 4;
  const windowBox = new DOMRect(0, 0, innerWidth, innerHeight);

  function isCut(words: DOMRect, from: Element): boolean {
    const open = { x: true, y: true };
    for (let box: Element | null = from; box !== null; box = box.parentElement) {
      const { overflowX, overflowY, position, clipPath } = getComputedStyle(box);
      // Words for those who listen are hidden from those who look.
      if (box.classList.contains('vh') || (position === 'absolute' && clipPath !== 'none')) return false;
      for (const [axis, overflow] of [
        ['x', overflowX],
        ['y', overflowY],
      ] as const) {
        if (!open[axis]) continue;
        if (overflow === 'auto' || overflow === 'scroll') open[axis] = false;
        else if (overflow !== 'visible' && cutBy(words, box.getBoundingClientRect(), axis)) return true;
      }
    }
    return (open.x && cutBy(words, windowBox, 'x')) || (open.y && cutBy(words, windowBox, 'y'));
  }

  const cut: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    const parent = currentNode.parentElement;
    const text = currentNode.textContent?.trim() ?? '';
    if (
      text === '' ||
      parent === null ||
      !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    ) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(currentNode);
    if ([...range.getClientRects()].some((words) => words.width > 0 && isCut(words, parent))) {
      cut.push(text.slice(0, 60));
    }
  }
  return cut;
}

export const cutWordsOf = (page: Page): Promise<readonly string[]> => page.evaluate(findCutWords);
