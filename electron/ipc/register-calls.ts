import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import type { Contract } from '../../shared/contract/contract.ts';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import type { OwnPage, SenderGate } from './sender-gate.ts';

export type Handlers<C extends Contract> = {
  readonly [N in keyof C]: (
    input: z.output<C[N]['input']>,
  ) => Result<z.input<C[N]['output']>> | Promise<Result<z.input<C[N]['output']>>>;
};

export interface FaultReport {
  readonly channel: string;
  readonly traceId: string;
  readonly fault: unknown;
}

export interface RegisterOptions {
  readonly gate: SenderGate;
  /** The one page whose contract it is; every other one is refused. */
  readonly page: OwnPage;
  readonly newTraceId: () => string;
  readonly onFault: (report: FaultReport) => void;
}

/**
 * Registers every call of a contract behind the one sender gate and the one catch.
 * Input and output are both held against the schema: what it does not name does not pass, in either direction.
 */
export function registerCalls<C extends Contract>(
  ipcMain: Pick<IpcMain, 'handle'>,
  contract: C,
  handlers: Handlers<C>,
  options: RegisterOptions,
): void {
  for (const [channel, spec] of Object.entries(contract)) {
    const handler = handlers[channel as keyof C] as (input: unknown) => Result<unknown> | Promise<Result<unknown>>;
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, input: unknown): Promise<Result<unknown>> => {
      try {
        if (options.gate.pageOf(event) !== options.page) {
          throw new Error(`${channel} was called from outside the page that it is for`);
        }
        const answer = await handler(spec.input.parse(input));
        return answer.ok ? ok(spec.output.parse(answer.value)) : answer;
      } catch (fault) {
        const traceId = options.newTraceId();
        options.onFault({ channel, traceId, fault });
        return err(appError('app.fault', { traceId }));
      }
    });
  }
}
