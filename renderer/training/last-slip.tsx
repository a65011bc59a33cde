import { useTexts } from '../ui/i18n/use-texts.tsx';
import { PaperPicture, slipsOf } from '../ui/paper.tsx';
import { useTraining } from './use-training.ts';

/** The slip that came out last, large, as it hangs from the printer. */
export function LastSlip({ isOnlyPaper }: { readonly isOnlyPaper: boolean }) {
  const texts = useTexts();
  const paper = useTraining((state) => state.room?.paper ?? null);
  const slip = paper === null ? undefined : slipsOf(paper).at(-1);
  if (paper === null || slip === undefined) {
    return null;
  }
  return (
    <div className="paper-wrap taken">
      <PaperPicture
        slip={slip}
        columns={paper.columns}
        printedPx={isOnlyPaper ? 380 : 320}
        testId={isOnlyPaper ? 'paper' : undefined}
        label={texts.t('print/paper')}
      />
    </div>
  );
}
