// Writes docs/api-coverage.md from the declarations of the operations; a test fails when the page is stale.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Endpoint, Needs } from '../electron/wallet-api/endpoint.ts';
import { operationNames, operations } from '../electron/wallet-api/operations.ts';
import { projectDir } from './paths.ts';

export const apiCoveragePage = path.join(projectDir, 'docs', 'api-coverage.md');

/** The whole page as text. */
export function renderApiCoverage(): string {
  const all = operationNames.map((name): Endpoint => operations[name]);
  return `# What of the API is covered

Written by \`npm run api-coverage\` from the declarations in \`electron/wallet-api/endpoints/\`; do not edit. Every operation
of the wallet resource is one declaration, from which the client, the settings, the command line and this page derive.

| operation | request | what it does | effect |
| --- | --- | --- | --- |
${all.map(overviewRow).join('\n')}

${all.map(section).join('\n\n')}
`;
}

function overviewRow({ name, method, path: route, summary, effect }: Endpoint): string {
  return `| [${name}](#${name.replaceAll('.', '')}) | \`${method} ${route}\` | ${summary} | ${effect} |`;
}

function section(one: Endpoint): string {
  return [
    `## ${one.name}`,
    '',
    one.summary,
    '',
    `- Request: \`${one.method} ${one.path}\`${parametersOf(one)}`,
    `- Needs: ${one.authenticated ? needsIn(one.needs) : 'nothing, not even credentials'}`,
    `- Refusals: ${refusalsOf(one)}`,
    ...settlingOf(one),
    `- Source: ${one.source}`,
  ].join('\n');
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** Names of the parameters; a question mark behind the optional ones. */
function parametersOf({ parameters }: Endpoint): string {
  const schema = parameters.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const forms = (schema.oneOf ?? schema.anyOf ?? [schema]).map(({ properties = {}, required = [] }) =>
    Object.entries(properties)
      .map(([name, property]) => `${labelOf(name, property)}${required.includes(name) ? '' : '?'}`)
      .join(', '),
  );
  const shown = forms.filter((form) => form !== '').map((form) => `\`${form}\``);
  return shown.length === 0 ? '' : `; parameters ${shown.join(' or ')}`;
}

/** What tells one form from another is shown with its value. */
function labelOf(name: string, property: unknown): string {
  const constant = (property as { readonly const?: unknown }).const;
  return constant === undefined ? name : `${name}: ${String(constant)}`;
}

function needsIn({ scopes, specialPermission, feature }: Needs): string {
  const needs = [
    ...scopes.map((group) => `scope ${group.map((scope) => `\`${scope}\``).join(' or ')}`),
    ...(specialPermission ? ['a special permission'] : []),
    ...(feature === undefined ? [] : [`the feature \`${feature}\`, which only some clients have`]),
  ];
  return needs.length === 0 ? 'no scope' : needs.join('; ');
}

function refusalsOf({ refusals }: Endpoint): string {
  const rows = Object.entries(refusals).map(([theirs, ours]) => `\`${theirs}\` is \`${ours}\``);
  return rows.length === 0 ? 'the general ones' : `${rows.join(', ')}; else the general ones`;
}

function settlingOf(one: Endpoint): readonly string[] {
  if (one.effect === 'read') {
    return [];
  }
  const settled =
    one.settleBy === 'operator'
      ? 'nothing can be read of it: the operator decides'
      : `read with ${one.settleBy.asks.map((name) => `\`${name}\``).join(' and ')}: ${one.settleBy.proves}`;
  const { attempts } = one;
  const guesses =
    attempts === undefined
      ? []
      : [
          `- Wrong guesses: at most ${attempts.most}, then \`${attempts.waiting}\` for ${attempts.waitMs / 60_000} minutes`,
        ];
  return [`- An answer that was lost: ${settled}`, ...guesses];
}

if (import.meta.main) {
  writeFileSync(apiCoveragePage, renderApiCoverage());
}
