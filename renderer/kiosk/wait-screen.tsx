import { BigSign, Heading, Lines } from './parts.tsx';

type Wait =
  | 'identifying'
  | 'asking'
  | 'printing'
  | 'card-relating'
  | 'card-finding'
  | 'card-looking'
  | 'card-confirming';

/** The service or the printer is at work. */
export function WaitScreen({ kind }: { readonly kind: Wait }) {
  return (
    <main className="k-main" data-testid={kind} aria-busy="true">
      <BigSign kind="work" icon={kind === 'printing' ? 'printer' : 'working'} />
      <Heading className="k-large" />
      <Lines />
    </main>
  );
}
