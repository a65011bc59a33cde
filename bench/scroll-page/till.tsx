import { createRoot } from 'react-dom/client';
import { deskExhibit, usual } from '../../renderer/gallery/desk-exhibits.tsx';
import { noAccountFlows } from '../../renderer/stores/account-flows.ts';
import { startTexts } from '../../renderer/ui/i18n/i18n.ts';
import { TextsProvider } from '../../renderer/ui/i18n/use-texts.tsx';
import { rows } from './rows.ts';

// The desk itself with its list of statements, every row of it read already: what is measured is the page alone.

const exhibit = deskExhibit('scrolled', {
  ...usual,
  panel: 'statements',
  statements: {
    ...noAccountFlows.statements,
    list: { kind: 'read', rows, total: rows.length, next: null, more: { kind: 'idle' } },
    selected: rows[0]?.id ?? null,
  },
});
const root = document.getElementById('root');
if (root !== null) {
  const texts = await startTexts('en');
  createRoot(root).render(<TextsProvider texts={texts}>{exhibit.show('en')}</TextsProvider>);
}
