import { WalletIdentifier } from '../../shared/domain/identifier.ts';
import { identifierText } from '../../shared/domain/identifier-text.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/errors/result.ts';
import type { PrintOutcome, ReceiptPrinter } from '../devices/receipt-printer/port.ts';
import { type Actor, type Happening, type Outcome, plainDone, type Subject } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import type { AnswerOf, Endpoint, MutationEndpoint, ParametersOf } from '../wallet-api/endpoint.ts';
import type { CallOptions, WalletApi } from '../wallet-api/wallet-api.ts';
import { keptOf } from './kept-parameters.ts';

export interface JournaledOptions {
  readonly journal: Journal;
  /** Who is at the station and which reader was used last. */
  readonly actor: () => Actor;
  /** Milliseconds that never go back. */
  readonly monotonic: () => number;
}

/** Puts the journal between the services and what they act on: they need not know of it. */
export interface JournaledTill {
  api(api: WalletApi): WalletApi;
  printer(printer: ReceiptPrinter): ReceiptPrinter;
}

/** Asked by the till itself, about nobody; the strip shows what comes of it. */
const unrecorded = new Set(['server.read']);

export function createJournaledTill(options: JournaledOptions): JournaledTill {
  // What is printed was asked for about this one.
  const last: LastAsked = { subject: null, wallet: null };
  return {
    api: (api) => new JournaledApi(api, options, last),
    printer: (printer) => journaledPrinter(printer, options, last),
  };
}

interface LastAsked {
  subject: Subject | null;
  wallet: string | null;
}

class JournaledApi implements WalletApi {
  readonly #api: WalletApi;
  readonly #options: JournaledOptions;
  readonly #last: LastAsked;
  /** Changes whose answers were lost, until reading says what became of them. */
  readonly #lost = new Map<string, number>();
  readonly whyDisabled: WalletApi['whyDisabled'];
  readonly onLinkChanged: WalletApi['onLinkChanged'];
  readonly close: WalletApi['close'];

  constructor(api: WalletApi, options: JournaledOptions, last: LastAsked) {
    this.#api = api;
    this.#options = options;
    this.#last = last;
    this.whyDisabled = (operation) => api.whyDisabled(operation);
    this.onLinkChanged = (listener) => api.onLinkChanged(listener);
    this.close = () => api.close();
  }

  get link(): WalletApi['link'] {
    return this.#api.link;
  }

  call<E extends Endpoint>(
    endpoint: E,
    parameters: ParametersOf<E>,
    options?: CallOptions,
  ): Promise<Result<AnswerOf<E>>> {
    if (unrecorded.has(endpoint.name)) {
      return this.#api.call(endpoint, parameters, options);
    }
    if (endpoint.effect === 'read') {
      return this.#read(endpoint, parameters, options);
    }
    // The same endpoint, known to be a change.
    return this.#change(endpoint as E & MutationEndpoint, parameters as never, options) as never;
  }

  noteSettlement(endpoint: MutationEndpoint, parameters: unknown, found: 'done' | 'not-settled' | 'unknown'): void {
    const key = changeKey(endpoint, parameters);
    const intent = this.#lost.get(key);
    if (intent === undefined) {
      return;
    }
    if (found !== 'unknown') {
      this.#lost.delete(key);
    }
    this.#options.journal.complete(intent, { ...plainDone, outcome: found, settledBy: 'read' });
  }

  async #read<E extends Endpoint>(
    endpoint: E,
    parameters: ParametersOf<E>,
    options?: CallOptions,
  ): Promise<Result<AnswerOf<E>>> {
    const { journal, monotonic } = this.#options;
    const startedMs = monotonic();
    const happening = this.#happening(endpoint, parameters);
    const answer = await this.#api.call(endpoint, parameters, options);
    const wallet = happening.wallet ?? walletIn(answer, journal);
    Object.assign(this.#last, { subject: happening.subject, wallet });
    // Written a moment later: whoever waits for the answer does not wait for the disk.
    journal.note(happening, { ...outcomeOf(answer), durationMs: since(startedMs, monotonic), wallet });
    return answer;
  }

  async #change<E extends MutationEndpoint>(
    endpoint: E,
    parameters: ParametersOf<E>,
    options?: CallOptions,
  ): Promise<Result<AnswerOf<E>>> {
    const { journal, monotonic } = this.#options;
    const intent = journal.begin(this.#happening(endpoint, parameters), keptOf(endpoint, parameters));
    if (!intent.ok) {
      return intent;
    }
    const startedMs = monotonic();
    const answer = await this.#api.call(endpoint, parameters, options);
    const outcome = { ...outcomeOf(answer), durationMs: since(startedMs, monotonic) };
    if (outcome.outcome === 'unknown') {
      this.#lost.set(changeKey(endpoint, parameters), intent.value);
    }
    journal.complete(intent.value, { ...outcome, settledBy: 'answer', wallet: walletIn(answer, journal) });
    return answer;
  }

  #happening(endpoint: Endpoint, parameters: unknown): Happening {
    const { journal, actor } = this.#options;
    return { ...actor(), operation: endpoint.name, ...aboutWhom(parameters, journal) };
  }
}

/** What a customer said in confidence; a look-up does without it, and nothing here may keep it. */
const inConfidence = new Set(['password', 'code']);

/** Which change it is, by all that may be remembered of it. */
export function changeKey(endpoint: Pick<MutationEndpoint, 'name'>, parameters: unknown): string {
  const said = JSON.stringify(parameters, (name, value) => (inConfidence.has(name) ? undefined : value));
  return `${endpoint.name} ${said}`;
}

/** By whom or by what an operation asks, as keyed hashes. */
function aboutWhom(parameters: unknown, journal: Journal): Pick<Happening, 'subject' | 'wallet'> {
  const given = parameters as Readonly<Record<string, unknown>>;
  const wallet = typeof given.walletId === 'number' ? journal.walletKeyOf(given.walletId) : null;
  const card = typeof given.number === 'string' ? { kind: 'card', issuer: given.issuer, number: given.number } : null;
  const identifier = WalletIdentifier.safeParse(card ?? given);
  if (identifier.success) {
    const { kind } = identifier.data;
    return { subject: journal.subjectOf(kind, identifierText(identifier.data)), wallet };
  }
  return { subject: wallet === null ? null : { kind: 'wallet', key: wallet }, wallet };
}

/** The wallet that an answer is, where it is one. */
function walletIn(answer: Result<unknown>, journal: Journal): string | null {
  if (!answer.ok || typeof answer.value !== 'object' || answer.value === null) {
    return null;
  }
  const { id, owner } = answer.value as { id?: unknown; owner?: unknown };
  return typeof id === 'number' && typeof owner === 'number' ? journal.walletKeyOf(id) : null;
}

/** Whole milliseconds. */
function since(startedMs: number, monotonic: () => number): number {
  return Math.max(0, Math.round(monotonic() - startedMs));
}

export function outcomeOf(answer: Result<unknown>): Outcome {
  return answer.ok ? plainDone : outcomeOfError(answer.error);
}

function outcomeOfError(error: AppError): Outcome {
  const { code, kind, details } = error;
  const isRefused = kind === 'refused' || kind === 'input';
  return {
    outcome:
      kind === 'unknown-outcome'
        ? 'unknown'
        : details?.abandoned === true
          ? 'abandoned'
          : isRefused
            ? 'refused'
            : 'failed',
    settledBy: null,
    error: code,
    apiCode: apiCodeOf(details?.code),
    apiStatus: apiStatusOf(details?.status),
    durationMs: null,
  };
}

/** What is no status of HTTP, as some proxies answer, is nothing to count. */
function apiStatusOf(status: unknown): number | null {
  return typeof status === 'number' && Number.isInteger(status) && status >= 100 && status < 600 ? status : null;
}

/** The API's own word, if it is one: a text that could hold anything is not kept. */
function apiCodeOf(code: unknown): string | null {
  return typeof code === 'string' && /^[a-z_]{1,40}$/.test(code) ? code : null;
}

function journaledPrinter(printer: ReceiptPrinter, options: JournaledOptions, last: LastAsked): ReceiptPrinter {
  const { journal, actor, monotonic } = options;
  return {
    get columns() {
      return printer.columns;
    },
    readState: (how) => printer.readState(how),
    watch: (listener) => printer.watch(listener),
    close: () => printer.close(),
    async print(job, how) {
      const about = job.isStations
        ? { operation: 'report.print', subject: null, wallet: null }
        : { operation: 'receipt.print', ...last };
      const intent = journal.begin({ ...actor(), ...about }, null);
      if (!intent.ok) {
        return { kind: 'withheld', error: intent.error };
      }
      const startedMs = monotonic();
      const outcome = await printer.print(job, how);
      journal.complete(intent.value, { ...printed(outcome), durationMs: since(startedMs, monotonic) });
      return outcome.kind === 'unknown' ? { ...outcome, entry: intent.value } : outcome;
    },
  };
}

const codeOfState: Readonly<Record<string, string>> = {
  'paper-out': 'printer.paper-out',
  'cover-open': 'printer.cover-open',
  cutter: 'printer.cutter-jammed',
  error: 'printer.failed',
  'in-use': 'printer.in-use',
  silent: 'printer.silent',
  absent: 'printer.absent',
  ready: 'printer.failed',
};

function printed(outcome: PrintOutcome): Outcome {
  switch (outcome.kind) {
    case 'printed':
      return { ...plainDone, outcome: 'printed', settledBy: 'answer' };
    case 'unknown':
      return { ...plainDone, outcome: 'unknown', error: 'print.outcome-unknown', settledBy: 'answer' };
    case 'unprintable':
      return { ...plainDone, outcome: 'not-printed', error: 'printer.letters-unavailable', settledBy: 'answer' };
    case 'withheld':
      return { ...plainDone, outcome: 'not-printed', error: outcome.error.code, settledBy: 'answer' };
    case 'not-printed': {
      const { state } = outcome;
      const cause = state.kind === 'blocked' ? state.reason : state.kind;
      return { ...plainDone, outcome: 'not-printed', error: codeOfState[cause] ?? null, settledBy: 'answer' };
    }
  }
}
