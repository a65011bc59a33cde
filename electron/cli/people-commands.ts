import { existsSync } from 'node:fs';
import path from 'node:path';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { outcomeOf } from '../journal/entry.ts';
import type { NewOperator, People } from '../people/people.ts';
import type { StationJournal } from '../station-journal.ts';

/** What is asked of the station's list of operators, understood. Whoever may write into its folder is its owner. */
export type PeopleCommand =
  | { readonly action: 'operator add'; readonly operator: NewOperator; readonly newList: boolean }
  | { readonly action: 'operator list' }
  | { readonly action: 'operator pin'; readonly name: string; readonly pin: string }
  | { readonly action: 'operator remove'; readonly name: string }
  | { readonly action: 'operator backup'; readonly file: string }
  | { readonly action: 'operator restore'; readonly file: string | null };

export interface PeoplePlace {
  /** Opens the journal for writing. Errors: `journal.newer-version`, `credentials.*`. */
  readonly openJournal: () => Result<StationJournal>;
}

const isPeopleAction = /^operator /;

export function isPeopleCommand(command: { readonly action: string }): command is PeopleCommand {
  return isPeopleAction.test(command.action);
}

/** Carries out a command about the list; what it changed is in the journal. Errors: `operator.*`, `journal.*`. */
export async function runPeopleCommand(command: PeopleCommand, place: PeoplePlace): Promise<Result<unknown>> {
  const station = place.openJournal();
  if (!station.ok) {
    return station;
  }
  const people = station.value.openPeople();
  try {
    const done = await run(command, people);
    if (command.action !== 'operator list') {
      note(command, done, station.value);
    }
    return done;
  } finally {
    people.close();
    station.value.journal.close();
  }
}

async function run(command: PeopleCommand, people: People): Promise<Result<unknown>> {
  switch (command.action) {
    case 'operator add':
      return people.add(command.operator, command);
    case 'operator pin':
      return people.change(command.name, { pin: command.pin });
    case 'operator remove':
      return people.remove(command.name);
    case 'operator backup': {
      const file = path.resolve(command.file);
      const kept = existsSync(file) ? err(appError('journal.file-exists')) : people.backUp(file);
      return kept.ok ? ok({ file }) : kept;
    }
    case 'operator restore': {
      const restored = people.restore(command.file);
      return restored.ok ? ok({ operators: restored.value }) : restored;
    }
    case 'operator list': {
      const listed = people.list();
      return listed.ok ? ok({ operators: listed.value }) : listed;
    }
  }
}

function note(command: PeopleCommand, done: Result<unknown>, { journal, actor }: StationJournal): void {
  const name = 'name' in command ? command.name : command.action === 'operator add' ? command.operator.name : null;
  const subject = name === null ? null : journal.subjectOf('operator', name);
  const outcome = outcomeOf(done.ok ? null : done.error.code);
  journal.note({ ...actor.read(), operation: command.action.replace(' ', '.'), subject, wallet: null }, outcome);
}
