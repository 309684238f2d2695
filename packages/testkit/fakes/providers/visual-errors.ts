import type { Answer } from './reply.ts';

/** Every code that the service is known to give, with the HTTP status of its answer. */
const CODES: Record<number, { status: number; message: string }> = {
  50411: { status: 400, message: 'The input picture did not pass the review.' },
  50412: { status: 400, message: 'The input words did not pass the review.' },
  50413: { status: 400, message: 'The input words hold what may not be asked for.' },
  50511: { status: 400, message: 'The output picture did not pass the review.' },
  50512: { status: 400, message: 'The output words did not pass the review.' },
  50429: { status: 429, message: 'Too many requests a second.' },
  50430: { status: 429, message: 'Too many requests at once.' },
  50500: { status: 500, message: 'Internal error.' },
  50501: { status: 500, message: 'Internal error of a call behind.' },
};

/** What the service refuses, thrown where it is found. */
export class VisualRefusal extends Error {
  readonly code: number;

  constructor(code: number, message = CODES[code]?.message ?? 'The input is invalid.') {
    super(message);
    this.code = code;
  }
}

export function visualAnswer({ code, message }: VisualRefusal, requestId: string): Answer {
  return { status: CODES[code]?.status ?? 400, body: { code, data: null, message, request_id: requestId } };
}

export function messageOf(code: number): string {
  return CODES[code]?.message ?? 'Success';
}

/** The code of a refusal by status, as a word; what the service does not have is a mistake of the test, so it throws. */
export function visualCode(status: number, code: string | undefined): string {
  if (code === undefined) return status === 429 ? '50429' : status === 401 || status === 403 ? 'SignatureDoesNotMatch' : '50500';
  const known = CODES[Number(code)];
  if (!known || (known.status === 429) !== (status === 429)) throw new Error(`the visual service has no ${code} under ${status}`);
  return code;
}
