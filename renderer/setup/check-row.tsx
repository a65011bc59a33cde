import { type CheckResult, hasNext, isFindingCode } from '../../shared/domain/station-findings.ts';
import type { ErrorCode } from '../../shared/errors/error-table.ts';
import type { Texts } from '../ui/i18n/i18n.ts';
import type { TextKey } from '../ui/i18n/texts.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

interface Words {
  readonly what: string;
  readonly next: string;
}

/** Numbers as the language writes them; words of the system as they are. */
function valuesOf(facts: CheckResult['facts'], texts: Texts): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, typeof value === 'number' ? texts.number(value) : value]),
  );
}

/** What a check found, in words; one cause has one sentence, on the strip, at the desk and here. */
function checkWords({ finding, facts }: CheckResult, texts: Texts): Words {
  if (!isFindingCode(finding)) {
    const { title, what, next } = texts.error(finding as ErrorCode);
    return { what: `${title}. ${what}`, next: next.join(' ') };
  }
  const values = valuesOf(facts, texts);
  const next = hasNext(finding) ? texts.t(`doctor/next/${finding}`, values) : '';
  return { what: texts.t(`doctor/finding/${finding}`, values), next };
}

/** One check: what of, how it is, what to do. */
export function CheckRow({ result }: { readonly result: CheckResult }) {
  const texts = useTexts();
  const { check, about, verdict, finding } = result;
  const { what, next } = checkWords(result, texts);
  const needsHand = verdict === 'bad' || verdict === 'care';
  return (
    <li className="device check" data-state={verdict} data-finding={finding} data-testid={`check-${check}`}>
      <div>
        <strong>{about === null ? texts.t(`doctor/check/${check}`) : readerName(about, texts)}</strong>
        <span className={needsHand ? 'device-state care' : 'device-state'}>
          {needsHand ? <Icon name="alert" /> : <i className={`dot ${verdict === 'well' ? 'ok' : 'skipped'}`} />}
          <b>{texts.t(`doctor/verdict/${verdict}`)}</b>
        </span>
      </div>
      <div>
        <span>{what}</span>
        {next === '' ? null : <span className={needsHand ? 'check-next' : 'note soft'}>{next}</span>}
      </div>
    </li>
  );
}

function readerName(about: string, texts: Texts): string {
  return texts.t(`strip/reader/${about}` as TextKey);
}
