import { BarcodeBars } from '../ui/drawings.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';
import { useDesk } from './use-desk.ts';

/** Nobody is served. */
export function WaitingScreen() {
  const texts = useTexts();
  return (
    <section className="who">
      <div className="pad-in waiting">
        <h1>{texts.t('waiting/title')}</h1>
        <p className="label soft">{texts.t('waiting/say')}</p>
        <div className="scan-here">
          <BarcodeBars />
          <div className="beam" />
          <ul className="scannable">
            <li>
              <Icon name="card-waves" size="row" />
              {texts.t('waiting/card')}
            </li>
            <li>
              <Icon name="scanner" size="row" />
              {texts.t('waiting/barcode')}
            </li>
            <li>
              <Icon name="phone-device" size="row" />
              {texts.t('waiting/app')}
            </li>
          </ul>
        </div>
        <LastServedLine />
      </div>
    </section>
  );
}

function LastServedLine() {
  const texts = useTexts();
  const last = useDesk((state) => state.lastServed);
  if (last === null) {
    return null;
  }
  const time = texts.clock(last.at);
  const key = last.hiddenByIdle ? 'waiting/hidden' : last.printed ? 'waiting/servedPrinted' : 'waiting/served';
  return (
    <p className="foot-line label">
      <Icon name={last.hiddenByIdle ? 'clock' : 'done'} size="row" />
      <span>{texts.t(key, { time })}</span>
    </p>
  );
}
