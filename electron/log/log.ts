import path from 'node:path';
import pino from 'pino';
import { allowedFields, allowedMessage, type LogFields, type LogMessage } from './log-fields.ts';
import { createLogFiles, type LogFiles, logFolderName } from './log-files.ts';

/** The log for support. What may stand in it is decided in `log-fields.ts`, whoever writes. */
export interface Log {
  info(fields: LogFields, message: LogMessage): void;
  warn(fields: LogFields, message: LogMessage): void;
  error(fields: LogFields, message: LogMessage): void;
}

export interface StationLog extends Log {
  /** From now on lines go into this station's folder, too; before that it is not known which one it is. */
  keepIn(stationFolder: string): void;
}

export interface LogOptions {
  /** Standard error unless given. */
  readonly writeAside?: (line: string) => void;
  readonly mostBytes?: number;
  readonly mostFiles?: number;
}

function standardError(): (line: string) => void {
  const stream = pino.destination({ dest: 2, sync: true });
  // It may be a file on a full disk, or a terminal that is gone; neither is a reason to end.
  stream.on('error', () => {});
  return (line) => stream.write(line);
}

/** Makes the log: on standard error, and in files of bounded size once a folder is known. Nothing in it ever throws. */
export function createLog(options: LogOptions = {}): StationLog {
  const { writeAside = standardError(), ...limits } = options;
  let files: LogFiles | null = null;
  const destination = {
    write(line: string) {
      writeAside(line);
      files?.write(line);
    },
  };
  const settings = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger = pino(settings, destination);
  const level = (name: 'info' | 'warn' | 'error') => (fields: LogFields, message: LogMessage) =>
    logger[name](allowedFields(fields), allowedMessage(message));
  /** In the words of a line, whatever the logger itself writes to. */
  function describeLost(count: number): string {
    const texts: string[] = [];
    const lost = pino(settings, { write: (line: string) => void texts.push(line) });
    lost.warn(allowedFields({ count }), allowedMessage('lines lost' satisfies LogMessage));
    return texts.join('');
  }
  return {
    info: level('info'),
    warn: level('warn'),
    error: level('error'),
    keepIn(stationFolder) {
      files = createLogFiles({ folder: path.join(stationFolder, logFolderName), ...limits, describeLost });
    },
  };
}
