import type { ShownReading } from '../stores/devices-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';

/** What a reader delivered, part by part, and what the rules made of it. */
export function ShownReadingView({ reading }: { readonly reading: ShownReading }) {
  const texts = useTexts();
  const { became, gapsMs, raw } = reading;
  return (
    <dl className="facts-list" data-testid="shown-reading" data-became={became.kind}>
      <dt>{texts.t('devices/reader')}</dt>
      <dd>{texts.t(`strip/reader/${reading.reader}`)}</dd>
      <dt>{texts.t('devices/arrived')}</dt>
      <dd className="raw" data-testid="raw">
        {raw.length === 0 ? texts.t('devices/nothingLegible') : null}
        {raw.map((part, index) => (
          // The parts of one reading never change their places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={index} className={`raw-${part.kind}`}>
            {part.kind === 'key' ? part.name : part.text}
          </span>
        ))}
      </dd>
      {gapsMs === null ? null : (
        <>
          <dt>{texts.t('devices/rhythm')}</dt>
          <dd>{texts.t('devices/rhythmSay', { from: Math.round(gapsMs.shortest), to: Math.round(gapsMs.longest) })}</dd>
        </>
      )}
      <dt>{texts.t('devices/became')}</dt>
      <dd data-testid="became">
        {became.kind === 'identifier'
          ? `${texts.t(became.by === 'card' ? 'devices/card' : 'devices/barcode')} ${became.masked}${
              became.issuer === null ? '' : ` (${became.issuer})`
            }`
          : texts.error(became.error.code).title}
      </dd>
    </dl>
  );
}
