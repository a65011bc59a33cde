// What tests do at a kiosk: hold cards to its reader through the training room, look at its screens.
import { expect, type Page } from '@playwright/test';

interface TrainingWindow {
  readonly tillTraining: { call(name: string, input: unknown): Promise<unknown> };
}

const train = (page: Page, name: string, input: unknown) =>
  page.evaluate(
    ([channel, value]) => (globalThis as unknown as TrainingWindow).tillTraining.call(channel as string, value),
    [name, input] as const,
  );

export const tapCard = (page: Page, id: string) => train(page, 'training/tap-card', { id });
export const setFault = (page: Page, fault: string, on: boolean) => train(page, 'training/set-fault', { fault, on });

export const setAnswerFault = (page: Page, answerFault: { fault: string; operation: string } | null) =>
  train(page, 'training/set-answer-fault', { answerFault });

/** The newest code that the simulator sent. */
export async function lastCode(page: Page): Promise<string> {
  const answer = (await train(page, 'training/read-state', {})) as {
    readonly value: { readonly codes: readonly { readonly code: string }[] };
  };
  return answer.value.codes.at(-1)?.code ?? '';
}

/** The display of the drawings: 21.5 inches, upright. */
export const kioskDisplay = { width: 1080, height: 1920 } as const;

export const doIt = (page: Page, id: string) => page.getByTestId(`do-${id}`).click();
export const screen = (page: Page, testId: string) => expect(page.getByTestId(testId)).toBeVisible();

/** Back to the first screen, whatever stands now; everything as a new customer finds it. */
export async function startOver(page: Page): Promise<void> {
  await setFault(page, 'network-cut', false);
  await page.evaluate(() => (globalThis as unknown as TrainingWindow).tillTraining.call('training/take-paper', {}));
}
