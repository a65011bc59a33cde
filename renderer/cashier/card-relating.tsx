import { useTexts } from '../ui/i18n/use-texts.tsx';
import { CardPlace, type In } from './card-parts.tsx';

export function CardRelating({ flow }: In<'relating'>) {
  const texts = useTexts();
  return (
    <CardPlace>
      <p className="label" role="status" data-testid="card-working">
        {texts.t(flow.settling ? 'card/settling' : flow.purpose === 'new' ? 'card/relating' : 'card/looking')}
      </p>
      {flow.settling ? <p className="note soft">{texts.t('card/settlingSay')}</p> : null}
    </CardPlace>
  );
}
