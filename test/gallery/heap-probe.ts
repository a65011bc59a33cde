// Looks for strings in all that a page holds: a snapshot of its heap by the DevTools protocol, and its document.
import type { CDPSession, Page } from '@playwright/test';

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly (readonly string[] | string)[];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

export interface HeapProbe {
  /** Everything of the page's heap that is text, after what can be collected was. */
  read(): Promise<HeapReading>;
  document(): Promise<string>;
}

export interface HeapReading {
  readonly strings: readonly string[];
  /** The way from a root to a string, for whoever wants to know who holds it. */
  holdersOf(text: string): readonly string[];
}

export async function openHeapProbe(page: Page): Promise<HeapProbe> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  return {
    read: async () => readingOf(await takeSnapshot(session)),
    document: () => page.evaluate(() => document.documentElement.outerHTML),
  };
}

async function takeSnapshot(session: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  try {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  } finally {
    session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  }
  return JSON.parse(chunks.join('')) as Snapshot;
}

function readingOf(snapshot: Snapshot): HeapReading {
  return { strings: snapshot.strings, holdersOf: (text) => holdersOf(snapshot, text) };
}

/** Breadth first from the root: the shortest way to a node with that name, as `type name .edge`. */
function holdersOf({ snapshot: { meta }, nodes, edges, strings }: Snapshot, text: string): readonly string[] {
  const wide = meta.node_fields.length;
  const long = meta.edge_fields.length;
  const at = (name: string) => meta.node_fields.indexOf(name);
  const nameAt = at('name');
  const countAt = at('edge_count');
  const nodeTypes = meta.node_types[0] as readonly string[];
  const edgeTypes = meta.edge_types[0] as readonly string[];
  const target = strings.indexOf(text);
  const firstEdge = new Map<number, number>();
  let edge = 0;
  for (let node = 0; node < nodes.length; node += wide) {
    firstEdge.set(node, edge);
    edge += (nodes[node + countAt] ?? 0) * long;
  }
  const cameFrom = new Map<number, { readonly node: number; readonly by: string }>();
  const queue = [0];
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] ?? 0;
    if (node !== 0 && nodes[node + nameAt] === target && nodeTypes[nodes[node] ?? 0]?.includes('string')) {
      return wayTo(node);
    }
    const start = firstEdge.get(node) ?? 0;
    for (let step = 0; step < (nodes[node + countAt] ?? 0); step += 1) {
      const [type = 0, label = 0, to = 0] = edges.slice(start + step * long, start + step * long + 3);
      if (edgeTypes[type] === 'weak' || cameFrom.has(to) || to === 0) {
        continue;
      }
      const by = edgeTypes[type] === 'element' || edgeTypes[type] === 'hidden' ? `[${label}]` : (strings[label] ?? '');
      cameFrom.set(to, { node, by: `${edgeTypes[type]} ${by}` });
      queue.push(to);
    }
  }
  return [];

  function wayTo(node: number): readonly string[] {
    const way: string[] = [];
    for (let here = node; here !== 0; ) {
      const from = cameFrom.get(here);
      const name = `${nodeTypes[nodes[here] ?? 0]} ${(strings[nodes[here + nameAt] ?? 0] ?? '').slice(0, 60)}`;
      way.unshift(`${from?.by ?? ''} → ${name}`);
      here = from?.node ?? 0;
    }
    return way;
  }
}

/** Each mark that stands in one of the texts, with that text. */
export function findMarks(texts: readonly string[], marks: readonly RegExp[]): readonly string[] {
  const any = new RegExp(marks.map(({ source }) => source).join('|'));
  return texts.filter((text) => any.test(text));
}
