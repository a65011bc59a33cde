import type { AppError } from '../../shared/errors/app-error.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { useDesk } from './use-desk.ts';

const facts = ['offsetSeconds', 'code', 'path', 'columns', 'possibleCauses', 'traceId'] as const;

/** What to do, in order; the last step is always the shop's support with the word to say. */
export function ErrorSteps({ error, plain = false }: { readonly error: AppError; readonly plain?: boolean }) {
  const texts = useTexts();
  return (
    <ol className={plain ? 'todo plain' : 'todo'}>
      {texts.error(error.code).next.map((step) => (
        <li key={step}>
          <span>{step}</span>
        </li>
      ))}
      <li>
        <SupportLine code={error.code} />
      </li>
    </ol>
  );
}

/** Stand in the translated line for what is told over the phone and must not be torn apart. */
const slots = { phone: '[phone]', code: '[code]' } as const;

/** Whom to call and what to say: the shop's support, if this station knows its number. */
export function SupportLine({ code }: { readonly code: string }) {
  const texts = useTexts();
  const phone = useDesk((state) => state.station?.supportPhone ?? null);
  const line = texts.t(phone === null ? 'trouble/supportNoPhone' : 'trouble/support', slots);
  return (
    <span data-testid="support">
      {line.split(/(\[phone\]|\[code\])/).map((part) => {
        const value = part === slots.phone ? phone : part === slots.code ? code : null;
        return value === null ? (
          part
        ) : (
          <b key={part} className="strong nowrap">
            {value}
          </b>
        );
      })}
    </span>
  );
}

/** How long to wait: what the service asked for, or what the till chose itself; null when neither said. */
function waitSecondsOf({ details }: AppError): number | null {
  if (typeof details?.retryAfterSeconds === 'number') {
    return details.retryAfterSeconds;
  }
  return typeof details?.waitMs === 'number' ? Math.ceil(details.waitMs / 1_000) : null;
}

/** What the error knows besides its cause: for support, and for whoever sets the clock. */
export function ErrorFacts({ error }: { readonly error: AppError }) {
  const texts = useTexts();
  const known = facts.flatMap((name) => {
    const given = error.details?.[name];
    const value = Array.isArray(given) ? given.join(', ') : given;
    return typeof value === 'string' || typeof value === 'number' ? [{ name, value }] : [];
  });
  const waitSeconds = waitSecondsOf(error);
  return known.length === 0 && waitSeconds === null ? null : (
    <ul className="facts-list note soft" data-testid="error-facts">
      {waitSeconds === null ? null : <li>{texts.t('trouble/wait', { time: texts.plural('seconds', waitSeconds) })}</li>}
      {known.map(({ name, value }) => (
        <li key={name}>{texts.t(`trouble/fact/${name}`, { value })}</li>
      ))}
    </ul>
  );
}
