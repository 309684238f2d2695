import type { Answer } from './reply.ts';

/** The two ways in: its own API, and the one that other clients know. */
export type OllamaFace = 'api' | 'v1';

/** What the original says no to, in its words. */
export class OllamaRefusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const WORDS: Record<number, string> = {
  400: 'invalid request', 404: "model 'unknown' not found", 429: 'too many requests', 502: 'upstream service is unavailable',
  503: 'server busy, please try again.  maximum pending requests exceeded',
};

export function refusalOf(face: OllamaFace, status: number, message = WORDS[status] ?? 'an error was encountered while running the model'): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: errorOf(face, status, message) };
}

export function errorOf(face: OllamaFace, status: number, message: string): object {
  if (face === 'api') return { error: message };
  const type = status === 404 ? 'not_found_error' : status < 500 ? 'invalid_request_error' : 'api_error';
  return { error: { message, type, param: null, code: null } };
}
