import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { readKept } from '../../electron/services/kept-parameters.ts';
import { settleLeftOpen } from '../../electron/services/settle-left-open.ts';
import { startWalletSimulator } from '../../simulator/wallet/server.ts';
import { type CardKillTask, type KillMoment, openTill, session, typedCard } from './card-relation-till.ts';

const timeout = 60_000;

/** Starts a till that relates a card; kills it when `reached` says so, or with its first word. */
async function relateAndKill(task: CardKillTask, reached: Promise<void> | null): Promise<void> {
  const file = path.join(import.meta.dirname, 'card-relation-kill-child.ts');
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, [file, JSON.stringify(task)], { stdio: [...stdio], env: {} });
  onTestFinished(() => void child.kill('SIGKILL'));
  await (reached ?? once(createInterface({ input: child.stdout }), 'line'));
  child.kill('SIGKILL');
  await once(child, 'close');
}

/** Relates a card in a till that is killed at that moment, and starts another one on what it left. */
async function killAt(moment: KillMoment, unconfirmedCards: 'findable' | 'hidden' = 'findable') {
  const folder = mkdtempSync(path.join(tmpdir(), 'till-card-kill-'));
  const codeSent = Promise.withResolvers<void>();
  const simulator = await startWalletSimulator({ unconfirmedCards, onCodeSent: () => codeSent.resolve() });
  const { url, clientId, macKey } = simulator;
  const task = { folder, api: { url, clientId, macKey }, moment };
  const isUnanswered = moment === 'before-it-is-answered';
  if (isUnanswered) {
    simulator.setFault({ kind: 'silent', on: 'relate-card' });
  }
  await relateAndKill(task, isUnanswered ? codeSent.promise : null);
  simulator.setFaults([]);
  const till = openTill(task);
  onTestFinished(async () => {
    await till.close();
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const before = simulator.requests.length;
  return {
    till,
    settle: () => settleLeftOpen(till.journal, till.api),
    changesSent: () => simulator.requests.filter(({ method }) => method === 'PUT').length,
    askedAfterwards: () => simulator.requests.slice(before).map(({ method }) => method),
    sentCode: () => simulator.listSentCodes().at(-1)?.code ?? null,
  };
}

const settled = { done: 0, notSettled: 0, unknown: 0, stillOpen: 0 };

test('a till killed with a card on its way looks up what became of it, sends nothing again, and finds the way back to the code', {
  timeout,
}, async () => {
  const { till, settle, changesSent, askedAfterwards, sentCode } = await killAt('before-it-is-answered');
  expect(await settle()).toEqual({ ...settled, done: 1 });
  expect(askedAfterwards()).toEqual(['GET', 'GET']);
  expect(changesSent()).toBe(1);
  const found = await till.cards.findRelated(session, typedCard);
  expect(found.ok && (await till.cards.confirm(session, found.value.walletId, sentCode() ?? ''))).toMatchObject({
    value: { kind: 'confirmed' },
  });
});

test('where the service hides an unconfirmed card it stays unknown, and is still not sent again', {
  timeout,
}, async () => {
  const { till, settle, changesSent } = await killAt('before-it-is-answered', 'hidden');
  expect(await settle()).toEqual({ ...settled, unknown: 1 });
  expect(await settle()).toEqual(settled);
  expect(changesSent()).toBe(1);
  expect(till.journal.state).toMatchObject({ unsettled: 1 });
});

test('killed before anything went out, the relation is looked for, and nothing is sent', { timeout }, async () => {
  const { settle, changesSent, sentCode } = await killAt('before-it-is-sent');
  expect(await settle()).toEqual({ ...settled, unknown: 1 });
  expect(changesSent()).toBe(0);
  expect(sentCode()).toBeNull();
});

test('killed after the answer, nothing is left open, and the card leads to its code', { timeout }, async () => {
  const { till, settle, askedAfterwards } = await killAt('after-it-is-answered');
  expect(await settle()).toEqual(settled);
  expect(askedAfterwards()).toEqual([]);
  expect(await till.cards.findRelated(session, typedCard)).toMatchObject({ ok: true });
});

test('a till that sent again what was left open would be noticed', { timeout }, async () => {
  const { till, changesSent } = await killAt('before-it-is-answered');
  for (const { kept, operation } of till.journal.readLeftOpen()) {
    const change = kept === null ? null : readKept(operation, kept);
    if (change !== null) {
      await till.direct.call(change.endpoint, change.parameters);
    }
  }
  expect(changesSent()).toBe(2);
});
