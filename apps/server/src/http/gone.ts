import type { ServerResponse } from 'node:http';

/** Aborts when the caller goes away before the answer is whole. */
export function goneOf(response: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  response.once('close', () => { if (!response.writableFinished) leaving.abort(new DOMException('the caller has gone', 'AbortError')); });
  if (response.destroyed) leaving.abort(new DOMException('the caller has gone', 'AbortError'));
  return leaving.signal;
}
