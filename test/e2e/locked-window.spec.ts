import { expect, test } from './fixtures.ts';

test.use({ isShared: true });

test('the page has no Node and a bridge that cannot be changed', async ({ till: { page } }) => {
  const found = await page.evaluate(() => {
    const page = globalThis as unknown as Record<string, unknown>;
    const bridge = page.till as Record<string, unknown>;
    try {
      bridge.call = () => 'replaced';
    } catch {
      // Frozen objects throw in strict code; either way the name must stay what it was.
    }
    return {
      node: [typeof page.require, typeof page.process, typeof page.module, typeof page.Buffer],
      names: Object.keys(bridge).sort(),
      frozen: Object.isFrozen(bridge),
      replaced: String(bridge.call).includes('replaced'),
      writable: Object.getOwnPropertyDescriptor(page, 'till')?.writable,
    };
  });
  expect(found).toEqual({
    node: ['undefined', 'undefined', 'undefined', 'undefined'],
    names: ['call', 'on'],
    frozen: true,
    replaced: false,
    writable: false,
  });
});

test('a name outside the contract cannot be called or listened to', async ({ till: { page } }) => {
  const answers = await page.evaluate(async () => {
    const { till } = globalThis as unknown as {
      till: { call(n: string, i: unknown): Promise<unknown>; on(n: string, l: () => void): void };
    };
    const called = await till.call('reader/wedge-scanned', { text: '5487963154' }).then(String, () => 'refused');
    let listened = 'accepted';
    try {
      till.on('reader/wedge-scanned', () => undefined);
    } catch {
      listened = 'refused';
    }
    return { called, listened };
  });
  expect(answers).toEqual({ called: 'refused', listened: 'refused' });
});

test('input outside the schema is a fault and nothing else', async ({ till: { page } }) => {
  const answer = await page.evaluate(() => {
    const { till } = globalThis as unknown as { till: { call(n: string, i: unknown): Promise<unknown> } };
    return till.call('customer/identify', { identifier: { kind: 'wallet', walletId: 14471, and: 'more' } });
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'app.fault', kind: 'fault' } });
});

test('no script but the till’s own runs, and nothing is fetched', async ({ till: { page } }) => {
  const outcome = await page.evaluate(async () => {
    const probe = globalThis as unknown as { inlineRan?: boolean };
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.head.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid red }';
    document.head.append(style);
    const outlined = getComputedStyle(document.body).outlineWidth;
    const fetched = await fetch('http://127.0.0.1:9/').then(
      () => 'answered',
      () => 'refused',
    );
    // From a timer: what runs inside the probe's own evaluation is exempt from the policy, the page's code is not.
    const evaluated = await new Promise<string>((resolve) => {
      setTimeout(() => {
        try {
          resolve(new Function('return 1')() === 1 ? 'ran' : 'nothing');
        } catch {
          resolve('refused');
        }
      });
    });
    const frame = document.createElement('iframe');
    frame.src = 'https://example.invalid/';
    document.body.append(frame);
    return { inline: probe.inlineRan === true, styled: outlined === '7px', fetched, evaluated };
  });
  expect(outcome).toEqual({ inline: false, styled: false, fetched: 'refused', evaluated: 'refused' });
});

test('the page cannot navigate away or open a window', async ({ till: { page } }) => {
  // A page that is still loading would stop that for the journey elsewhere, and never come up.
  await expect(page.getByTestId('waiting')).toBeVisible();
  const before = page.url();
  // Without an opener, in a process of its own: two debuggers, the host's and the test's, would stop one they share.
  await page.evaluate(() => void window.open('https://example.invalid/', '_blank', 'noopener'));
  await expect.poll(() => page.context().pages().length).toBe(1);
  await page.evaluate(() => {
    location.href = 'https://example.invalid/elsewhere';
  });
  await expect(page.getByTestId('waiting')).toBeVisible();
  expect(page.url()).toBe(before);
});

test('every permission is denied', async ({ till: { page } }) => {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
    ] as PermissionName[];
    const read = async (name: PermissionName) => (await navigator.permissions.query({ name })).state;
    return Promise.all(names.map(read));
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});
