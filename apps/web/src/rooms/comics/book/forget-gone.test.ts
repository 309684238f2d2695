import { afterEach, expect, test, vi } from 'vitest';
import { forgetGone } from './forget-gone.ts';
import { openOutbox } from './outbox.ts';

/** FAKE: what a browser keeps. */
const kept = new Map<string, string>();
const store = { get length() { return kept.size; }, key: (i: number) => [...kept.keys()][i] ?? null, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
const leave = (comicId: string, by?: string) => {
  const box = openOutbox({ comicId, clientId: 'tab-aaaaaaaa', store, by, beat: false });
  box.keep([{ clientId: 'tab-aaaaaaaa', seq: 1, ops: [{ op: 'remove', kind: 'line', id: 'l1' }] }]);
  return box;
};
/** FAKE: the server's side: who asks, and how each comic is answered. */
const asked: string[] = [];
function answering(user: string | null, statuses: Record<string, number>) {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  vi.stubGlobal('fetch', async (address: string | URL | Request) => {
    const path = String(address instanceof Request ? address.url : address);
    asked.push(path);
    if (path.endsWith('/me')) return Response.json({ user: user === null ? null : { id: user } });
    const status = statuses[path.split('/').at(-1) ?? ''] ?? 503;
    return Response.json(status === 200 ? { id: 'x' } : { error: { code: 'not-found', message: '' } }, { status });
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
  kept.clear();
  asked.length = 0;
});

test('what was not saved of a comic that is gone for good is forgotten; of one in the trash, or that nobody can tell of now, it stays', async () => {
  for (const comicId of ['gone', 'trashed', 'away']) leave(comicId, 'user_1');
  kept.set('koma.lost.gone', '[]');
  kept.set('koma.lost.trashed', '[]');
  kept.set('koma.theme', 'dark');
  answering('user_1', { gone: 404, trashed: 200 });
  await forgetGone(store);
  expect([...kept.keys()]).toEqual(['koma.outbox.trashed.tab-aaaaaaaa', 'koma.outbox.away.tab-aaaaaaaa', 'koma.lost.trashed', 'koma.theme']);
});

test('a comic of another account is not found either, and keeps what its author has not saved', async () => {
  leave('theirs', 'user_2');
  leave('unsigned');
  answering('user_1', { theirs: 404, unsigned: 404 });
  await forgetGone(store);
  answering(null, { theirs: 404, unsigned: 404 });
  await forgetGone(store);
  expect(kept.size).toBe(2);
});

test('where nothing is kept nobody is asked', async () => {
  answering('user_1', {});
  await forgetGone(store);
  expect(asked).toEqual([]);
});

test('a page that still shows it writes nothing of it again', () => {
  const box = leave('gone', 'user_1');
  box.forget();
  box.keep([{ clientId: 'tab-aaaaaaaa', seq: 2, ops: [] }]);
  box.close();
  expect(kept.size).toBe(0);
});
