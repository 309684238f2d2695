import { afterEach, describe, expect, test, vi } from 'vitest';
import { ApiError, call } from './call.ts';

vi.stubGlobal('document', { documentElement: { lang: 'ja' } });
afterEach(() => vi.unstubAllGlobals());

const answer = (body: string, status = 200) => {
  vi.stubGlobal('document', { documentElement: { lang: 'ja' } });
  const asked = vi.fn(async (_address: string, _init: RequestInit) => new Response(body, { status }));
  vi.stubGlobal('fetch', asked);
  return asked;
};

describe('a call', () => {
  test('fills the holes of the address and asks in the language of the page', async () => {
    const asked = answer('{"id":"a"}');
    await call('GET', '/comics/:comicId', { params: { comicId: 'a/b' }, query: { after: undefined, limit: 3 } });
    const [address, init] = asked.mock.calls[0] ?? [];
    expect(address).toBe('/api/v1/comics/a%2Fb?limit=3');
    expect(init?.headers).toMatchObject({ 'accept-language': 'ja' });
  });

  test('a refusal is an error with its code and sentence, also when its body is no JSON', async () => {
    answer('{"error":{"code":"not-found","message":"見つかりません"}}', 404);
    await expect(call('GET', '/comics', {})).rejects.toMatchObject({ code: 'not-found', message: '見つかりません', status: 404 });
    answer('<h1>Bad gateway</h1>', 502);
    await expect(call('GET', '/comics', {})).rejects.toMatchObject({ code: 'server.error', status: 502 });
  });

  test('an answer that was cut off is never taken for an empty one', async () => {
    answer('{"id":');
    await expect(call('GET', '/comics', {})).rejects.toBeInstanceOf(ApiError);
    const abort = new AbortController();
    vi.stubGlobal('fetch', async () => {
      abort.abort();
      return { ok: true, status: 200, json: async () => { throw abort.signal.reason; } };
    });
    await expect(call('GET', '/comics', { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
