import { studioRoutes, taskRoutes, type GenerationId, type PictureId, type TaskId, type TaskState } from '@komawari/contract';
import { expect, test } from 'vitest';
import { NoAnswerError, RefusedError, type InstanceDoor } from '../instance-door.ts';
import { progressLine } from './progress-line.ts';
import { printReport, reportedOf } from './report.ts';
import { isOver, patiently, waitForPictures, type Seen } from './wait-for-pictures.ts';

type Answer = TaskState[] | Error;

/** A program that answers with these states one after the other, and refuses to cancel what it has to. */
function scriptedDoor(answers: Answer[], refusal?: RefusedError) {
  const cancelled: unknown[] = [];
  const ask = async (route: { id: string }, request?: { params?: Record<string, string> }): Promise<unknown> => {
    if (route.id === taskRoutes.get.id) return { progress: { total: 1000, done: 500, failed: 0 } };
    if (route.id === taskRoutes.cancel.id) {
      cancelled.push(request?.params?.['taskId']);
      if (refusal) throw refusal;
      return {};
    }
    expect(route.id).toBe(studioRoutes.generation.id);
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (answer instanceof Error) throw answer;
    return { pictures: answer.map((state, slot) => ({ id: `p${slot}`, taskId: `t${slot}`, slot, state })) };
  };
  return { door: { ask, fetchBytes: async () => new Uint8Array(), close: async () => undefined } as unknown as InstanceDoor, cancelled };
}

const waiting = { generationId: 'g' as GenerationId, taskId: 't' as TaskId, isOurs: () => true, stop: new AbortController().signal };

test('waits until each is over, and tells how far it is', async () => {
  const seen: Seen[] = [];
  const { door } = scriptedDoor([['queued', 'running'], ['done', 'running'], ['done', 'unknown']]);
  const pictures = await waitForPictures(door, { ...waiting, onSeen: (one) => seen.push(one) });
  expect(pictures.map(({ state }) => state)).toEqual(['done', 'unknown']);
  expect(seen.map(({ done, total, share }) => [done, total, share])).toEqual([[0, 2, 0.25], [1, 2, 0.75]]);
});

test('a program that is away for a moment is waited for; one that stays away is not', async () => {
  const { door } = scriptedDoor([new NoAnswerError('cut'), new RefusedError('server.stopping', 'stopping'), ['done']]);
  expect((await waitForPictures(door, waiting)).every(isOver)).toBe(true);
  await expect(patiently(() => Promise.reject(new NoAnswerError('cut')), 0)).rejects.toThrow(NoAnswerError);
  await expect(waitForPictures(scriptedDoor([new RefusedError('not-found', 'gone')]).door, waiting)).rejects.toThrow('gone');
});

test('a stop cancels once, and what had just ended is no error', async () => {
  const stop = new AbortController();
  const { door, cancelled } = scriptedDoor([['running'], ['running'], ['cancelled']]);
  const states = await waitForPictures(door, { ...waiting, stop: stop.signal, onSeen: () => stop.abort() });
  expect([states[0]?.state, cancelled]).toEqual(['cancelled', ['t']]);
  const late = scriptedDoor([['done']], new RefusedError('tasks.not-cancellable', 'ended'));
  expect((await waitForPictures(late.door, { ...waiting, stop: AbortSignal.abort() }))[0]?.state).toBe('done');
  const wrong = scriptedDoor([['running']], new RefusedError('server.error', 'broken'));
  await expect(waitForPictures(wrong.door, { ...waiting, stop: AbortSignal.abort() })).rejects.toThrow('broken');
});

test('the line of progress is written over itself and wiped at the end', () => {
  let written = '';
  const line = progressLine({ write: (text: string | Uint8Array) => { written += String(text); return true; } }, 'ja');
  line.end();
  expect(written).toBe('');
  line.show({ done: 1, total: 4, share: 0.5, isStopping: false });
  line.show({ done: 1, total: 4, share: 1.2, isStopping: true });
  expect(written).toMatch(/\r.*█{14}░{14} {2}画像を描いています 1\/4 · 0 s\r.*█{28} {2}停止しています…… 1\/4/);
  line.end();
  expect(written.endsWith('\r\u001b[2K')).toBe(true);
});

test('nothing that a provider said steers the terminal; what is still drawn says where it will be', () => {
  const picture = { id: 'picture_1' as PictureId, slot: 0, mediaType: null, width: 0, height: 0, sizeBytes: 0, seed: null, model: null };
  const refused = reportedOf({ ...picture, state: 'refused', error: { code: 'tasks.refused', message: 'no\u001b[31m \u202ered\nline' } } as never, undefined);
  expect(refused.error?.message).toBe('no [31m red line');
  const said: string[] = [];
  const { error } = console;
  console.error = (line: string) => void said.push(line);
  printReport({ generationId: 'g' as GenerationId, isWhole: false, seconds: 1, pictures: [reportedOf({ ...picture, state: 'running', error: null } as never, undefined)] }, 'en');
  console.error = error;
  expect(said).toEqual(['Picture 1: It is still being drawn; it will stand in the studio when it is done (picture_1).']);
});
