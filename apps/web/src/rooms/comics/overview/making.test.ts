import type { Comic, StreamEvent } from '@komawari/contract';
import { describe, expect, test } from 'vitest';
import type { SeenEvent } from '../../../api/follow-stream.ts';
import { changeMaking, countDrawn, secondsLeft } from './making.ts';

const comic = {
  id: 'comic_1', state: 'running', title: 'T', pageCount: 1, panels: { total: 3, done: 0, failed: 0 },
  panelStates: ['a', 'b', 'c'].map((id) => ({ id, page: 1, state: 'queued', picture: null, error: null })),
  pages: [{ number: 1, picture: null, preview: null, alternative: [] }], files: [], problems: [], error: null,
} as unknown as Comic;

const state = (kind: string, key: string | null, to: string) => ({ type: 'task.state', taskId: 't', kind, key, state: to, code: null }) as StreamEvent;
const panel = (panelId: string): StreamEvent => ({ type: 'comic.panel', panelId, page: 1, picture: `/p/${panelId}` });
const events = (...list: StreamEvent[]): SeenEvent[] => list.map((event, index) => ({ seq: index + 1, at: index * 1000, event }));

describe('a comic in the making', () => {
  const loaded = changeMaking(undefined, { type: 'loaded', comic });

  test('events before the first load wait for it', () => expect(changeMaking(undefined, { type: 'events', events: events(panel('a')) })).toBeUndefined());

  test('panels and pages take their pictures; the end asks for the whole again', () => {
    const after = changeMaking(loaded, { type: 'events', events: events(state('comic.panel', 'panel:b', 'running'), panel('a'), { type: 'comic.page', page: 1, picture: '/page', preview: null }, state('comic.panel', 'panel:c', 'failed'), state('comic.make', null, 'incomplete')) });
    expect(after?.comic.panelStates.map((part) => [part.state, part.picture])).toEqual([['done', '/p/a'], ['running', null], ['failed', null]]);
    expect(after?.comic.pages[0]?.picture).toBe('/page');
    expect(after && countDrawn(after.comic)).toEqual({ done: 1, total: 3, failed: 1 });
    expect(after?.staleCount).toBe(1);
  });

  test('a replay of what is known already takes nothing back', () => {
    const once = changeMaking(loaded, { type: 'events', events: events(panel('a')) });
    const again = changeMaking(once, { type: 'events', events: events(state('comic.panel', 'panel:a', 'queued'), state('comic.panel', 'panel:a', 'running')) });
    expect(again?.comic.panelStates[0]).toMatchObject({ state: 'done', picture: '/p/a' });
  });

  test('an older answer does not take a drawing away', () => {
    const drawn = changeMaking(loaded, { type: 'events', events: events(panel('a')) });
    expect(changeMaking(drawn, { type: 'loaded', comic })?.comic.panelStates[0]?.picture).toBe('/p/a');
    expect(changeMaking(drawn, { type: 'loaded', comic: { ...comic, id: 'comic_2' as Comic['id'] } })?.comic.panelStates[0]?.picture).toBeNull();
  });

  test('the time left follows the pace, and is not guessed from nothing', () => {
    expect(loaded && secondsLeft(loaded)).toBeUndefined();
    const long = { ...comic, panelStates: Array.from({ length: 10 }, (_, index) => ({ ...comic.panelStates[0]!, id: `p${index}` })) };
    const some = changeMaking(changeMaking(undefined, { type: 'loaded', comic: long }), { type: 'events', events: events(...[0, 1, 2, 3, 4].map((index) => panel(`p${index}`))) });
    expect(some && secondsLeft(some)).toBe(5);
  });
});
