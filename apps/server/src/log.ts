import { pino, type Logger } from 'pino';
import type { Config } from './config/config.ts';

/** JSON lines on standard error. Ids and codes only. */
export function openLog(config: Pick<Config, 'logLevel' | 'role'>): Logger {
  return pino({ level: config.logLevel, base: { role: config.role }, serializers: { err: plainError } }, pino.destination({ fd: 2, sync: false }));
}

type PlainError = { type: string; message: string; code?: string; stack?: string; cause?: PlainError };

/**
 * What helps to find an error and nothing else: the errors of database drivers and HTTP clients carry their
 * connection with them, addresses and passwords included.
 */
export function plainError(error: unknown, depth = 0): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  return {
    type: error.name, message: error.message, ...('code' in error ? { code: String(error.code) } : {}), ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: plainError(error.cause, depth + 1) }),
  };
}
