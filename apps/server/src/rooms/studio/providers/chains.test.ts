import { Generation, type ProviderId } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addScripted } from '../testing/add-scripted.ts';
import { SCRIPTED_MODEL, SCRIPTED_WRITER, scriptProvider, type Script } from '../testing/scripted-provider.ts';

let scripts: Script[];
let ids: ProviderId[];
let server: BootedServer;
let operator: Account;
let user: Account;

beforeAll(async () => {
  scripts = ['first', 'second', 'third'].map((kind) => scriptProvider({ kind }));
  server = await bootServer({ hasWorker: true, providerKinds: scripts.map(({ kind }) => kind) });
  ids = [];
  for (const { kind } of scripts) ids.push(await addScripted(server.app, { kind: kind.kind, name: kind.kind, texts: [SCRIPTED_WRITER] }));
  [operator, user] = await Promise.all([server.account('operator'), server.account('user')]);
}, 60_000);
afterAll(() => server.close());

const api = (method: string, path: string, body: object | undefined, account: Account) => server.call(method, `/api/v1${path}`, { headers: account.headers, ...(body ? { body } : {}) });
const draws = (at: number) => ({ providerId: ids[at]!, modelId: SCRIPTED_MODEL.id });
const writes = (at: number) => ({ providerId: ids[at]!, modelId: SCRIPTED_WRITER.id });
const put = (job: string, models: object[] | null) => api('PUT', '/model-chains', { job, models }, operator);

async function drawn(prompt: string) {
  for (const script of scripts) script.acts.set(prompt, script === scripts[0] ? ['down'] : []);
  const reply = await api('POST', '/studio/generations', { recipe: { prompt, size: { kind: 'pixels', width: 64, height: 64 } } }, user);
  const { id } = Generation.parse(reply.body);
  return eventually('it is drawn', async () => {
    const [picture] = Generation.parse((await api('GET', `/studio/generations/${id}`, undefined, user)).body).pictures;
    return picture?.state === 'done' && picture;
  });
}

test('the order of the operator is followed, and the usual rule comes back', async () => {
  expect((await put('picture', [draws(2), draws(1)])).body).toEqual({ items: [{ job: 'picture', models: [draws(2), draws(1)] }] });
  expect((await drawn('in order')).model).toEqual(draws(2));
  await put('picture', null);
  expect((await api('GET', '/model-chains', undefined, operator)).body).toEqual({ items: [] });
  expect((await drawn('as usual')).model).toEqual(draws(1));
});

test('words follow a chain of their own, and an empty one lets nobody stand in', async () => {
  for (const [at, script] of scripts.entries()) script.writes = () => (at === 0 ? 'down' : `written by ${at}`);
  const ask = async (text: string) => (await api('POST', '/studio/texts', { messages: [{ role: 'user', text }] }, user)).body as { text?: string; error?: { code: string } };
  await put('words', [writes(2)]);
  expect((await ask('one')).text).toBe('written by 2');
  await put('words', []);
  expect((await ask('two')).error?.code).toBe('studio.provider-down');
  await put('words', null);
  expect((await ask('three')).text).toBe('written by 1');
});

test('a model that nobody knows is refused', async () => {
  expect((await put('vision', [draws(0)])).status).toBe(422);
});
