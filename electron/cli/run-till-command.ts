import { ok, type Result } from '../../shared/errors/result.ts';
import { createReceiptPrinting } from '../services/print-receipt.ts';
import { receiptHeader } from '../services/receipt-header.ts';
import { identifyWallet, isAmountSufficient, readWalletBalance } from '../services/wallet-reads.ts';
import { asPrintAnswer } from './answer.ts';
import type { TillCommand } from './read-command.ts';
import type { Till } from './till.ts';

/** Carries a command out with the services that the desk uses; the value has the API's own field names. */
export async function runTillCommand(command: TillCommand, till: Till): Promise<Result<unknown>> {
  switch (command.kind) {
    case 'identify':
      return identifyWallet(till.api, command.identifier);
    case 'balance':
      return readWalletBalance(till.api, command);
    case 'sufficient': {
      const answer = await isAmountSufficient(till.api, command.walletId, command.amount);
      return answer.ok ? ok({ is_sufficient: answer.value }) : answer;
    }
    case 'receipt':
      return asPrintAnswer(await printReceipt(command, till));
  }
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
  const request = {
    walletId: command.walletId,
    locale: command.locale ?? settings.locale,
    width: command.width ?? settings.receiptWidth,
  };
  // Nobody else can be served on a command line: whoever asked for the receipt is still there.
  return receipts.print(request, () => true);
}
