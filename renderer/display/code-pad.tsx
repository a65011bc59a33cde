import { useState } from 'react';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { Press } from '../ui/press.tsx';

/** Codes may have letters, and nobody says that capitals do not matter. Nine large keys at a time, as many as fit a finger. */
const pages = ['123456789', 'ABCDEFGHI', 'JKLMNOPQR', 'STUVWXYZ'] as const;

interface CodePadProps {
  readonly onSign: (sign: string) => void;
  readonly onDelete: () => void;
  readonly isSending: boolean;
  /** No code counts just now. */
  readonly isOff: boolean;
}

/** Keys under the finger. What they type is nowhere but in the field. */
export function CodePad({ onSign, onDelete, isSending, isOff }: CodePadProps) {
  const texts = useTexts();
  const [at, setAt] = useState(0);
  const [isSmall, setSmall] = useState(false);
  const pageAt = (index: number) => {
    const page = pages[index % pages.length] ?? pages[0];
    return isSmall ? page.toLowerCase() : page;
  };
  const following = pageAt(at + 1);
  const keys = `${following.slice(0, 1)}–${following.slice(-1)}`;
  return (
    <fieldset className="cd-pad" disabled={isOff} aria-label={texts.t('display/code/pad')}>
      {[...pageAt(at)].map((sign) => (
        <Key key={sign} sign={sign} onSign={onSign} />
      ))}
      {/* The last page has a letter less; the keys below stay where they are. */}
      {pageAt(at).length === 8 ? <span /> : null}
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
      <Press
        className="cd-key fn case"
        testId="code-case"
        label={texts.t('display/code/small')}
        pressed={isSmall}
        keepsFocus
        onPress={() => setSmall((now) => !now)}
      >
        a–z
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
