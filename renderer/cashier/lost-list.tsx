import type { LostListView } from '../stores/operators-store.ts';
import { useTexts } from '../ui/i18n/use-texts.tsx';
import { Icon } from '../ui/icons/icon.tsx';

/** What somebody types who owns the data folder: words of the command line, the same in every language. */
const commands = {
  restore: ['till operator restore', 'till operator restore --from FILE'],
  anew: ['till operator add --name NAME --role supervisor --new-list'],
} as const;

/** In the place of the operators when their list is lost: why, what became of the file, and the way back. */
export function LostList({ lost }: { readonly lost: LostListView }) {
  const texts = useTexts();
  const { reason, setAside } = lost;
  const isReplaceable = reason === 'missing' || reason === 'damaged' || reason === 'other-key';
  return (
    <div className="pad-in lost-list" role="alert" data-testid="lost-list">
      <div className="row">
        <Icon name="alert" />
        <h2>{texts.t('lock/lost/title')}</h2>
      </div>
      <p>{texts.t(`lock/lost/reason/${reason}`)}</p>
      {setAside === null ? null : <p className="lost-file">{texts.t('lock/lost/setAside', { name: setAside })}</p>}
      {isReplaceable ? (
        <>
          <p className="strong">{texts.t('lock/lost/back')}</p>
          <p>{texts.t('lock/lost/restore')}</p>
          <Commands lines={commands.restore} />
          <p>{texts.t('lock/lost/anew')}</p>
          <Commands lines={commands.anew} />
        </>
      ) : (
        <p className="strong">{texts.t(`lock/lost/passes/${reason}`)}</p>
      )}
      <p className="soft">{texts.t('lock/lost/byItself')}</p>
    </div>
  );
}

function Commands({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="lost-commands">
      {lines.map((line) => (
        <li key={line}>
          <code lang="en">{line}</code>
        </li>
      ))}
    </ul>
  );
}
