import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';
import { findContradictions } from './check-data.ts';
import { type KnownData, SimulatorData } from './data.ts';

/**
 * Reads a shop's own people from a JSON file.
 * Errors: `settings.invalid` with the field's path, the rule and, for contradictions, both sides.
 */
export function loadDataFile(file: string): Result<KnownData> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return refuse(file, error instanceof Error && 'code' in error ? String(error.code) : 'cannot be read');
  }
  try {
    return parseData(JSON.parse(text), file);
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(file, `not JSON: ${error.message}`);
    throw error;
  }
}

/** Checks form and sense of data; `source` is named in the error. */
export function parseData(value: unknown, source: string): Result<KnownData> {
  const parsed = SimulatorData.safeParse(value);
  if (!parsed.success) return refuse(source, explain(parsed.error));
  const contradictions = listContradictions(parsed.data);
  return contradictions.length === 0 ? ok(parsed.data) : refuse(source, contradictions.slice(0, 5).join('; '));
}

/** The first few of zod's issues, each with the path of its field. */
export function explain({ issues }: z.ZodError): string {
  const shown = issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.map(String).join('.') || 'the file'}: ${message}`);
  return issues.length > shown.length
    ? `${shown.join('; ')}; and ${issues.length - shown.length} more`
    : shown.join('; ');
}

function listContradictions(data: KnownData): string[] {
  try {
    return findContradictions(data);
  } catch (error) {
    // The book says which id or code two wallets claim.
    return [error instanceof Error ? error.message : 'two wallets claim the same'];
  }
}

function refuse(file: string, reason: string): Result<never> {
  return err(appError('settings.invalid', { setting: '--data', file, reason }));
}
