import type { Endpoint } from '../wallet-api/endpoint.ts';
import { operationNames, operations } from '../wallet-api/operations.ts';

/** The JSON Schema (2020-12) of every operation's answer, as this program gives it out: tolerated forms are settled. */
export function schemaOfAnswers(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    operationNames.map((name) => {
      const endpoint: Endpoint = operations[name];
      return [name, endpoint.answer.toJSONSchema({ io: 'output', unrepresentable: 'any' })];
    }),
  );
}
