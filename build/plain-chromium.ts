// The installed Chromium for an ordinary page: the gallery and what is compared with the till. The till's own is browser.ts.
import type { LaunchOptions } from '@playwright/test';
import { findChromium } from './chromium-host/browser.ts';

export function plainChromium(): LaunchOptions {
  return {
    executablePath: findChromium() ?? '/usr/bin/chromium',
    // Chromium's sandbox does not work for root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  };
}
