import type { ErrorBody, ErrorCode, UiLanguage } from '@komawari/contract';
import { toldError } from '@komawari/contract/told-error';
import { AppError } from '../kernel/errors.ts';
import { isConnectionTrouble } from '../kernel/tasks/retry.ts';
import { sqlStateOf } from '../db/transaction.ts';

const BY_FRAMEWORK_CODE: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.not-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.not-json',
  FST_ERR_BAD_URL: 'not-found',
};

/** Any error as one of ours. What is not understood becomes `server.error`, whose text says nothing of the cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode } = fieldsOf(error);
  const known = BY_FRAMEWORK_CODE[code];
  if (known) return new AppError(known, { cause: error });
  if (error instanceof SyntaxError && statusCode === 400) return new AppError('request.not-json', { cause: error });
  if (statusCode === 429) return new AppError('request.too-many', { cause: error });
  if (statusCode === 413) return new AppError('request.too-large', { cause: error });
  if (statusCode === 415) return new AppError('request.media-type', { cause: error });
  if (statusCode === 404) return new AppError('not-found', { cause: error });
  if (statusCode >= 400 && statusCode < 500) return new AppError('request.invalid', { cause: error });
  // Characters that PostgreSQL can not keep (NUL, lone surrogates) and numbers out of range come from the request.
  if (/^22/.test(sqlStateOf(error) ?? '')) return new AppError('request.invalid', { cause: error });
  // The database has no room left.
  if (sqlStateOf(error) === '53100') return new AppError('server.storage', { cause: error });
  if (isConnectionTrouble(error)) return new AppError('server.stopping', { cause: error });
  return new AppError('server.error', { cause: error });
}

export function errorBody(error: AppError, language: UiLanguage, requestId: string): ErrorBody {
  const message = toldError(error.code, language, error.detail);
  return { error: { code: error.code, message, requestId, ...(error.detail !== undefined && error.status < 500 ? { detail: error.detail } : {}) } };
}

function fieldsOf(error: unknown): { code: string; statusCode: number } {
  if (typeof error !== 'object' || error === null) return { code: '', statusCode: 0 };
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  return { code: typeof code === 'string' ? code : '', statusCode: typeof statusCode === 'number' ? statusCode : 0 };
}
