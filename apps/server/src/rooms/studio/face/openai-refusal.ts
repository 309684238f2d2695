/** Errors as programs written for OpenAI expect them: `{error:{message,type,param,code}}`, with a hint whether to try again. */
import type { ErrorCode, UiLanguage } from '@komawari/contract';
import { toldError } from '@komawari/contract/told-error';
import { RefusedError, TryLaterError, UnknownOutcomeError, type AppError } from '../../../kernel/errors.ts';
import type { ForeignReply } from '../../../kernel/foreign-api.ts';

type Problem = { status: number; message: string; type?: string; param?: string | null; code?: string | null; /** Until another try makes sense; none ever does unless told. */ retryAfterMs?: number };

/** Thrown where it is known which part of the request does not fit. */
export class OpenaiRefusal extends Error {
  override name = 'OpenaiRefusal';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

export function invalid(param: string | null, message: string, code = 'invalid_value'): OpenaiRefusal {
  return new OpenaiRefusal({ status: 400, message, param, code });
}

type Shape = Omit<Problem, 'message' | 'status'> & { status?: number };

const SHAPES: Partial<Record<ErrorCode, Shape>> = {
  'access.key-needed': { code: 'invalid_api_key' },
  'access.bad-key': { code: 'invalid_api_key' },
  'access.sign-in': { code: 'invalid_api_key' },
  'access.denied': { code: 'insufficient_permissions' },
  'accounts.waiting': { code: 'insufficient_permissions' },
  'request.too-many': { type: 'requests', code: 'rate_limit_exceeded' },
  'billing.quota-used-up': { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
  'studio.budget-task': { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
  'studio.budget-user': { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
  'studio.budget-all': { status: 429, type: 'insufficient_quota', code: 'insufficient_quota' },
  'studio.budget-unknown': { status: 402, type: 'insufficient_quota', code: 'insufficient_quota' },
  'studio.no-provider': { status: 404, code: 'model_not_found', param: 'model' },
  'studio.no-model': { status: 404, code: 'model_not_found', param: 'model' },
  'studio.cannot': { status: 400, code: 'unsupported_value' },
  'studio.not-taken': { status: 400, code: 'invalid_value' },
  'studio.input-gone': { status: 400, code: 'invalid_value' },
  'pictures.not-a-picture': { status: 400, code: 'invalid_image' },
  'pictures.too-many-pixels': { status: 400, code: 'invalid_image' },
  'tasks.refused': { status: 400, type: 'image_generation_user_error', code: 'moderation_blocked' },
  'tasks.unknown': { status: 502, type: 'server_error', code: 'answer_lost' },
  'studio.provider-busy': { type: 'server_error', code: 'provider_busy', retryAfterMs: 2000 },
  'studio.provider-down': { type: 'server_error', code: 'provider_down', retryAfterMs: 5000 },
  'studio.provider-denied': { status: 502, type: 'server_error', code: 'provider_denied' },
  'studio.provider-exhausted': { status: 502, type: 'server_error', code: 'provider_exhausted' },
  'studio.address-blocked': { status: 502, type: 'server_error', code: 'provider_denied' },
  'studio.empty-answer': { status: 502, type: 'server_error', code: 'empty_answer' },
  'studio.not-a-picture': { status: 502, type: 'server_error', code: 'empty_answer' },
  'server.stopping': { type: 'server_error', code: 'server_stopping', retryAfterMs: 1000 },
};

/** `known` is what the house makes of the error. */
export function refusalReply(error: unknown, told: { known: AppError; language: UiLanguage }): ForeignReply {
  const problem = problemOf(error, told);
  const { status, retryAfterMs } = problem;
  return {
    status, body: JSON.stringify(refusalBody(problem)),
    headers: {
      // OpenAI's clients try 409, 429 and 5xx again by themselves: here that may cost twice.
      ...(known429(problem) ? {} : { 'x-should-retry': String(retryAfterMs !== undefined) }),
      ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))), 'retry-after-ms': String(Math.ceil(retryAfterMs)) }),
    },
  };
}

/** The limiter has said by itself when to come back. */
function known429({ code }: Problem): boolean {
  return code === 'rate_limit_exceeded';
}

function refusalBody({ status, message, type = status >= 500 ? 'server_error' : 'invalid_request_error', param = null, code = null }: Problem): { error: { message: string; type: string; param: string | null; code: string | null } } {
  return { error: { message, type, param, code } };
}

function problemOf(error: unknown, { known, language }: { known: AppError; language: UiLanguage }): Problem {
  if (error instanceof OpenaiRefusal) return error.problem;
  if (error instanceof RefusedError) return { status: 400, type: 'invalid_request_error', code: 'content_policy_violation', message: toldError('tasks.refused', language, error.message) };
  if (error instanceof UnknownOutcomeError) return shaped('tasks.unknown', language, error.detail);
  if (error instanceof TryLaterError) return { ...shaped(error.code, language, error.detail), retryAfterMs: error.waitMs };
  return shaped(known.code, language, known.status < 500 ? known.detail : undefined, known.status);
}

/** One of the house's own errors in the other shape. */
function shaped(code: ErrorCode, language: UiLanguage, detail?: string, ownStatus = 503): Problem {
  const shape = SHAPES[code];
  return { code: code.replace(/[.-]/g, '_'), ...shape, status: shape?.status ?? ownStatus, message: toldError(code, language, detail) };
}
