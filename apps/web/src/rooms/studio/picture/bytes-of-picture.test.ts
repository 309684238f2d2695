import { afterEach, expect, test, vi } from 'vitest';
import type { HeldInput } from '../desk/draft.ts';
import { blobOfPicture, giveAsSource } from './bytes-of-picture.ts';

afterEach(() => vi.unstubAllGlobals());

const answer = (status: number) => vi.stubGlobal('fetch', () => Promise.resolve(new Response('png', { status })));
const held: HeldInput = { id: `input_${'1'.repeat(26)}`, mediaType: 'image/png', width: 9, height: 9, sizeBytes: 3, thumb: '' };

test('an answer that is no picture is none, and one without an address is not asked for', async () => {
  answer(200);
  expect(await (await blobOfPicture({ url: '/p' })).text()).toBe('png');
  await expect(blobOfPicture({ url: null })).rejects.toMatchObject({ status: 404 });
  answer(502);
  await expect(blobOfPicture({ url: '/p' })).rejects.toMatchObject({ status: 502 });
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  await expect(blobOfPicture({ url: '/p' })).rejects.toMatchObject({ code: 'offline' });
});

test('a picture that did not arrive on the desk is told, not passed over', async () => {
  answer(200);
  await expect(giveAsSource({ url: '/p' }, 'Picture', () => Promise.resolve(undefined))).rejects.toThrow();
  const given: string[] = [];
  await giveAsSource({ url: '/p' }, 'Picture', (file, name, role) => { given.push(`${file.size} ${name} ${role}`); return Promise.resolve(held); });
  expect(given).toEqual(['3 Picture source']);
});
