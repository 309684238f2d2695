import { Comic, type ProviderId } from '@komawari/contract';
import { listLines, type Book } from '@komawari/comic';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TextRequest } from '../../../ports/text-provider.ts';
import { addScripted } from '../../studio/testing/add-scripted.ts';
import { SCRIPTED_WRITER, scriptProvider, type Script } from '../../studio/testing/scripted-provider.ts';
import { realEngine } from '../engine.ts';

/** Nobody but a careful reader knows who says the second line. */
const STORY = ['The two of them met on the bridge. Tom had a lamp. The fox had none.', '"Where are you going?"', '"To the sea."', '"Take me with you!" cried Tom.'].join('\n\n');
const ANSWERS: Record<string, { starts: string; speaker: string; kind: string }> = {
  L1: { starts: 'Where are', speaker: 'Tom', kind: 'speech' }, L2: { starts: 'To the sea', speaker: 'the fox', kind: 'whisper' }, L3: { starts: 'Take me', speaker: 'Tom', kind: 'shout' },
};
const person = (name: string, being = '') => ({ name, aliases: [], gender: 'unknown', age: 'unknown', being, looks: '' });
const answerFor = (ids: readonly string[]) => JSON.stringify({ people: [person('Tom'), person('the fox', 'fox')], lines: ids.map((id) => ({ id, ...ANSWERS[id] })) });

let script: Script;
let server: BootedServer;
let author: Account;
let writer: string;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, engine: realEngine(), providerKinds: [script.kind] });
  author = await server.account('user');
  const id = await addScripted(server.app, { images: [], texts: [SCRIPTED_WRITER] });
  writer = `${id}/${SCRIPTED_WRITER.id}`;
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  Object.assign(script, { billed: 0, told: [], writes: () => answerFor(['L1', 'L2', 'L3']) });
  await server.app.client.db.deleteFrom('provider_health').execute();
});

async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const reply = await server.call(method, `/api/v1/comics${path}`, { headers: author.headers, ...(body ? { body } : {}) });
  expect(reply.status, reply.text).toBeLessThan(300);
  return reply.body as T;
}

const write = async () => (await call<{ id: string }>('POST', '', { text: STORY, options: { writer }, scriptOnly: true })).id;
const read = async (id: string) => Comic.parse(await call('GET', `/${id}`));
const finished = (id: string) => eventually('the script ends', async () => {
  const comic = await read(id);
  return !['queued', 'running'].includes(comic.state) && comic;
}, 60_000);
const bookOf = async (id: string) => (await call<{ book: Book }>('GET', `/${id}/book`)).book;
/** Who says what, and whether the author should look. */
const said = (book: Book) => listLines(book).filter(({ isQuoted }) => isQuoted).map((line) => [line.text.en, line.speaker, line.kind, line.isUnsure ?? false]);

describe('a script whose speakers a model tells', () => {
  test('has every line once and in order, with the speakers and people that the model read', async () => {
    const id = await write();
    expect(await finished(id)).toMatchObject({ state: 'incomplete', error: null });
    const book = await bookOf(id);
    expect(said(book)).toEqual([['Where are you going?', 'Tom', 'speech', false], ['To the sea.', expect.stringMatching(/fox/i), 'whisper', false], ['Take me with you!', 'Tom', 'shout', false]]);
    expect(book.madeBy.writer).toBe('Scripted · Scripted words');
    expect(book.bible.cast.find(({ name }) => /fox/i.test(name))?.look).toMatchObject({ being: 'animal', animal: 'fox' });
    expect(script.billed).toBe(1);
  }, 60_000);

  test('lines left out are asked for once more, made-up ones go, and what is still open is marked', async () => {
    const answers = [JSON.stringify({ people: [person('Tom')], lines: [{ id: 'L1', ...ANSWERS['L1'] }, { id: 'L7', starts: 'I am', speaker: 'Tom', kind: 'speech' }, { id: 'L2', starts: 'To the moon', speaker: 'Tom', kind: 'speech' }] }), answerFor(['L3'])];
    script.writes = () => answers.shift() ?? '';
    const id = await write();
    await finished(id);
    expect(said(await bookOf(id)).map(([text, , , isUnsure]) => [text, isUnsure])).toEqual([['Where are you going?', false], ['To the sea.', true], ['Take me with you!', false]]);
    expect(userOf(script.told[1])).toContain('L2, L3');
    const task = await server.app.client.db.selectFrom('task').select('result').where('stream', '=', id).executeTakeFirstOrThrow();
    expect(task.result).toMatchObject({ report: { lines: 3, missing: 1, invented: 2 } });
  }, 60_000);

  test('a model that gives nothing usable is told so, and the built-in writer does not pass for it', async () => {
    script.writes = () => 'I am sorry, here is a poem instead.';
    const id = await write();
    const comic = await finished(id);
    expect(comic).toMatchObject({ state: 'failed', error: { code: 'comics.model-unreadable' } });
    expect(script.billed).toBe(2);
  }, 60_000);

  test('an answer that was lost is asked for again only when a person says so', async () => {
    let lost = 1;
    script.writes = () => (lost-- > 0 ? 'unknown' : answerFor(['L1', 'L2', 'L3']));
    const id = await write();
    expect(await finished(id)).toMatchObject({ state: 'unknown' });
    expect(script.billed).toBe(1);
    expect(await call('POST', `/${id}/script/decide`, { decision: 'resend' })).toEqual({ decided: 1 });
    await eventually('the script is written', async () => (await read(id)).revision === 1);
    expect(script.billed).toBe(2);
  }, 60_000);

  test('an attempt that was cut off after its answer finds it, and one cut off before it ends unknown', async () => {
    const { app } = server;
    const { openModels } = await import('../../studio/index.ts');
    const { safeFetch } = await import('../../../adapters/safe-fetch/safe-fetch.ts');
    const { sharpPictureTools } = await import('../../../adapters/pictures/sharp-picture-tools.ts');
    const models = openModels({ kinds: async () => ({ kinds: [script.kind], broken: [] }), web: safeFetch(), pictures: sharpPictureTools });
    const [providerId, modelId] = writer.split('/') as [ProviderId, string];
    const model = await models.findTextModel(app, { providerId, modelId });
    const ask = (taskId: string, text: string) => models.write(app, { task: { id: taskId, owner: 'user:somebody' }, model: model!, request: { messages: [{ role: 'user', text }] }, signal: new AbortController().signal });
    const first = await ask('task-a', 'one');
    expect(await ask('task-a', 'one')).toEqual(first);
    expect(script.billed).toBe(1);
    await app.client.db.updateTable('provider_call').set({ state: 'sent' }).where('task_id', '=', 'task-a').execute();
    expect(await ask('task-a', 'one')).toEqual(first);
    await expect(ask('task-a', 'two')).rejects.toMatchObject({ name: 'UnknownOutcomeError' });
    expect(script.billed).toBe(1);
  });
});

function userOf(request: TextRequest | undefined): string {
  return request?.messages.find(({ role }) => role === 'user')?.text ?? '';
}
