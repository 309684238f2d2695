import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openOutbox, type Step } from './outbox.ts';

const step = (seq: number): Step => ({ clientId: 'tab-old00000', seq, ops: [{ op: 'remove', kind: 'line', id: `l${seq}` }] });

/** FAKE: what a browser keeps, and the asking of its window. */
const kept = new Map<string, string>();
const store = { get length() { return kept.size; }, key: (i: number) => [...kept.keys()][i] ?? null, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
const asks = new Set<(event: { preventDefault(): void }) => void>();
const isAsked = () => {
  const preventDefault = vi.fn();
  for (const ask of asks) ask({ preventDefault });
  return preventDefault.mock.calls.length > 0;
};
const open = (clientId: string, now = 1_000_000) => openOutbox({ comicId: 'c', clientId, store, now: () => now, beat: false });

beforeEach(() => {
  vi.stubGlobal('window', { addEventListener: (_: string, ask: never) => asks.add(ask), removeEventListener: (_: string, ask: never) => asks.delete(ask) });
});
afterEach(() => {
  kept.clear();
  asks.clear();
  vi.unstubAllGlobals();
});

test('a page that is alive keeps its steps to itself; one that ended leaves them to the next at once', () => {
  const old = open('tab-old00000');
  old.keep([step(1)]);
  expect(open('tab-new00000').abandoned()).toEqual([]);
  old.close();
  expect(open('tab-new00000').abandoned()).toEqual([step(1)]);
  expect([...kept.keys()]).toEqual(['koma.outbox.c.tab-new00000']);
});

test('an answer that comes after the end takes its step off, and brings nothing back that was taken over', () => {
  const old = open('tab-old00000');
  old.keep([step(1), step(2)]);
  old.close();
  old.keep([step(2)]);
  expect(kept.get('koma.outbox.c.tab-old00000')).not.toContain('l1');
  expect(open('tab-new00000').abandoned()).toEqual([step(2)]);
  old.keep([]);
  expect([...kept.keys()]).toEqual(['koma.outbox.c.tab-new00000']);
  open('tab-old00000').close();
  expect([...kept.keys()]).toEqual(['koma.outbox.c.tab-new00000']);
});

test('leaving asks while something is on its way, and neither when nothing can be done about it nor after the end', () => {
  const box = open('tab-old00000');
  box.keep([step(1)]);
  expect(isAsked()).toBe(true);
  box.letGo();
  expect(isAsked()).toBe(false);
  expect(kept.size).toBe(1);
  box.keep([step(1), step(2)]);
  expect(isAsked()).toBe(true);
  box.close();
  expect(isAsked()).toBe(false);
});
