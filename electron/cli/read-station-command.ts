import type { IdentifierKind, WalletIdentifier } from '../../shared/domain/identifier.ts';
import { readIdentifier } from '../../shared/domain/read-identifier.ts';
import type { RoleName } from '../../shared/domain/roles.ts';
import { ok, type Result } from '../../shared/errors/result.ts';
import { type CommandName, criteria, optionsOf } from './commands.ts';
import { readText, usage, withOption } from './options.ts';
import { type Arguments, secretName } from './read-arguments.ts';
import type { StationCommand } from './station-commands.ts';

/** The one criterion among the values, understood; null when there is none. */
function readCriterion(values: Arguments['values']): Result<WalletIdentifier | null> {
  const given = [...values].filter(([name]) => name in criteria);
  const [criterion] = given;
  if (criterion === undefined) {
    return ok(null);
  }
  const [name, text] = criterion;
  return given.length > 1
    ? usage('journal list takes one number at most', Object.keys(criteria))
    : withOption(name, readIdentifier(criteria[name]?.kind as IdentifierKind, text));
}

/** Understands a command about the station itself. Errors: `command.usage`, `identifier.malformed`. */
export function readStationCommand({
  command,
  values,
  switches,
}: Arguments): Result<{ readonly kind: 'station'; readonly command: StationCommand }> {
  const read: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(optionsOf(command))) {
    const text = values.get(name);
    if (text === undefined && spec.required) {
      return usage(`${command} needs --${name}`, [`--${name} ${spec.value ?? ''}`]);
    }
    const value = text === undefined ? ok(undefined) : withOption(name, readText(spec, text));
    if (!value.ok) {
      return value;
    }
    read[name] = value.value;
  }
  const by = command === 'journal list' ? readCriterion(values) : ok(null);
  if (!by.ok) {
    return by;
  }
  const pin = values.get(secretName('pin'));
  const all = { ...read, by: by.value, csv: switches.has('csv'), newList: switches.has('new-list'), pin };
  return ok({ kind: 'station', command: stationCommandOf(command, all) });
}

function stationCommandOf(action: CommandName, read: Readonly<Record<string, unknown>>): StationCommand {
  switch (action as StationCommand['action']) {
    case 'journal list':
      return { action: 'journal list', last: (read.last as number) ?? 50, by: read.by as WalletIdentifier | null };
    case 'journal backup':
      return { action: 'journal backup', file: read.to as string };
    case 'journal compact':
      return { action: 'journal compact', beforeMs: (read.before as number) * 1_000 };
    case 'journal resolve':
      return { action: 'journal resolve', entry: read.entry as number, as: read.as as 'done' };
    case 'operator add': {
      const { name, role, card, pin } = read;
      const operator = { name: name as string, role: role as RoleName, pin: pin as string };
      const newList = read.newList as boolean;
      return { action: 'operator add', operator: { ...operator, card: (card as string) ?? null }, newList };
    }
    case 'operator pin':
      return { action: 'operator pin', name: read.name as string, pin: read.pin as string };
    case 'operator remove':
      return { action: 'operator remove', name: read.name as string };
    case 'operator backup':
      return { action: 'operator backup', file: read.to as string };
    case 'operator restore':
      return { action: 'operator restore', file: (read.from as string) ?? null };
    case 'report x':
      return { action: 'report x', csv: read.csv as boolean };
    case 'report z':
      return { action: 'report z', csv: read.csv as boolean, number: (read.number as number) ?? null };
    default:
      return { action: action as 'journal open' };
  }
}
