import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { fetchAsset } from './fetch-asset.ts';

afterEach(() => vi.unstubAllGlobals());

const answering = (answer: () => Promise<Response>) => vi.stubGlobal('fetch', answer);

test('a file comes unpacked', async () => {
  answering(async () => new Response(gzipSync('letters')));
  expect(new TextDecoder().decode(await fetchAsset('/assets/font.gz'))).toBe('letters');
});

test.each([404, 410])('a file that the server has not got (%i) is missing, not out of reach', async (status) => {
  answering(async () => new Response('no', { status }));
  await expect(fetchAsset('/assets/font.gz')).rejects.toMatchObject({ code: 'assets-missing' });
});

test('a lost way, a gateway without a server and a torn file are out of reach', async () => {
  for (const answer of [() => Promise.reject(new TypeError('fetch failed')), async () => new Response('bad gateway', { status: 502 }), async () => new Response(gzipSync('letters').subarray(0, 12))]) {
    answering(answer);
    await expect(fetchAsset('/assets/font.gz')).rejects.toMatchObject({ code: 'assets-unavailable' });
  }
});
