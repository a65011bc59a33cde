// Visits as they run in the page: everything that it may ask of main, one after another.

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string };
}

interface Bridge {
  call(name: string, input: unknown): Promise<Answer>;
  on(name: string, listener: (payload: { readonly session?: string }) => void): () => void;
}

export const deskSteps = [
  ...(['balance', 'enough', 'receipt', 'reveal', 'statements', 'reservations', 'payments', 'favourites'] as const),
  ...(['cancel', 'accept', 'describe', 'search', 'relate', 'lock'] as const),
] as const;
export const kioskSteps = ['balance', 'enough', 'receipt', 'show', 'movements'] as const;

export interface Visit {
  /** Its number; the page tells it as soon as it listens for a scan. */
  readonly index: number;
  readonly face: 'desk' | 'kiosk';
  /** Typed; null where a scan finds the customer. */
  readonly identifier: unknown;
  readonly steps: readonly string[];
  readonly operator: { readonly name: string; readonly pin: string } | null;
  readonly walletId: number;
  readonly freeCard: string;
  readonly codes: readonly string[];
  readonly futureWallet: number;
  readonly paymentOut: number;
  readonly paymentIn: number;
  readonly password: string;
  readonly description: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** A page that breaks the rule: it keeps what it was told. */
  readonly keeps: boolean;
}

/** Runs in the page: waits for whoever the visit is for, asks for everything in its plan, and lets the customer go. */
export async function visit(plan: Visit): Promise<Readonly<Record<string, number>>> {
  const page = globalThis as unknown as {
    readonly till?: Bridge;
    readonly tillKiosk?: Bridge;
    visitThatListens?: number;
  };
  const bridge = (plan.face === 'kiosk' ? page.tillKiosk : page.till) as Bridge;
  const seen: Record<string, number> = {};
  const kept: unknown[] = [];
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const answer = await bridge.call(name, input);
    const outcome = `${name} ${answer.ok ? 'ok' : (answer.error?.code ?? 'fault')}`;
    seen[outcome] = (seen[outcome] ?? 0) + 1;
    kept.push(answer);
    return answer.ok ? answer.value : null;
  };
  const find = (): Promise<string | null> =>
    new Promise((resolve) => {
      const mostMs = 15_000;
      const none = -1;
      const giveUp = setTimeout(() => {
        seen['nothing was heard'] = 1;
        end(null);
      }, mostMs);
      const end = (session: string | null) => {
        clearTimeout(giveUp);
        page.visitThatListens = none;
        for (const off of offs) off();
        resolve(session);
      };
      const offs = [
        bridge.on('customer/identified', ({ session }) => end(session ?? null)),
        bridge.on('customer/identify-failed', () => end(null)),
        bridge.on('customer/scan-rejected', () => end(null)),
      ];
      page.visitThatListens = plan.index;
      if (plan.identifier !== null) {
        void ask('customer/identify', { identifier: plan.identifier }).then((going) => {
          if (going === null) end(null);
        });
      }
    });
  if (plan.operator !== null) await ask('operators/unlock', plan.operator);
  const session = await find();
  if (session === null) seen['nobody was found'] = 1;
  const about = { session };
  const payment = (paymentId: number) => ({ session, paymentId });
  const lastWeek = {
    currencies: [],
    direction: null,
    text: null,
    from: Math.floor(Date.now() / 1_000) - 604_800,
    to: null,
  };
  const doing: Readonly<Record<string, () => Promise<unknown>>> = {
    balance: () => ask('customer/read-balance', { ...about, convertTo: 'USD' }),
    enough: () => ask('customer/check-sufficient-amount', { ...about, amount: { cents: 1_250, currency: 'EUR' } }),
    receipt: () => ask('customer/print-receipt', { ...about, locale: 'lt', width: 32 }),
    show: () => ask('kiosk/read-receipt', { ...about, locale: 'ru', width: 32 }),
    movements: () => ask('kiosk/read-movements', about),
    reveal: () => ask('account/reveal', { ...about, subject: { kind: 'customer' } }),
    async statements() {
      const list = await ask('account/read-statements', { ...about, query: lastWeek, offset: 0 });
      const ids = (list as { rows: { id: number }[] } | null)?.rows.slice(0, 3).map(({ id }) => id) ?? [];
      if (ids.length > 0) {
        await ask('account/reveal', { ...about, subject: { kind: 'statement', id: ids[0] } });
        await ask('account/print-statements', { ...about, ids, locale: 'en', width: 32 });
      }
    },
    reservations: () => ask('account/read-reservations', about),
    payments: () => ask('account/read-payments', { ...about, direction: null, offset: 0 }),
    favourites: () => ask('account/read-favourites', { ...about, offset: 0 }),
    cancel: () => ask('account/cancel-payment', payment(plan.paymentOut)),
    accept: () => ask('account/accept-payment', { ...payment(plan.paymentIn), password: plan.password }),
    describe: () => ask('account/set-description', { ...about, description: plan.description }),
    search: () => ask('account/search', { emails: plan.emails, phones: plan.phones }),
    async relate() {
      const card = { kind: 'typed', issuer: 'paysera', number: plan.freeCard };
      await ask('card/relate', { ...about, card });
      for (const code of plan.codes) await ask('card/confirm', { ...about, walletId: plan.futureWallet, code });
    },
    lock: () => ask('operators/lock', { because: 'key' }),
  };
  for (const step of session === null ? [] : plan.steps) await doing[step]?.();
  await ask('customer/finish', { reason: 'done' });
  if (plan.keeps) localStorage.setItem('kept', JSON.stringify(kept));
  return seen;
}
