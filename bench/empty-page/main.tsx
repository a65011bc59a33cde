import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The least that React can do for a key, a tap and a message from outside: one word changes. */
function Empty() {
  const [text, setText] = useState('');
  useEffect(() => {
    const press = ({ key }: KeyboardEvent) => setText((before) => `${before}${key}`.slice(-8));
    const hear = () => setText((before) => `${before}!`.slice(-8));
    window.addEventListener('keydown', press);
    window.addEventListener('scan', hear);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('scan', hear);
    };
  }, []);
  return (
    <button type="button" id="tap" onClick={() => setText((before) => `${before}.`.slice(-8))}>
      {text === '' ? 'empty' : text}
    </button>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(<Empty />);
}
