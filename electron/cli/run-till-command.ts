import { type AppError, appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { createReceiptPrinting, type ReceiptRequest } from '../services/print-receipt.ts';
import { receiptHeader } from '../services/receipt-header.ts';
import { type MutationOutcome, performMutation } from '../services/settle-mutation.ts';
import { identifyWallet } from '../services/wallet-reads.ts';
import type { Endpoint, MutationEndpoint } from '../wallet-api/endpoint.ts';
import { readServer } from '../wallet-api/endpoints/read-server.ts';
import { type OperationName, operations } from '../wallet-api/operations.ts';
import type { TillCommand } from './read-command.ts';
import type { Till } from './till.ts';

/** A command with one answer. */
export type SingleCommand = Exclude<TillCommand, { kind: 'list' }>;

/** Carries a command out with the services that the desk uses; the value has the API's own field names. */
export async function runTillCommand(command: SingleCommand, till: Till): Promise<Result<unknown>> {
  switch (command.kind) {
    case 'identify':
      return identifyWallet(till.api, command.identifier);
    case 'read': {
      const endpoint: Endpoint = operations[command.operation];
      return till.api.call(endpoint, command.parameters);
    }
    case 'change':
      return change(operations[command.operation] as Endpoint as MutationEndpoint, command.parameters, till);
    case 'receipt':
      return printReceipt(command, till);
  }
}

/** A change whose answer was lost is looked up. Errors: `api.outcome-unknown` with `details.found`, and the operation's. */
async function change(endpoint: MutationEndpoint, parameters: unknown, { api }: Till): Promise<Result<unknown>> {
  if (api.whyDisabled(endpoint.name as OperationName) === null) {
    // A change is not repeated after a wrong time stamp, and each command starts without knowing the API's clock.
    await api.call(readServer, {});
  }
  const outcome = await performMutation(api, endpoint, parameters);
  if (!outcome.ok) {
    return outcome;
  }
  return outcome.value.kind === 'done' ? ok(outcome.value.value) : err(unsettled(outcome.value));
}

function unsettled(outcome: Exclude<MutationOutcome<unknown>, { kind: 'done' }>): AppError {
  return outcome.kind === 'not-settled'
    ? appError('api.outcome-unknown', { found: 'not-settled', next: 'it had not happened when it was looked up' })
    : appError('api.outcome-unknown', { found: 'unknown', cause: outcome.cause, next: 'look before asking again' });
}

function printReceipt(command: Extract<TillCommand, { kind: 'receipt' }>, till: Till): Promise<Result<unknown>> {
  const { settings, api, printer } = till;
  const receipts = createReceiptPrinting({
    api,
    printer,
    mark: till.receiptMark,
    header: () => receiptHeader(settings.stationName, new Date()),
    clock: Date.now,
  });
  const request: ReceiptRequest = {
    walletId: command.walletId as ReceiptRequest['walletId'],
    locale: command.locale ?? settings.locale,
    width: command.width ?? settings.receiptWidth,
  };
  // Nobody else can be served on a command line: whoever asked for the receipt is still there.
  return receipts.print(request, () => true);
}
