import type { Answer } from './reply.ts';

/** One refusal, before it is put into a server's form of error body. */
export type OpenaiProblem = { status: number; message: string; type?: string; param?: string | null; code?: string | null };

/**
 * The form of an error body. `openai`: `{error:{message,type,param,code}}`. Servers called compatible differ: `numbered` tells the
 * HTTP status as a number in `code` and leaves out the rest, `bare` is `{error:"words"}`.
 */
export type OpenaiErrorForm = 'openai' | 'numbered' | 'bare';

/** Thrown by checks, answered by the route. */
export class OpenaiRefusal extends Error {
  readonly problem: OpenaiProblem;

  constructor(problem: OpenaiProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

export function invalid(message: string, param: string | null, code: string | null = 'invalid_value'): OpenaiRefusal {
  return new OpenaiRefusal({ status: 400, message, param, code });
}

export function missing(param: string): OpenaiRefusal {
  return invalid(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
}

export function unknownModel(model: string, why: 'never was' | 'over' = 'never was'): OpenaiRefusal {
  const message = why === 'over' ? `The model \`${model}\` has been deprecated and is shut down.` : `The model \`${model}\` does not exist or you do not have access to it.`;
  return new OpenaiRefusal({ status: 404, message, code: 'model_not_found' });
}

/** The original does not say whether the words or the picture gave offence. */
export const MODERATION: OpenaiProblem = {
  status: 400, type: 'image_generation_user_error', code: 'moderation_blocked',
  message: 'Your request was rejected by the safety system. safety_violations=[violence].',
};
export const SERVER_ERROR: OpenaiProblem = { status: 500, type: 'server_error', code: 'server_error', message: 'The server had an error while processing your request. Sorry about that!' };

const BY_CODE: Record<string, Omit<OpenaiProblem, 'status'>> = {
  moderation_blocked: MODERATION,
  model_not_found: { message: 'The model does not exist or you do not have access to it.' },
  invalid_api_key: { message: 'Incorrect API key provided.' },
  insufficient_quota: { type: 'insufficient_quota', message: 'You exceeded your current quota, please check your plan and billing details.' },
  rate_limit_exceeded: { type: 'requests', message: 'Rate limit reached for requests. Please try again in 12ms.' },
  unsupported_country_region_territory: { type: 'request_forbidden', message: 'Country, region, or territory not supported' },
  server_error: SERVER_ERROR,
};
const CODE_OF_STATUS: Record<number, string> = { 401: 'invalid_api_key', 404: 'model_not_found', 429: 'rate_limit_exceeded', 500: 'server_error' };
const WORDS_OF_STATUS: Record<number, string> = {
  400: 'The request is not valid.',
  403: 'Your organization must be verified to use this model.',
  502: 'Bad gateway.',
  503: 'The engine is currently overloaded, please try again later.',
  504: 'The request timed out.',
};

/** A refusal by its status and, where one was named, its code. */
export function problemOf(status: number, code: string | undefined = CODE_OF_STATUS[status]): OpenaiProblem {
  const known = code === undefined ? undefined : BY_CODE[code];
  return { type: status >= 500 ? 'server_error' : 'invalid_request_error', message: WORDS_OF_STATUS[status] ?? `The request failed with status ${status}.`, ...known, status, code: code ?? null };
}

export function errorBody({ status, message, type = 'invalid_request_error', param = null, code = null }: OpenaiProblem, form: OpenaiErrorForm): unknown {
  if (form === 'bare') return { error: message };
  if (form === 'numbered') return { error: { message, code: status } };
  return { error: { message, type, param, code } };
}

export function errorAnswer(problem: OpenaiProblem, form: OpenaiErrorForm): Answer {
  return { status: problem.status, body: errorBody(problem, form) };
}
