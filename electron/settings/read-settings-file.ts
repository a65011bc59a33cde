import { appError } from '../../shared/errors/app-error.ts';
import { err, ok, type Result } from '../../shared/errors/result.ts';

export type SettingsFile = Readonly<Record<string, unknown>>;

/**
 * Reads a settings file; one that is not there is empty. Errors: `settings.unreadable`, and `settings.cut-off` for one
 * that ends before its object does, as after a full disk or a copy that was broken off.
 */
export function readSettingsFile(path: string, readFile: (file: string) => string): Result<SettingsFile> {
  const unreadable = (reason: string) =>
    err(appError('settings.unreadable', { file: path, reason, problems: [`${path}: ${reason}`] }));
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    // A folder in its way that is none has nothing in it either; who needs the folder says so.
    return code === 'ENOENT' || code === 'ENOTDIR' ? ok({}) : unreadable(code);
  }
  const shown = text.replace(/^\uFEFF/, '').trim();
  let content: unknown;
  try {
    content = JSON.parse(shown);
  } catch {
    // The parser's own message quotes the text, which may hold what should not be in it.
    const isCutOff = shown === '' || (shown.startsWith('{') && !shown.endsWith('}'));
    const problems = [`${path}: it ends in the middle; restore it from a copy, or remove it to begin anew`];
    return isCutOff ? err(appError('settings.cut-off', { file: path, problems })) : unreadable('not JSON');
  }
  const isObject = typeof content === 'object' && content !== null && !Array.isArray(content);
  return isObject ? ok(content as SettingsFile) : unreadable('not a JSON object');
}
