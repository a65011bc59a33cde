import { Heading, Slabs } from './parts.tsx';

/** Every language by its own name. */
export function LanguagePanel() {
  return (
    <>
      <main className="k-main" data-testid="language-panel">
        <Heading />
      </main>
      <Slabs />
    </>
  );
}
