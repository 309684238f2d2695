import { ERRORS, type ErrorCode } from '@komawari/contract';

/** An end that a user can understand: the code's sentence stands in the contract. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  /** Filled into the sentence; never holds secrets or a story's text. */
  readonly detail: string | undefined;

  constructor(code: ErrorCode, options: { detail?: string; cause?: unknown } = {}) {
    super(options.detail ? `${code}: ${options.detail}` : code, { cause: options.cause });
    this.code = code;
    this.detail = options.detail;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** A provider declined for safety: the task is refused and never tried again by itself. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/** Sent to a provider that bills, and the answer was lost: never repeated by itself. */
export class UnknownOutcomeError extends Error {
  override name = 'UnknownOutcomeError';
}
