// Without a display: does the main job once through the till's own screens and leaves a picture of every step, so that a
// machine without a monitor still shows a person what the till is. It looks for `data-testid` hooks and waits for states.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WebContents } from './chromium-host/surface.ts';

const stepTimeoutMs = 20_000;
const pollIntervalMs = 50;

const hook = (id: string): string => `[data-testid="${id}"]`;

/** Drives the page as a finger and a keyboard would; every failure names what it waited for. */
class Visitor {
  readonly #page: WebContents;
  readonly #picturesDir: string;

  constructor(page: WebContents, picturesDir: string) {
    this.#page = page;
    this.#picturesDir = picturesDir;
  }

  async see(selector: string): Promise<void> {
    const deadline = performance.now() + stepTimeoutMs;
    while (performance.now() < deadline) {
      if (await this.sees(selector)) return;
      await pause(pollIntervalMs);
    }
    throw new Error(`waited ${stepTimeoutMs / 1000} s for ${selector}`);
  }

  async sees(selector: string): Promise<boolean> {
    const isVisible = await this.#page.executeJavaScript(
      `(() => { const element = document.querySelector(${JSON.stringify(selector)});
        return element !== null && element.checkVisibility(); })()`,
    );
    return isVisible === true;
  }

  async tap(selector: string): Promise<void> {
    await this.see(`${selector}:not(:disabled):not([aria-disabled="true"])`);
    const [x, y] = (await this.#ask(
      selector,
      `element.scrollIntoView({ block: 'center', inline: 'center' });
       const box = element.getBoundingClientRect();
       return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];`,
    )) as [number, number];
    this.#page.sendInputEvent({ type: 'mouseMove', x, y });
    this.#page.sendInputEvent({ type: 'mouseDown', x, y });
    this.#page.sendInputEvent({ type: 'mouseUp', x, y });
  }

  async type(selector: string, text: string): Promise<void> {
    await this.tap(selector);
    await this.see(`${selector}:focus, ${selector} :focus`);
    for (const sign of text) this.#page.sendInputEvent({ type: 'char', keyCode: sign });
  }

  async picture(name: string): Promise<void> {
    writeFileSync(path.join(this.#picturesDir, `${name}.png`), (await this.#page.capturePage()).toPNG());
  }

  #ask(selector: string, body: string): Promise<unknown> {
    return this.#page.executeJavaScript(
      `(() => { const element = document.querySelector(${JSON.stringify(selector)}); ${body} })()`,
    );
  }
}

interface Step {
  readonly name: string;
  readonly run: (visitor: Visitor) => Promise<void>;
}

const steps: readonly Step[] = [
  {
    name: '1-waiting',
    run: async (visitor) => {
      await visitor.see(hook('waiting'));
      if (!(await visitor.sees(hook('training-banner')))) {
        throw new Error('only a training station is shown without a display; a live one needs a display');
      }
    },
  },
  {
    name: '2-balance',
    run: async (visitor) => {
      await visitor.tap('[data-testid^="dock-card-"]');
      await visitor.see(hook('customer'));
      await visitor.see('[data-testid^="balance-"]');
    },
  },
  { name: '3-amount', run: (visitor) => visitor.type(hook('amount'), '10.00') },
  {
    name: '4-enough',
    run: async (visitor) => {
      await visitor.tap(hook('enough'));
      await visitor.see(`${hook('answer')}[data-answer="yes"]`);
    },
  },
  {
    name: '5-printed',
    run: async (visitor) => {
      await visitor.tap(hook('print'));
      await visitor.see(`${hook('print-outcome')}[data-outcome="printed"]`);
      await visitor.see(hook('paper'));
    },
  },
  {
    name: '6-done',
    run: async (visitor) => {
      await visitor.tap(hook('finish'));
      await visitor.see(hook('waiting'));
    },
  },
];

/** Leaves its pictures in `picturesDir`. Throws an error that names the step, with a picture of what was there instead. */
export async function tour(page: WebContents, picturesDir: string): Promise<void> {
  rmSync(picturesDir, { recursive: true, force: true });
  mkdirSync(picturesDir, { recursive: true });
  const visitor = new Visitor(page, picturesDir);
  for (const { name, run } of steps) {
    try {
      await run(visitor);
      await visitor.picture(name);
    } catch (error) {
      await visitor.picture(`${name}-failed`).catch(() => undefined);
      throw new Error(`step ${name}: ${error instanceof Error ? error.message : error}`);
    }
  }
  console.log(`Did the main job once without a display; ${steps.length} pictures of it are in ${picturesDir}`);
}
