import { askableCurrencies } from '../stores/kiosk-amount-slice.ts';
import type { ReceiptText, Served, Task } from '../stores/kiosk-flows.ts';
import { amountText } from '../ui/money-text.ts';
import { cardScript } from './card-scripts.ts';
import { money, spokenRow, typedAmount } from './money.ts';
import { balanceChoice, type Choice, finishChoice, type Scene, type Script, waitScript } from './script.ts';
import { canPrint } from './session-scripts.ts';
import { troubleOf, whyNotPrinted } from './trouble.ts';

type ServedCustomer = Extract<Served, { kind: 'served' }>;
type TaskOf<K extends Task['kind']> = Extract<Task, { kind: K }>;

/** Everything that can be done for the customer, in the order in which most people want it. */
function mainChoices(scene: Scene, except?: 'receipt' | 'amount'): readonly Choice[] {
  const { state, texts } = scene;
  const offers = state.station?.offers ?? [];
  const receipt: Choice = canPrint(scene)
    ? { id: 'print', label: texts.t('kiosk/do/print'), icon: 'printer', run: () => void state.printReceipt() }
    : { id: 'show-receipt', label: texts.t('kiosk/do/showReceipt'), icon: 'eye', run: () => void state.showReceipt() };
  return [
    ...(offers.includes('receipt') && except !== 'receipt' ? [receipt] : []),
    ...(offers.includes('sufficient-amount') && except !== 'amount'
      ? [{ id: 'enough', label: texts.t('kiosk/do/enough'), icon: 'coins' as const, run: state.openAmount }]
      : []),
    ...(offers.includes('card-relation')
      ? [{ id: 'relate-card', label: texts.t('kiosk/do/relate'), icon: 'card' as const, run: state.presentNewCard }]
      : []),
    ...(offers.includes('movements')
      ? [
          {
            id: 'movements',
            label: texts.t('kiosk/do/movements'),
            icon: 'list' as const,
            run: () => void state.openMovements(),
          },
        ]
      : []),
  ];
}

const asNext = ([first, ...rest]: readonly Choice[]): readonly Choice[] =>
  first === undefined ? [] : [{ ...first, isNext: true }, ...rest];

function balanceScript(scene: Scene, { balance, task }: ServedCustomer): Script {
  const { state, texts } = scene;
  const base = { key: `balance ${balance.kind}`, heading: texts.t('kiosk/balance/title'), back: null, typing: null };
  switch (balance.kind) {
    case 'loading':
      return { ...base, lines: [texts.t('kiosk/balance/reading')], choices: [finishChoice(scene)] };
    case 'failed': {
      const trouble = troubleOf(balance.error);
      const again: Choice = {
        id: 'again',
        label: texts.t('kiosk/do/again'),
        icon: 'refresh',
        isNext: true,
        run: () => void state.readBalanceAgain(),
      };
      return {
        ...base,
        heading: texts.t(trouble.title),
        lines: [texts.t(trouble.say), texts.t('kiosk/trouble/safe')],
        choices: [...(trouble.mayRetry ? [again] : []), finishChoice(scene)],
      };
    }
    case 'read': {
      const { rows } = balance.view;
      const isHidden = task.kind === 'balance' && task.hidden;
      return {
        ...base,
        lines: isHidden
          ? [texts.t('kiosk/balance/hidden')]
          : rows.length === 0
            ? [texts.t('kiosk/balance/empty')]
            : rows.map((row) => spokenRow(row, texts)),
        choices: [...asNext(mainChoices(scene)), finishChoice(scene)],
      };
    }
  }
}

function amountScript(scene: Scene, task: TaskOf<'amount'>): Script {
  const { state, texts } = scene;
  return {
    key: `amount ${task.currency} ${task.problem ?? ''}`,
    heading: texts.t('kiosk/amount/title'),
    lines: [
      ...(task.problem === null ? [] : [wrongAmount(scene)]),
      texts.t('kiosk/amount/keys'),
      `${texts.t('kiosk/amount/typed')}: ${typedAmount(task.text, task.currency, texts)}.`,
      texts.t('kiosk/amount/say'),
    ],
    choices: [
      {
        id: 'ask',
        label: texts.t('kiosk/do/ask'),
        icon: 'coins',
        isNext: true,
        run: () => void state.askEnough(),
      },
      ...askableCurrencies(state)
        .filter((currency) => currency !== task.currency)
        .map((currency) => ({
          id: `currency-${currency}`,
          label: `${texts.t('kiosk/amount/currency')}: ${currency}`,
          icon: 'coins' as const,
          run: () => state.chooseCurrency(currency),
        })),
      { id: 'back', label: texts.t('kiosk/do/back'), icon: 'back', run: state.openBalance },
      finishChoice(scene),
    ],
    back: state.openBalance,
    typing: 'amount',
  };
}

export function wrongAmount({ texts }: Pick<Scene, 'texts'>): string {
  return texts.t('kiosk/amount/wrong', { example: texts.number(12.5, 2) });
}

function answerScript(scene: Scene, { amount, isSufficient }: TaskOf<'answer'>): Script {
  const { state, texts } = scene;
  const written = amountText(amount, texts);
  return {
    key: 'answer',
    heading: texts.t(isSufficient ? 'kiosk/answer/yes' : 'kiosk/answer/no'),
    lines: [
      texts.t(isSufficient ? 'kiosk/answer/enough' : 'kiosk/answer/notEnough', { amount: written }),
      texts.t('kiosk/answer/only'),
    ],
    choices: [
      { ...balanceChoice(scene), isNext: true },
      { id: 'another-amount', label: texts.t('kiosk/do/anotherAmount'), icon: 'coins', run: state.openAmount },
      ...mainChoices(scene, 'amount').filter(({ id }) => id !== 'movements' && id !== 'relate-card'),
      finishChoice(scene),
    ],
    back: state.openBalance,
    typing: null,
  };
}

function notAnsweredScript(scene: Scene, { error }: TaskOf<'not-answered'>): Script {
  const { state, texts } = scene;
  const trouble = troubleOf(error);
  return {
    key: 'not-answered',
    heading: texts.t(trouble.title),
    lines: [texts.t(trouble.say), texts.t('kiosk/trouble/safe')],
    choices: [
      { id: 'another-amount', label: texts.t('kiosk/do/again'), icon: 'refresh', isNext: true, run: state.openAmount },
      balanceChoice(scene),
      finishChoice(scene),
    ],
    back: state.openBalance,
    typing: null,
  };
}

function notPrintedScript(scene: Scene, { error }: TaskOf<'not-printed'>): Script {
  const { state, texts } = scene;
  const mayShow = error.code !== 'receipt.not-enabled' && state.station?.offers.includes('receipt') === true;
  const isReady = canPrint(scene) && error.code !== 'receipt.not-enabled';
  const show: Choice = {
    id: 'show-receipt',
    label: texts.t('kiosk/do/showReceipt'),
    icon: 'eye',
    run: () => void state.showReceipt(),
  };
  const again: Choice = {
    id: 'print',
    label: texts.t('kiosk/do/printAgain'),
    icon: 'printer',
    run: () => void state.printReceipt(),
  };
  return {
    key: 'not-printed',
    heading: texts.t('kiosk/print/failed'),
    lines: [texts.t('kiosk/print/failedSay', { why: whyNotPrinted(error, texts) })],
    choices: [
      ...asNext([...(mayShow ? [show] : []), ...(isReady ? [again] : []), balanceChoice(scene)]),
      finishChoice(scene),
    ],
    back: state.openBalance,
    typing: null,
  };
}

function unknownPrintScript(scene: Scene): Script {
  const { state, texts } = scene;
  return {
    key: 'print-unknown',
    heading: texts.t('kiosk/print/unknown'),
    lines: [texts.t('kiosk/print/unknownSay')],
    choices: [
      {
        id: 'came-out',
        label: texts.t('kiosk/print/cameOut'),
        icon: 'check',
        isNext: true,
        run: state.settleAsPrinted,
      },
      { id: 'print', label: texts.t('kiosk/print/missing'), icon: 'printer', run: () => void state.printReceipt() },
      balanceChoice(scene),
      finishChoice(scene),
    ],
    back: state.openBalance,
    typing: null,
  };
}

/** Lines of the text that hold something: what a voice reads of it. */
export function spokenReceipt(receipt: ReceiptText, { texts }: Pick<Scene, 'texts'>): readonly string[] {
  switch (receipt.kind) {
    case 'reading':
      return [];
    case 'failed':
      return [texts.t(troubleOf(receipt.error).title)];
    case 'read': {
      const words = receipt.text.split(/\r?\n/).filter((line) => /[\p{L}\p{N}]/u.test(line));
      return [words.join(' ')];
    }
  }
}

function receiptScript(scene: Scene, { kind, receipt }: TaskOf<'printed' | 'receipt'>): Script {
  const { state, texts } = scene;
  const isPrinted = kind === 'printed';
  const again: Choice = {
    id: 'print',
    label: texts.t('kiosk/do/printAgain'),
    icon: 'printer',
    run: () => void state.printReceipt(),
  };
  return {
    key: `${kind} ${receipt.kind}`,
    heading: texts.t(isPrinted ? 'kiosk/print/take' : 'kiosk/print/receipt'),
    lines: [...(isPrinted ? [texts.t('kiosk/print/takeSay')] : []), ...spokenReceipt(receipt, scene)],
    choices: [
      { id: 'finish', label: texts.t('kiosk/do/finish'), icon: 'door', isNext: true, run: () => state.finish('done') },
      ...(isPrinted ? [again] : []),
      balanceChoice(scene),
    ],
    back: state.openBalance,
    typing: null,
  };
}

function movementsScript(scene: Scene, { list }: TaskOf<'movements'>): Script {
  const { state, texts } = scene;
  const trouble = list.kind === 'failed' ? troubleOf(list.error) : null;
  const date = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'long' });
  const lines =
    list.kind === 'read'
      ? list.rows.map((row) =>
          texts.t('kiosk/movements/spoken', {
            date: date.format(row.at),
            amount: money(row.amount, row.currency, texts),
            direction: texts.t(`kiosk/movements/${row.direction}`),
            details: row.otherParty ?? row.details,
          }),
        )
      : [];
  return {
    key: `movements ${list.kind}`,
    heading: texts.t(trouble?.title ?? 'kiosk/movements/title'),
    lines:
      list.kind === 'reading'
        ? [texts.t('kiosk/wait/asking')]
        : trouble !== null
          ? [texts.t(trouble.say)]
          : lines.length === 0
            ? [texts.t('kiosk/movements/none')]
            : lines,
    choices: [{ ...balanceChoice(scene), isNext: true }, finishChoice(scene)],
    back: state.openBalance,
    typing: null,
  };
}

export function taskScript(scene: Scene, customer: ServedCustomer): Script {
  const { task } = customer;
  const { texts, state } = scene;
  switch (task.kind) {
    case 'balance':
      return balanceScript(scene, customer);
    case 'more':
      return {
        key: 'more',
        heading: texts.t('kiosk/more/title'),
        lines: [],
        choices: [...mainChoices(scene), { ...balanceChoice(scene), isNext: true }, finishChoice(scene)],
        back: state.openBalance,
        typing: null,
      };
    case 'amount':
      return amountScript(scene, task);
    case 'asking':
      return waitScript('asking', texts.t('kiosk/wait/title'), texts.t('kiosk/wait/asking'));
    case 'answer':
      return answerScript(scene, task);
    case 'not-answered':
      return notAnsweredScript(scene, task);
    case 'printing':
      return waitScript('printing', texts.t('kiosk/print/printing'), texts.t('kiosk/print/printingSay'));
    case 'printed':
    case 'receipt':
      return receiptScript(scene, task);
    case 'not-printed':
      return notPrintedScript(scene, task);
    case 'print-unknown':
      return unknownPrintScript(scene);
    case 'movements':
      return movementsScript(scene, task);
    case 'card':
      return cardScript(scene, task.card);
  }
}
