import { setTimeout as sleep } from 'node:timers/promises';
import type { ImageModel } from '@komawari/contract';
import { eventually } from '@komawari/testkit';
import { requestFor } from '@komawari/testkit/suites/image-provider-suite';
import { httpAnswer, startOtherSide } from '@komawari/testkit/suites/other-side';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, describe, expect, test } from 'vitest';
import { startFakeVolcengineVisual, type FakeVolcengineVisual, type FakeVolcengineVisualOptions } from '../../../../../../packages/testkit/fakes/providers/fake-volcengine-visual.ts';
import type { ImageCall, ImageRequest } from '../../../ports/image-provider.ts';
import type { OpenProvider } from '../../../ports/provider.ts';
import { safeFetch } from '../../safe-fetch/safe-fetch.ts';
import { pixelsFor } from '../wire/sizes.ts';
import { VisualSettings } from './visual-settings.ts';
import { volcengineVisualProvider } from './volcengine-visual-provider.ts';

const HOUR_MS = 3_600_000;
const KEYS = { accessKey: 'AKTESTEXAMPLE', secretKey: 'SKTESTEXAMPLE' };
const [FOUR, THREE] = ['jimeng_t2i_v40', 'jimeng_t2i_v30'];

describe('the visual service of Volcengine', () => {
  let fake: FakeVolcengineVisual | undefined;
  afterEach(() => fake?.close());
  const at = (url: string, settings: object = {}, secrets: Record<string, string> = KEYS): OpenProvider => {
    const web = safeFetch().allowing([new URL(url).host]);
    return volcengineVisualProvider.open({ url, secrets, settings: VisualSettings.parse({ pollMs: 5, ...settings }) }, { web, now: () => new Date(), wait: (ms, signal) => sleep(ms, undefined, { signal }) });
  };
  const open = async (options: FakeVolcengineVisualOptions = {}, settings: object = {}, secrets: Record<string, string> = KEYS) => {
    await fake?.close();
    fake = await startFakeVolcengineVisual(options);
    return at(fake.url, settings, secrets);
  };
  const signal = () => new AbortController().signal;
  const call = (over: Partial<ImageCall> = {}): ImageCall => ({ id: 'c0ffee00-0000-4000-8000-000000000001', signal: signal(), onSending: () => Promise.resolve(), onAccepted: () => Promise.resolve(), ...over });
  const ask = async (provider: OpenProvider, over: Partial<ImageRequest> = {}, id = FOUR) => requestFor((await provider.image?.listModels(signal()))?.find((model) => model.id === id) as ImageModel, over);
  const draw = async (provider: OpenProvider, over: Partial<ImageRequest> = {}, { id = FOUR, asked = call() }: { id?: string; asked?: ImageCall } = {}) => provider.image?.draw(await ask(provider, over, id), asked);
  const resume = async (provider: OpenProvider, handle = fake?.tasks()[0]?.taskId ?? '') => provider.image?.resume?.(handle, await ask(provider), call());
  const sent = (action: string) => (fake?.asked ?? []).filter(({ query }) => query.get('Action') === action).map((one) => one.json());

  test('what is sent: one picture, exact pixels, no mark', async () => {
    const answer = await draw(await open(), { prompt: '4 pictures of a lamp', size: { width: 1280, height: 1024 } });
    expect(sent('CVSync2AsyncSubmitTask')).toEqual([{ req_key: FOUR, prompt: '4 pictures of a lamp', width: 1280, height: 1024, force_single: true }]);
    expect(sent('CVSync2AsyncGetResult')[0]).toEqual({ req_key: FOUR, task_id: fake?.tasks()[0]?.taskId, req_json: '{"return_url":true,"logo_info":{"add_logo":false}}' });
    const [slot] = answer?.slots ?? [];
    expect(slot?.kind === 'picture' && await sharp(slot.picture.bytes).metadata()).toMatchObject({ width: 1280, height: 1024 });
    expect(fake?.billed()).toBe(1);
  });

  test('an older model takes a seed, and is not told of what it may not know', async () => {
    await draw(await open(), { seed: 31 }, { id: THREE });
    expect(sent('CVSync2AsyncSubmitTask')).toEqual([{ req_key: THREE, prompt: expect.any(String) as string, width: 1024, height: 1024, seed: 31 }]);
  });

  test('pictures in the answer itself, where nothing else may be reached', async () => {
    const provider = await open({ absent: [] }, { answersAs: 'base64' });
    expect((await draw(provider))?.slots.length).toBe(1);
    expect(fake?.asked.some(({ path }) => path.startsWith('/pictures'))).toBe(false);
  });

  test('any ratio at any resolution comes to pixels that the service takes', async () => {
    const { models } = VisualSettings.parse({});
    const side = fc.integer({ min: 1, max: 99 });
    fc.assert(fc.property(fc.constantFrom(...models), side, side, fc.constantFrom('512' as const, '1K' as const, '2K' as const, '4K' as const), ({ sizes }, wide, high, resolution) => {
      const { width, height } = pixelsFor({ ratio: `${wide}:${high}`, resolution }, sizes);
      expect([width * height >= 1024 ** 2, width * height <= 4096 ** 2, Math.max(width / height, height / width) <= 3]).toEqual([true, true, true]);
    }), { numRuns: 40 });
  });

  test('looks that fail say nothing about the task', async () => {
    const provider = await open();
    fake?.faultAt('poll', { kind: 'lost' }, { kind: 'html' }, { kind: 'status', status: 500, code: '50500' }, { kind: 'status', status: 429, code: '50429' }, { kind: 'cut', afterBytes: 5 });
    expect((await draw(provider))?.slots.length).toBe(1);
    expect(sent('CVSync2AsyncSubmitTask').length).toBe(1);
  });

  test('too many of them in a row: it may be billed, so nobody knows; a new process finds it', async () => {
    const provider = await open({}, { looksMax: 3 });
    fake?.faultAt('poll', { kind: 'lost' }, { kind: 'status', status: 503 }, { kind: 'garbage' });
    await expect(draw(provider)).rejects.toMatchObject({ fault: 'unknown' });
    expect((await resume(provider))?.slots.length).toBe(1);
    fake?.faultAt('poll', { kind: 'status', status: 401 });
    await expect(draw(provider), 'a key that is withdrawn meanwhile').rejects.toMatchObject({ fault: 'unknown', facts: { status: 401 } });
    fake?.faultAt('poll', { kind: 'lost' }, { kind: 'lost' }, { kind: 'lost' });
    await expect(resume(provider), 'asked again by the one who resumes').rejects.toMatchObject({ fault: 'down' });
  });

  test.each([200, 400, 500])('a task that is done and failed, under %i', async (failedTaskStatus) => {
    const provider = await open({ failedTaskStatus });
    fake?.fault({ kind: 'output-refused' });
    await expect(draw(provider)).rejects.toMatchObject({ fault: 'refused', facts: { side: 'output', code: 'task.50511' } });
    await expect(resume(provider)).rejects.toMatchObject({ fault: 'refused' });
    fake?.faultAt('poll', { kind: 'input-refused' });
    await expect(draw(provider)).rejects.toMatchObject({ fault: 'refused', facts: { side: 'input' } });
    fake?.fault({ kind: 'task-failed' });
    await expect(draw(provider)).rejects.toMatchObject({ fault: 'down', facts: { code: 'task.50500' } });
    expect(fake?.billed()).toBe(0);
  });

  test.each(['not_found', 'expired'] as const)('a task that the service calls %s', async (how) => {
    const provider = await open({ stepMs: 60_000 }, { looksMax: 3 });
    const drawing = draw(provider).catch((error: unknown) => error);
    const [task] = await eventually('it is accepted', () => (fake?.tasks().length ? fake.tasks() : undefined));
    fake?.endTask(task?.taskId ?? '', how);
    expect(await drawing).toMatchObject({ fault: 'unknown', facts: { code: `task.${how}` } });
    expect(await resume(provider)).toBeUndefined();
  });

  test('tasks live for twelve hours', async () => {
    let aheadMs = 0;
    const provider = await open({ now: () => Date.now() + aheadMs });
    const handles: string[] = [];
    await draw(provider, {}, { asked: call({ onAccepted: async (handle) => { handles.push(handle); } }) });
    aheadMs = 11.9 * HOUR_MS;
    expect((await resume(provider, handles[0]))?.slots.length).toBe(1);
    aheadMs = 12.1 * HOUR_MS;
    expect(await resume(provider, handles[0])).toBeUndefined();
    expect([sent('CVSync2AsyncSubmitTask').length, fake?.billed()]).toEqual([1, 1]);
  });

  test('one that takes too long is given up, not forgotten', async () => {
    const provider = await open({ stepMs: 700 }, { taskTimeoutMs: 1000 });
    await expect(draw(provider)).rejects.toMatchObject({ fault: 'unknown', facts: { code: 'task.too-long' } });
    expect((await resume(provider))?.slots.length).toBe(1);
  });

  test('what onAccepted throws is passed on', async () => {
    const reason = new Error('the lease is lost');
    await expect(draw(await open(), {}, { asked: call({ onAccepted: () => Promise.reject(reason) }) })).rejects.toBe(reason);
  });

  test('whether the keys are taken, without a task', async () => {
    expect(await (await open()).check(signal())).toEqual({ says: 'Volcengine Visual' });
    await (await open({}, {}, { accessKey: ' AKTESTEXAMPLE\n', secretKey: 'SKTESTEXAMPLE ' })).check(signal());
    await (await open({ sessionToken: 'STS-1' }, {}, { ...KEYS, sessionToken: 'STS-1' })).check(signal());
    expect(fake?.tasks()).toEqual([]);
    await expect((await open({}, { region: 'cn-beijing' })).check(signal())).rejects.toMatchObject({ fault: 'denied', facts: { code: 'InvalidCredential' } });
    await expect((await open({ maxSkewMs: 1000, now: () => Date.now() + HOUR_MS })).check(signal()), 'a clock that is wrong').rejects.toMatchObject({ fault: 'denied', facts: { code: 'InvalidTimestamp' } });
    await expect((await open({}, { version: '2020-01-01' })).check(signal())).rejects.toMatchObject({ fault: 'invalid', facts: { code: 'InvalidActionOrVersion' } });
    await expect((await open({ gatewayRefusal: () => ({ status: 403, body: { code: 1, message: 'no' } }) }, {}, { ...KEYS, secretKey: 'other-secret' })).check(signal())).rejects.toMatchObject({ fault: 'denied' });
  });

  test('the prompt does not come back in an error, whichever request it is', async () => {
    const prompt = 'a paper lantern 纸灯笼 over wet stones';
    let submits = 0;
    const side = await startOtherSide(({ path }, socket) => {
      const isSubmit = path.includes('Submit');
      if (isSubmit) submits += 1;
      const data = isSubmit ? { task_id: '1' } : { status: 'done' };
      const code = isSubmit && submits === 1 ? 10_000 : 50_412;
      socket.end(httpAnswer(isSubmit || submits > 0 ? 200 : 400, { 'content-type': 'application/json' }, JSON.stringify({ code, data: code === 50_412 && isSubmit ? null : data, message: `not passed: ${prompt}` })));
    });
    try {
      const provider = at(side.url);
      for (const code of ['task.50412', '50412']) await expect(draw(provider, { prompt })).rejects.toMatchObject({ fault: 'refused', facts: { code, said: 'not passed: …' } });
    } finally {
      await side.close();
    }
  });
});
