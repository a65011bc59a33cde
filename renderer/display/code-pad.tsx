import { useState } from 'react';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Press } from '../ui/press.tsx';

/** Codes may have letters, and whether capitals matter the service does not say. Nine large keys at a time: as many as fit a finger. */
const pages = ['123456789', 'ABCDEFGHI', 'JKLMNOPQR', 'STUVWXYZ', 'abcdefghi', 'jklmnopqr', 'stuvwxyz'] as const;

interface CodePadProps {
  readonly onSign: (sign: string) => void;
  readonly onDelete: () => void;
  readonly isSending: boolean;
}

/** Keys under the finger. What they type is nowhere but in the field. */
export function CodePad({ onSign, onDelete, isSending }: CodePadProps) {
  const texts = useTexts();
  const [at, setAt] = useState(0);
  const following = pages[(at + 1) % pages.length] ?? pages[0];
  const keys = `${following.slice(0, 1)}–${following.slice(-1)}`;
  return (
    <fieldset className="cd-pad" aria-label={texts.t('display/code/pad')}>
      {[...(pages[at] ?? '')].map((sign) => (
        <Key key={sign} sign={sign} onSign={onSign} />
      ))}
      {/* The last page has a letter less; the keys below stay where they are. */}
      {pages[at]?.length === 8 ? <span /> : null}
      <Press
        className="cd-key fn"
        testId="code-page"
        label={texts.t('display/code/more', { keys })}
        keepsFocus
        onPress={() => setAt((now) => (now + 1) % pages.length)}
      >
        {keys}
      </Press>
      <Key sign="0" onSign={onSign} />
      <Press
        className="cd-key fn"
        testId="code-delete"
        label={texts.t('display/code/delete')}
        keepsFocus
        onPress={onDelete}
      >
        <Icon name="backspace" size="big" />
      </Press>
      <button type="submit" className="cd-key act" data-testid="code-confirm" disabled={isSending}>
        <Icon name="check" size="big" bold />
        {texts.t(isSending ? 'display/code/sending' : 'display/code/confirm')}
      </button>
    </fieldset>
  );
}

function Key({ sign, onSign }: { readonly sign: string; readonly onSign: (sign: string) => void }) {
  return (
    <Press className="cd-key" testId={`code-key-${sign}`} keepsFocus onPress={() => onSign(sign)}>
      {sign}
    </Press>
  );
}
