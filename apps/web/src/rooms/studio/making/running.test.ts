import { expect, test } from 'vitest';
import { runningIn } from './running.ts';

test('the last word on a task counts, and an end asks for the pictures', () => {
  const told = (taskId: string, state: string) => ({ type: 'task.state', taskId, kind: 'studio.picture', key: null, state, code: null }) as never;
  expect(runningIn([told('a', 'running'), told('b', 'queued')])).toEqual({ running: new Map([['a', true], ['b', false]]), hasEnded: false });
  expect(runningIn([told('a', 'running'), told('a', 'done')])).toEqual({ running: new Map([['a', false]]), hasEnded: true });
  expect(runningIn([{ type: 'comic.edit', revision: 1, clientId: 'x' }])).toEqual({ running: new Map(), hasEnded: false });
});
