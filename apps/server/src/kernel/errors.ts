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
  /** Of `tasks.unknown`: a name that has words of its own, or none. */
  readonly detail: string | undefined;

  constructor(message: string, options: { detail?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.detail = options.detail;
  }
}

/**
 * The attempt came to nothing for a reason that passes, after `waitMs` as far as one knows. `isFailure`: it counts against the
 * attempts that a task has; waiting for one's turn does not.
 */
export class TryLaterError extends Error {
  override name = 'TryLaterError';
  readonly waitMs: number;
  readonly isFailure: boolean;
  /** What the task ends with when its attempts are used up. */
  readonly code: ErrorCode;
  readonly detail: string | undefined;

  constructor(code: ErrorCode, options: { waitMs: number; isFailure: boolean; detail?: string; cause?: unknown }) {
    super(code, { cause: options.cause });
    this.code = code;
    this.detail = options.detail;
    this.waitMs = options.waitMs;
    this.isFailure = options.isFailure;
  }
}
