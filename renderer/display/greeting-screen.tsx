import { BarcodeBars } from '../ui/drawings.tsx';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

/** Nobody is served yet: what to do. */
export function GreetingScreen() {
  const texts = useTexts();
  return (
    <main className="cd-main cd-greeting" data-testid="display-greeting">
      <h1>{texts.t('display/greeting/title')}</h1>
      <p className="cd-lead">{texts.t('display/greeting/say')}</p>
      <div className="cd-picture" aria-hidden="true">
        <BarcodeBars />
        <div className="cd-beam" />
        <div className="cd-waves">
          <Icon name="card-waves" />
        </div>
      </div>
    </main>
  );
}
