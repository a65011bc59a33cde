import { BigSign, Heading, Lines, Slabs } from './parts.tsx';

export function GoodbyeScreen() {
  return (
    <>
      <main className="k-main" data-testid="goodbye">
        <BigSign kind="done" icon="check" />
        <Heading className="k-large" />
        <Lines />
      </main>
      <Slabs />
    </>
  );
}
