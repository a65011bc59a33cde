import type { MacCredentials } from './authentication.ts';
import type { Card, Rules, Sample, SampleBarcode, SimulatorData } from './data.ts';
import type { WalletFault } from './faults.ts';
import type { Levers, SentCode } from './levers.ts';
import type { TlsFiles } from './listener.ts';
import type { RequestLimits } from './request-limits.ts';
import type { LoggedRequest } from './request-log.ts';
import type { WorldState } from './state.ts';

export interface WalletSimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly data?: SimulatorData;
  /** A state that was kept; else the world begins with the data. */
  readonly state?: WorldState;
  /** Where every change is kept; nowhere unless given. */
  readonly stateFile?: string;
  /** Codes, tokens and the spread of latencies come again from the same seed; 1 unless given. */
  readonly seed?: number;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  /** How a latency passes; rejects when the signal says that the client is gone. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly credentials?: MacCredentials;
  /** An https listener besides, where a client certificate of this CA stands for the MAC. */
  readonly tls?: TlsFiles & { readonly port?: number };
  /** None unless given: training and tests ask faster than any shop. */
  readonly limits?: RequestLimits;
  /** Overrules the data's rule. */
  readonly unconfirmedCards?: Rules['unconfirmedCards'];
  /** Starts the control endpoint on a loopback port of its own; makes a token unless one is given. */
  readonly control?: { readonly port?: number; readonly token?: string };
  /** A code was "sent": show it to whoever plays the customer. */
  readonly onCodeSent?: (code: SentCode) => void;
}

/** What can be done to a running simulator besides asking its API. */
export interface Controllable extends Levers {
  /** The latest thousand, without anybody's data. */
  readonly requests: readonly LoggedRequest[];
  /** The world's time in unix seconds, without a skew. */
  nowSeconds(): number;
  listFaults(): readonly WalletFault[];
  /** Replaces all faults by these. */
  setFaults(faults: readonly WalletFault[]): void;
  /** Cut: connections are refused and open ones destroyed. Back: the same ports listen again. */
  setNetwork(reachable: boolean): Promise<void>;
  /** The world begins anew with its data; faults are gone. */
  reset(): void;
}

export interface WalletSimulator extends Controllable {
  /** Base URL, with `/rest/v1`. */
  readonly url: string;
  readonly port: number;
  /** The same over https; null without `tls`. */
  readonly tlsUrl: string | null;
  readonly clientId: string;
  readonly macKey: string;
  readonly samples: readonly Sample[];
  readonly barcodes: readonly SampleBarcode[];
  /** Where the control endpoint listens; null unless it was asked for. */
  readonly control: { readonly url: string; readonly token: string } | null;
  /** Replaces all faults by one or by none. */
  setFault(fault: WalletFault | null): void;
  /** The client's MAC keys that are accepted from now on: two while one is exchanged for another. */
  setClientKeys(keys: readonly string[]): void;
  /** Gives a card without owner to the account behind a wallet, confirmed; answers with the id of its new wallet. */
  relateCard(walletId: number, card: Card): number;
  close(): Promise<void>;
}
