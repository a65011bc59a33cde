import { BigSign, Heading, Lines } from './parts.tsx';

/** The service or the printer is at work. */
export function WaitScreen({ kind }: { readonly kind: 'identifying' | 'asking' | 'printing' }) {
  return (
    <main className="k-main" data-testid={kind} aria-busy="true">
      <BigSign kind="work" icon={kind === 'printing' ? 'printer' : 'working'} />
      <Heading className="k-large" />
      <Lines />
    </main>
  );
}
