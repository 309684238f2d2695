import type { Comic, StreamEvent } from '@komawari/contract';
import { describe, expect, test } from 'vitest';
import type { SeenEvent } from '../../../api/follow-stream.ts';
import { changeMaking, countDrawn, countReady, doingOf, secondsLeft, type Making } from './making.ts';

const comic = {
  id: 'comic_1', taskId: 'task_1', seq: 0, revision: 1, pagesRevision: 0, state: 'running', title: 'T', pageCount: 1, panels: { total: 3, done: 0, failed: 0 },
  panelStates: ['a', 'b', 'c'].map((id) => ({ id, page: 1, state: 'queued', picture: null, error: null })),
  pages: [{ number: 1, picture: null, preview: null, alternative: [] }], files: [], problems: [], error: null,
} as unknown as Comic;

const state = (kind: string, key: string | null, to: string, taskId = 'task_1') => ({ type: 'task.state', taskId, kind, key, state: to, code: null }) as StreamEvent;
const panel = (panelId: string): StreamEvent => ({ type: 'comic.panel', panelId, page: 1, picture: `/p/${panelId}` });
const events = (...list: StreamEvent[]): SeenEvent[] => list.map((event, index) => ({ seq: index + 1, at: index * 1000, event }));
const after = (making: Making | undefined, ...list: SeenEvent[]): Making => changeMaking(making, { type: 'events', events: list }) as Making;
const load = (making: Making | undefined, change: Partial<Comic> = {}): Making => changeMaking(making, { type: 'loaded', comic: { ...comic, ...change } }) as Making;

describe('a comic in the making', () => {
  test('events before the first load wait for it', () => expect(changeMaking(undefined, { type: 'events', events: events(panel('a')) })).toBeUndefined());

  test('panels and pages take their pictures; a fault and the end ask for the whole again', () => {
    const seen = after(load(undefined), ...events(state('comic.panel', 'panel:b', 'running'), panel('a'), { type: 'comic.page', page: 1, picture: '/page', preview: null }, state('comic.panel', 'panel:c', 'failed'), state('comic.make', null, 'incomplete')));
    expect(seen.comic.panelStates.map((part) => [part.state, part.picture])).toEqual([['done', '/p/a'], ['running', null], ['failed', null]]);
    expect(seen.comic.pages[0]?.picture).toBe('/page');
    expect(seen.comic.state).toBe('incomplete');
    expect(countDrawn(seen.comic)).toEqual({ done: 1, total: 3, failed: 1 });
    expect(seen.staleCount).toBe(2);
  });

  test('panels that nothing happens to stay the same objects', () => {
    const before = load(undefined);
    expect(after(before, ...events(panel('a'))).comic.panelStates[2]).toBe(before.comic.panelStates[2]);
  });

  test('what an answer knows already changes nothing when it comes again', () => {
    const loaded = load(undefined, { seq: 5 });
    expect(after(loaded, ...events(panel('a')))).toBe(loaded);
  });

  test('an older answer does not take a drawing away, a newer one is believed', () => {
    const drawn = after(load(undefined), ...events(state('comic.panel', 'panel:a', 'running'), panel('a')));
    expect(load(drawn, { seq: 1 }).comic.panelStates[0]).toMatchObject({ state: 'done', picture: '/p/a' });
    expect(load(drawn, { seq: 9 }).comic.panelStates[0]?.picture).toBeNull();
    expect(load(drawn, { id: 'comic_2' as Comic['id'] }).comic.panelStates[0]?.picture).toBeNull();
  });

  test('an answer does not count what is replayed on it as news', () => {
    const ended = after(load(undefined), ...events(state('comic.make', null, 'done')));
    expect(load(ended, { seq: 0 }).staleCount).toBe(ended.staleCount);
    expect(load(ended, { seq: 0 }).comic.state).toBe('done');
  });

  test('an update is a task of its own: it runs, draws again what has a picture, and tells the revision of the pages', () => {
    const done = load(undefined, { state: 'done', revision: 2, pagesRevision: 1, panelStates: comic.panelStates.map((one) => ({ ...one, state: 'done' as const, picture: '/old' })), pages: comic.pages.map((page) => ({ ...page, picture: '/page' })) });
    const planning = after(done, ...events(state('comic.update', null, 'queued', 'task_2'), state('comic.update', null, 'running', 'task_2'), state('comic.plan', 'plan', 'running')));
    expect(doingOf(planning)).toEqual({ step: 'planning' });
    const drawing = after(planning, ...events(...Array<StreamEvent>(3).fill(panel('a')), state('comic.plan', 'plan', 'done'), state('comic.panel', 'panel:b', 'queued'), state('comic.panel', 'panel:b', 'running')));
    expect(doingOf(drawing)).toEqual({ step: 'drawing', n: 2, done: 2, total: 3 });
    const paged = after(drawing, { seq: 20, at: 1, event: panel('b') }, { seq: 21, at: 1, event: state('comic.page', 'page:1', 'running') });
    expect(doingOf(paged)).toMatchObject({ step: 'lettering', n: 1 });
    const ended = after(paged, { seq: 22, at: 1, event: { type: 'comic.pages', revision: 2, pages: 1 } }, { seq: 23, at: 1, event: state('comic.update', null, 'done', 'task_2') });
    expect(ended.comic).toMatchObject({ state: 'done', pagesRevision: 2, taskId: 'task_2' });
    expect(doingOf(ended)).toEqual({ step: 'ended' });
  });

  test('other tasks of the comic are not its making; an edit moves the book on', () => {
    const seen = after(load(undefined, { state: 'done' }), ...events(state('comic.export', null, 'running', 'task_9'), { type: 'comic.edit', revision: 7, clientId: 'x' }, { type: 'comic.take', panelId: 'b', takeId: 'take_1' as never, state: 'done' }));
    expect(seen.comic).toMatchObject({ state: 'done', revision: 7 });
    expect(seen.touched).toEqual({ b: 3 });
  });

  test('what goes on elsewhere is no longer paused here', () => {
    const paused = load(undefined, { state: 'cancelled', isPaused: true });
    expect(after(paused, ...events(state('comic.make', null, 'running'))).comic).toMatchObject({ state: 'running', isPaused: false });
    const pausing = load(undefined, { state: 'running', isPaused: true });
    expect(after(pausing, ...events(state('comic.make', null, 'cancelled'))).comic).toMatchObject({ state: 'cancelled', isPaused: true });
  });

  test('where nobody works on it, pages count once all panels are drawn', () => {
    const drawn = comic.panelStates.map((one) => ({ ...one, state: 'done' as const, picture: '/p' }));
    const pages = [1, 2].map((number) => ({ ...comic.pages[0]!, number, picture: number === 1 ? '/page' : null }));
    expect(countReady({ ...comic, pages })).toEqual({ done: 0, total: 3 });
    expect(countReady({ ...comic, panelStates: drawn, pages })).toEqual({ done: 1, total: 2 });
    expect(countReady({ ...comic, panelStates: drawn, pages: pages.slice(0, 1) })).toEqual({ done: 3, total: 3 });
    expect(countReady({ ...comic, panelStates: [], pages: [] })).toEqual({ done: 0, total: 0 });
  });

  test('first it waits, then it writes', () => {
    expect(doingOf(load(undefined, { state: 'queued', panelStates: [], pages: [] }))).toEqual({ step: 'queued' });
    expect(doingOf(load(undefined, { panelStates: [], pages: [] }))).toEqual({ step: 'writing' });
  });

  test('the time left follows the pace, and is not guessed from nothing', () => {
    expect(secondsLeft(load(undefined))).toBeUndefined();
    const long = load(undefined, { panelStates: Array.from({ length: 10 }, (_, index) => ({ ...comic.panelStates[0]!, id: `p${index}` })) });
    expect(secondsLeft(after(long, ...events(...[0, 1, 2, 3, 4].map((index) => panel(`p${index}`)))))).toBe(6);
  });

  test('a storm of events over a book of 300 pages goes by the batch: the long list is copied once for many', () => {
    const ids = Array.from({ length: 2000 }, (_, index) => `p${index}`);
    const start = load(undefined, { panelStates: ids.map((id, index) => ({ ...comic.panelStates[0]!, id, page: 1 + Math.floor(index / 7) })) });
    const storm = ids.map((id, i) => ({ seq: i + 1, at: i, event: panel(id) }));
    // Counted, not timed: each list that is another than the last was copied once.
    const copies = (size: number) => {
      const lists = new Set<unknown>();
      let making = start;
      for (let from = 0; from < storm.length; from += size) {
        making = after(making, ...storm.slice(from, from + size));
        lists.add(making.comic.panelStates);
      }
      expect(countDrawn(making.comic).done).toBe(2000);
      return lists.size;
    };
    expect(copies(40)).toBeLessThanOrEqual(50);
  });
});
