import { Heading, Slabs } from './parts.tsx';

/** All actions alone, where letters are too large for them to stand beside the balance. */
export function MoreScreen() {
  return (
    <>
      <main className="k-main" data-testid="more">
        <Heading />
      </main>
      <Slabs />
    </>
  );
}
