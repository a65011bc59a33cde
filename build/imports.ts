// Every way in which a TypeScript file can name another module.
import { parseSync } from 'vite';

export interface Import {
  /** Null when it is computed: nobody can check that one. */
  readonly specifier: string | null;
  /** Erased before it runs. */
  readonly isTypeOnly: boolean;
  readonly line: number;
}

type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function* nodesOf(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item);
  } else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesOf(child);
  }
}

function literal(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  // A template without a hole is a string too.
  const quasis = node.type === 'TemplateLiteral' && Array.isArray(node.quasis) ? node.quasis : [];
  const only = quasis.length === 1 ? (quasis[0] as { value?: { cooked?: unknown } }) : undefined;
  return typeof only?.value?.cooked === 'string' ? only.value.cooked : null;
}

/** `import { type A, type B }` loads nothing of what it names, but TypeScript keeps the import itself: it counts as a real one. */
function isTypeOnly(node: SyntaxNode): boolean {
  return node.importKind === 'type' || node.exportKind === 'type';
}

const requires = new Set(['require', 'require.resolve', 'import.meta.resolve', 'createRequire']);

function calledName(callee: unknown): string {
  if (!isNode(callee)) return '';
  if (callee.type === 'Identifier') return String(callee.name);
  if (callee.type === 'MetaProperty') return 'import.meta';
  if (callee.type !== 'MemberExpression') return '';
  const { object, property } = callee;
  return `${calledName(object)}.${calledName(property)}`;
}

type Found = Omit<Import, 'line'>;

function importOf(node: SyntaxNode): Found | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: literal(node.source), isTypeOnly: isTypeOnly(node) };
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source ? { specifier: literal(node.source), isTypeOnly: isTypeOnly(node) } : null;
    case 'ImportExpression':
      return { specifier: literal(node.source), isTypeOnly: false };
    case 'TSImportType':
      return { specifier: literal(node.source), isTypeOnly: true };
    case 'TSExternalModuleReference':
      return { specifier: literal(node.expression), isTypeOnly: false };
    case 'CallExpression': {
      const [first] = node.arguments as unknown[];
      return requires.has(calledName(node.callee)) ? { specifier: literal(first), isTypeOnly: false } : null;
    }
    default:
      return null;
  }
}

/** All imports of a source text, in its order. Throws when it cannot be parsed: what is not understood is not allowed. */
export function importsOf(file: string, source: string): Import[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Import[] = [];
  for (const node of nodesOf(program)) {
    const entry = importOf(node);
    if (entry !== null) found.push({ ...entry, line: source.slice(0, node.start).split('\n').length });
  }
  return found;
}
