import type { CSSProperties } from 'react';
import type { Task } from '../stores/kiosk-flows.ts';
import { receiptColumnsOfSize } from '../stores/kiosk-receipt-slice.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { BigSign, Heading, Slabs } from './parts.tsx';
import { spokenReceipt } from './task-scripts.ts';
import { useKiosk } from './use-kiosk.ts';

/** The customer's own receipt, as the service wrote it; on paper too when it was printed. */
export function ReceiptScreen({ task }: { readonly task: Extract<Task, { kind: 'printed' | 'receipt' }> }) {
  const texts = useTexts();
  const isPrinted = task.kind === 'printed';
  return (
    <>
      <main className="k-main k-receipt" data-testid={isPrinted ? 'printed' : 'receipt'}>
        <div className="k-state">
          {isPrinted ? <BigSign kind="done" icon="check" /> : null}
          <div>
            <Heading />
            {isPrinted ? <p className="k-sub">{texts.t('kiosk/print/takeSay')}</p> : null}
          </div>
        </div>
        <PaperText task={task} />
      </main>
      <Slabs />
    </>
  );
}

function PaperText({ task: { receipt } }: { readonly task: Extract<Task, { kind: 'printed' | 'receipt' }> }) {
  const texts = useTexts();
  const size = useKiosk((state) => state.access.size);
  if (receipt.kind !== 'read') {
    const [why] = spokenReceipt(receipt, { texts });
    return <p className="k-sub">{why ?? texts.t('kiosk/wait/asking')}</p>;
  }
  const style = { '--columns': receiptColumnsOfSize[size] } as CSSProperties;
  return (
    <div className="k-paper">
      <div className="slot" />
      <div className="paper-wrap" style={style}>
        <section className="paper torn" aria-label={texts.t('kiosk/print/paper')} data-testid="receipt-text">
          {receipt.text.trimEnd()}
        </section>
      </div>
    </div>
  );
}
