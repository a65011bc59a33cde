import type { Endpoint, MutationEndpoint } from '../wallet-api/endpoint.ts';
import { operations } from '../wallet-api/operations.ts';
import { type CommandName, commandNames, optionsOf, specOf } from './commands.ts';

function optionLines(name: CommandName): string[] {
  return Object.entries(optionsOf(name))
    .filter(([option]) => option !== 'json')
    .map(([option, { value, help, required }]) => {
      const shown = `--${option}${value === undefined ? '' : ` ${value}`}`;
      return `    ${shown.padEnd(29)} ${help}${required ? ' (needed)' : ''}`;
    });
}

function inputLines(name: CommandName): string[] {
  const { input } = specOf(name);
  return input === undefined ? [] : [`    ${'standard input'.padEnd(30)}${input.what}, one line`];
}

const ending = [
  '',
  'A value of - is read from standard input, so that it stands in no list of processes. Secrets come no other way.',
  'Answers are one JSON object: {"ok":true,"value":…} or {"ok":false,"error":{"code","kind","message"}}.',
  'Exit status: 0 done, 1 bug, 2 input, 3 refused, 4 unreachable, 5 outcome unknown, 6 device, 7 auth, 8 busy, 9 upstream.',
  'Settings come from the environment and settings.json: docs/configuration.md.',
  '',
];

/** The page that `help` prints: every command, or one of them with what the API must allow for it. */
export function helpText(about: CommandName | null = null): string {
  const shown = about === null ? commandNames : [about];
  const lines = shown.flatMap((name) => [
    '',
    `  ${name}: ${specOf(name).help}`,
    ...optionLines(name),
    ...inputLines(name),
  ]);
  const first =
    about === null ? 'till COMMAND [--option VALUE …] [--json]' : `till ${about} [--option VALUE …] [--json]`;
  return [first, ...lines, ...(about === null ? [] : needLines(about)), ...ending].join('\n');
}

function needLines(command: CommandName): string[] {
  return specOf(command).operations.flatMap((name) => {
    const endpoint: Endpoint = operations[name];
    const { needs, source } = endpoint;
    const scopes = needs.scopes.map((group) => `scope ${group.join(' or ')}`);
    const special = needs.specialPermission ? ['a special permission'] : [];
    const feature = needs.feature === undefined ? [] : [`the feature ${needs.feature}`];
    const needed = [...scopes, ...special, ...feature];
    return [
      '',
      `  ${name} needs ${needed.length === 0 ? 'no scope' : needed.join('; ')}.`,
      ...(endpoint.effect === 'read' ? [] : [`  If its answer is lost: ${settlingOf(endpoint.settleBy)}.`]),
      `  Source: ${source}.`,
    ];
  });
}

function settlingOf(settleBy: MutationEndpoint['settleBy']): string {
  return settleBy === 'operator' ? 'nothing can be read of it; whoever asked decides' : settleBy.proves;
}
