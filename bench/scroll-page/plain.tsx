import { createRoot } from 'react-dom/client';
import { rowHeightPx, rows } from './rows.ts';

/** As many rows of one line each, all of them drawn by the browser alone: nothing happens when they are scrolled. */
function Plain() {
  return (
    <div className="virtual-list" style={{ height: '100vh', overflowY: 'scroll' }}>
      {rows.map(({ id, amount, details }) => (
        <div key={id} className="record" style={{ height: rowHeightPx }}>
          {details} {amount}
        </div>
      ))}
    </div>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<Plain />);
}
