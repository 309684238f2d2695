import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openOutbox, type Step } from './outbox.ts';

const step = (seq: number): Step => ({ clientId: 'tab-old00000', seq, ops: [{ op: 'remove', kind: 'line', id: `l${seq}` }] });

/** FAKE: what a browser keeps, and the asking of its window. */
const kept = new Map<string, string>();
const store = { get length() { return kept.size; }, key: (i: number) => [...kept.keys()][i] ?? null, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
const hears = new Map<string, Set<(event: { type: string; preventDefault(): void }) => void>>();
const isAsked = () => {
  const preventDefault = vi.fn();
  for (const ask of hears.get('beforeunload') ?? []) ask({ type: 'beforeunload', preventDefault });
  return preventDefault.mock.calls.length > 0;
};
const open = (clientId: string, now = 1_000_000) => openOutbox({ comicId: 'c', clientId, store, now: () => now, beat: false });

beforeEach(() => {
  vi.stubGlobal('window', { addEventListener: (name: string, ask: never) => hears.set(name, (hears.get(name) ?? new Set()).add(ask)), removeEventListener: (name: string, ask: never) => hears.get(name)?.delete(ask) });
});
afterEach(() => {
  kept.clear();
  hears.clear();
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

test('a page that is left with steps on their way leaves them to the next at once, what it flushes last too; one that comes back has them still', () => {
  const turn = (type: string) => { for (const hear of hears.get(type) ?? []) hear({ type, preventDefault: () => undefined }); };
  const left = open('tab-old00000');
  left.keep([step(1)]);
  turn('pagehide');
  turn('pageshow');
  expect(open('tab-new00000').abandoned()).toEqual([]);
  turn('pagehide');
  left.keep([step(1), step(2)]);
  expect(open('tab-new00000').abandoned()).toEqual([step(1), step(2)]);
});
