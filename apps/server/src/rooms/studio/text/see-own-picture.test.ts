/** What models say of one's pictures: asked once, in the language of the page, and refused where it is nothing that was asked for. */
import type { ProviderId, Seen } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addScripted } from '../testing/add-scripted.ts';
import { SCRIPTED_WRITER, scriptProvider, type Script } from '../testing/scripted-provider.ts';

const EYES = { countMax: 1, bytesMax: 1_000_000, pixelsMax: 1_000_000, mediaTypes: ['image/png' as const] };
const SEES = { ...SCRIPTED_WRITER, id: 'sees', name: 'Sees', pictures: EYES };
/** Takes the small one of a picture alone. */
const SEES_SMALL = { ...SEES, id: 'sees-small', name: 'Sees small', pictures: { ...EYES, mediaTypes: ['image/webp' as const] } };

let script: Script;
let server: BootedServer;
let me: Account;
let providerId: ProviderId;
let pictureId = '';

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  me = await server.account('user');
  providerId = await addScripted(server.app, { texts: [SEES, SEES_SMALL, SCRIPTED_WRITER] });
  const { body } = await server.call('POST', '/api/v1/studio/generations', { headers: me.headers, body: { recipe: { prompt: 'a lighthouse', size: { kind: 'pixels', width: 64, height: 64 } } } });
  pictureId = (body as { pictures: [{ id: string }] }).pictures[0].id;
  await eventually('it is drawn', async () => ((await server.call('GET', `/api/v1/studio/pictures/${pictureId}`, { headers: me.headers })).body as { state: string }).state === 'done');
}, 60_000);
afterAll(() => server.close());
beforeEach(() => { script.told.length = 0; });

const see = (fields: object, headers = me.headers) => server.call('POST', `/api/v1/studio/pictures/${pictureId}/seen`, { headers, body: { model: { providerId, modelId: 'sees' }, ...fields } });
const codeOf = (body: unknown) => (body as { error: { code: string } }).error.code;

describe('a picture', () => {
  test('is described in the language of the page, once for the same question', async () => {
    script.writes = () => '雨中的灯塔。';
    const first = await see({ kind: 'description', language: 'zh-CN' });
    expect([first.status, first.body]).toMatchObject([200, { kind: 'description', text: '雨中的灯塔。', tags: [], isCached: false }]);
    const [system, question] = script.told[0]?.messages ?? [];
    expect([system, question]).toMatchObject([{ text: expect.stringContaining('Simplified Chinese') }, { role: 'user', pictures: [{ mediaType: 'image/png', width: 16, height: 8 }] }]);
    expect((await see({ kind: 'description', language: 'zh-CN' })).body).toMatchObject({ text: '雨中的灯塔。', isCached: true });
    expect((await see({ kind: 'description', language: 'zh-CN', isFresh: true })).body).toMatchObject({ isCached: false });
    await see({ kind: 'description', language: 'ja' });
    expect(script.told).toHaveLength(3);
  });

  test('gets tags by a schema; what is something else is refused, and not kept', async () => {
    script.writes = () => 'I am sorry, but I cannot help with this picture.';
    const refused = await see({ kind: 'tags', language: 'en' });
    expect([refused.status, codeOf(refused.body)]).toEqual([422, 'studio.answer-unusable']);
    expect(script.told[0]?.schema?.name).toBe('tags');
    script.writes = () => '```json\n{"tags":["lighthouse","Rain","rain","#night"]}\n```';
    expect((await see({ kind: 'tags', language: 'en' })).body).toMatchObject({ tags: ['lighthouse', 'Rain', 'night'], isCached: false });
    expect(script.told).toHaveLength(2);
  });

  test('is read, also where nothing is written in it', async () => {
    script.writes = () => '{"lines":["開店","10:00"]}';
    expect((await see({ kind: 'text' })).body as Seen).toMatchObject({ text: '開店\n10:00', isCached: false });
    // Writing is in its own language, whatever the page speaks.
    expect((await see({ kind: 'text', language: 'ja' })).body).toMatchObject({ isCached: true });
    script.writes = () => '{"lines":[]}';
    expect((await see({ kind: 'text', isFresh: true })).body).toMatchObject({ text: '' });
  });

  test('that is too much for a model is shown small, unless its writing is to be read', async () => {
    script.writes = () => '{"tags":["lighthouse"]}';
    const model = { providerId, modelId: 'sees-small' };
    expect((await see({ kind: 'tags', model })).body).toMatchObject({ tags: ['lighthouse'] });
    expect(script.told[0]?.messages[1]).toMatchObject({ pictures: [{ mediaType: 'image/webp' }] });
    expect(codeOf((await see({ kind: 'text', model })).body)).toBe('studio.cannot');
    const blind = await see({ kind: 'tags', model: { providerId, modelId: SCRIPTED_WRITER.id } });
    expect([blind.status, codeOf(blind.body)]).toEqual([422, 'studio.cannot']);
  });

  test('of somebody else is not there', async () => {
    expect((await see({ kind: 'tags' }, (await server.account('user')).headers)).status).toBe(404);
    expect(script.told).toEqual([]);
  });
});
