import { Generation, OwnStyle, Picture, PictureWithRecipe, STYLES_MAX, Template, TemplateContent, TEMPLATES_MAX, variablesOf, type OwnerRef } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer, type CallOptions } from '@komawari/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../db/transaction.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { scriptProvider, type Script } from '../testing/scripted-provider.ts';
import { startersIn } from './starter-templates.ts';
import { keptTemplates } from './templates.ts';

let script: Script;
let server: BootedServer;
let me: Account;

beforeAll(async () => {
  script = scriptProvider();
  server = await bootServer({ hasWorker: true, providerKinds: [script.kind] });
  await addScripted(server.app);
}, 60_000);
afterAll(() => server.close());
beforeEach(async () => {
  me = await server.account('user');
  script.asked = [];
});

const api = (method: string, path: string, options: CallOptions = {}, who = me) => server.call(method, `/api/v1/studio${path}`, { headers: who.headers, ...options });
const codeOf = ({ body }: { body: unknown }) => (body as { error: { code: string } }).error.code;
const put = (content: object, id?: string, who = me) => api('PUT', '/templates', { body: { content, ...(id === undefined ? {} : { id }) } }, who);
const own = async (who = me) => (await api('GET', '/templates', {}, who)).body as { items: Template[]; starters: TemplateContent[] };
const content = (part: object = {}) => TemplateContent.parse({ title: 'Hero', prompt: 'a {{hair=silver}} hero', ...part });

describe('templates', () => {
  test('are kept, changed, removed, and brought back under their id', async () => {
    const full = content({ negativePrompt: 'text', style: { id: 'ink', words: 'ink' }, size: { kind: 'ratio', ratio: '16:9' }, language: 'en', note: 'For covers' });
    const kept = Template.parse((await put(full)).body);
    expect(kept).toMatchObject(full);
    const changed = Template.parse((await put({ ...full, title: ' Heroes\n' }, kept.id)).body);
    expect([changed.id, changed.title]).toEqual([kept.id, 'Heroes']);
    expect((await own()).items).toEqual([changed]);
    for (const _ of [1, 2]) expect((await api('DELETE', `/templates?id=${kept.id}`)).body).toEqual({ isRemoved: true });
    expect((await own()).items).toEqual([]);
    await put(full, kept.id);
    expect((await own()).items).toMatchObject([{ id: kept.id, title: 'Hero' }]);
  });

  test('are nobody else\'s: not read, not changed, not removed', async () => {
    const { id } = Template.parse((await put(content())).body);
    const other = await server.account('user');
    expect(codeOf(await put(content({ title: 'Mine now' }), id, other))).toBe('not-found');
    await api('DELETE', `/templates?id=${id}`, {}, other);
    expect((await own(other)).items).toEqual([]);
    expect((await own()).items).toMatchObject([{ id, title: 'Hero' }]);
  });

  test.each<[string, object]>([['no title', { title: ' ' }], ['no words', { prompt: '  ' }], ['too many words', { prompt: 'x'.repeat(8001) }], ['no such shape', { size: { kind: 'ratio', ratio: '0:1' } }], ['no such language', { language: 'xx' }], ['no such style', { style: { id: '../x', words: '' } }]])('%s is no template', async (_, part) => {
    expect((await put({ title: 'T', prompt: 'a cat', ...part })).status).toBe(400);
  });

  test('those of a file come in their order, once, and what is none is passed over', async () => {
    await put(content());
    const { id: _id, ...file } = { id: 'template_x', ...content(), more: 1 };
    const sent = [file, { title: 'Two', prompt: '2' }, { title: 'Three', prompt: '3' }, { title: 'Two', prompt: '2' }, { title: 'x' }, 7, null];
    const first = (await api('POST', '/templates/import', { body: { templates: sent } })).body as { items: Template[]; added: number; known: number; left: number };
    expect([first.added, first.known, first.left]).toEqual([2, 2, 3]);
    expect(first.items.map(({ title }) => title).filter((title) => title !== 'Hero')).toEqual(['Two', 'Three']);
    expect((await api('POST', '/templates/import', { body: { templates: sent } })).body).toMatchObject({ added: 0, known: 4, left: 3 });
    expect((await own()).items).toHaveLength(3);
  });

  test('there are so many and no more, and they go with their account', async () => {
    const { db } = server.app.client;
    const [owner, to] = [`user:${me.userId}` as OwnerRef, `user:heir-${me.userId}` as OwnerRef];
    const rows = Array.from({ length: TEMPLATES_MAX - 1 }, (_, n) => ({ id: server.app.ports.ids.next('template'), owner, content: JSON.stringify(content({ title: `T${n}` })), created_at: new Date(), changed_at: new Date() }));
    await db.insertInto('prompt_template').values(rows).execute();
    expect((await api('POST', '/templates/import', { body: { templates: [{ title: 'A', prompt: 'a' }, { title: 'B', prompt: 'b' }] } })).body).toMatchObject({ added: 1, left: 1 });
    expect(codeOf(await put(content()))).toBe('studio.templates-many');
    expect((await put(content({ title: 'Changed' }), rows[0]?.id)).status).toBe(200);
    await api('PUT', '/styles', { body: { id: 'ink', name: '', words: 'mine' } });
    await inTransaction(db, async (tx) => { expect(await keptTemplates.claim(tx, owner, to)).toBe(TEMPLATES_MAX); });
    expect((await own()).items).toEqual([]);
    await inTransaction(db, async (tx) => { await keptTemplates.removeOwn?.(tx, to); });
    expect(await db.selectFrom('prompt_template').select('id').where('owner', '=', to).execute()).toEqual([]);
    expect(await db.selectFrom('picture_style').select('id').where('owner', '=', to).execute()).toEqual([]);
  });

  test('some come with the house, in the language of the reader', async () => {
    for (const language of ['en', 'zh-CN', 'ja'] as const) {
      const starters = startersIn(language);
      expect(starters.length).toBeGreaterThanOrEqual(6);
      for (const starter of starters) {
        expect(TemplateContent.parse(starter)).toEqual(starter);
        expect(variablesOf(starter.prompt).length).toBeGreaterThan(0);
        // Nothing has to be filled in to try one.
        expect(variablesOf(starter.prompt).every(({ fallback }) => fallback !== undefined)).toBe(true);
      }
    }
    expect((await own()).starters).toEqual(startersIn('en'));
  });
});

describe('styles', () => {
  const stylesOf = ({ body }: { body: unknown }) => (body as { items: unknown[] }).items.map((item) => OwnStyle.parse(item));
  const putStyle = (body: object) => api('PUT', '/styles', { body });

  test('of one\'s own are made, changed, hidden, removed; those of the house come back as they were', async () => {
    const [mine] = stylesOf(await putStyle({ name: 'Woodcut', words: 'woodcut print', negativeWords: 'photo' }));
    expect(mine).toMatchObject({ id: expect.stringMatching(/^style_/), name: 'Woodcut', words: 'woodcut print', negativeWords: 'photo', isHidden: false });
    expect(stylesOf(await putStyle({ id: mine?.id, name: 'Woodcut', words: 'old woodcut' }))).toMatchObject([{ words: 'old woodcut', negativeWords: '' }]);
    expect(stylesOf(await putStyle({ id: 'ink', name: '', words: 'ink', isHidden: true })).map(({ id, isHidden }) => [id, isHidden])).toEqual([[mine?.id, false], ['ink', true]]);
    expect(stylesOf(await api('GET', '/styles', {}, await server.account('user')))).toEqual([]);
    expect(stylesOf(await api('DELETE', '/styles?id=ink'))).toHaveLength(1);
    expect(stylesOf(await api('DELETE', `/styles?id=${mine?.id}`))).toEqual([]);
  });

  test.each([{ name: '', words: 'x' }, { id: `style_${'0'.repeat(26)}`, name: ' ', words: 'x' }, { name: 'x', words: ' ' }, { id: '../', name: 'x', words: 'x' }, { name: 'x'.repeat(61), words: 'x' }])('%j is none', async (body) => { expect((await putStyle(body)).status).toBe(400); });

  test('there are so many and no more', async () => {
    await server.app.client.db.insertInto('picture_style').values(Array.from({ length: STYLES_MAX }, (_, n) => ({ owner: `user:${me.userId}`, id: `style_${String(n).padStart(26, '0')}`, name: 'x', words: 'x', negative_words: '', is_hidden: false, created_at: new Date() }))).execute();
    expect(codeOf(await putStyle({ name: 'One more', words: 'x' }))).toBe('studio.styles-many');
    expect((await putStyle({ id: `style_${'0'.repeat(26)}`, name: 'y', words: 'y' })).status).toBe(200);
  });
});

describe('a picture of a template', () => {
  const draw = async (recipe: object) => {
    const reply = await api('POST', '/generations', { body: { recipe: { size: { kind: 'pixels', width: 64, height: 64 }, ...recipe } } });
    expect(reply.status, reply.text).toBe(202);
    const { id } = Generation.parse(reply.body);
    return eventually('the generation ends', async () => {
      const generation = Generation.parse((await api('GET', `/generations/${id}`)).body);
      return generation.pictures.every(({ state }: Picture) => state === 'done') && generation;
    });
  };

  test('is sent what was filled in; the generation keeps template and values, the picture what was sent, and gives both back', async () => {
    const { recipe, pictures } = await draw({ prompt: 'a {{hair=silver}} {{who}}, ink', hasChoices: true, variables: { who: 'fox' }, style: { id: 'ink', words: 'ink' }, count: 2, seed: 5 });
    expect(script.asked.map(({ prompt }) => prompt)).toEqual(['a silver fox, ink', 'a silver fox, ink']);
    expect(recipe).toMatchObject({ prompt: 'a {{hair=silver}} {{who}}, ink', variables: { who: 'fox' }, style: { id: 'ink' } });
    const one = PictureWithRecipe.parse((await api('GET', `/pictures/${pictures[0]?.id}`)).body);
    expect(one).toMatchObject({ prompt: 'a silver fox, ink', template: { prompt: 'a {{hair=silver}} {{who}}, ink', variables: { who: 'fox' } }, recipe: { prompt: 'a silver fox, ink', style: { id: 'ink', words: 'ink' } } });
    expect(one.recipe.variables).toBeUndefined();
  });

  test('is found by its style, one\'s own too', async () => {
    const mine = `style_${'7'.repeat(26)}`;
    await draw({ prompt: 'a cat, ink', style: { id: 'ink', words: 'ink' }, count: 2 });
    await draw({ prompt: 'a cat, wood', style: { id: mine, words: 'wood' } });
    const plain = await draw({ prompt: 'a cat' });
    const found = async (style: string) => ((await api('GET', `/pictures?style=${style}&count=true`)).body as { items: Picture[]; total: number });
    expect([(await found('ink')).total, (await found(mine)).items.map(({ prompt }) => prompt), (await found('manga')).items]).toEqual([2, ['a cat, wood'], []]);
    expect((await api('GET', '/used-styles')).body).toEqual({ items: [{ id: 'ink', count: 2 }, { id: mine, count: 1 }] });
    expect(PictureWithRecipe.parse((await api('GET', `/pictures/${plain.pictures[0]?.id}`)).body).template).toBeUndefined();
    // A picture of a grid has a recipe of its own.
    await server.app.client.db.updateTable('generation').set({ axes: '[]' }).where('id', '=', plain.id).execute();
    await server.app.client.db.updateTable('picture').set({ recipe: JSON.stringify({ ...plain.recipe, style: { id: 'film', words: 'film' } }) }).where('generation_id', '=', plain.id).execute();
    expect([(await found('film')).total, (await api('GET', '/used-styles')).body]).toEqual([1, { items: [{ id: 'ink', count: 2 }, { id: 'film', count: 1 }, { id: mine, count: 1 }] }]);
    // Another's wall has none of them.
    expect((await api('GET', '/pictures?style=ink', {}, await server.account('user'))).body).toMatchObject({ items: [] });
  });

  test('without what it needs is sent as it stands, and values that are too many or too long are none', async () => {
    expect((await draw({ prompt: 'a {{who}}', hasChoices: true })).pictures[0]?.prompt).toBe('a {{who}}');
    for (const variables of [{ who: 'x'.repeat(2001) }, Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`v${n}`, 'x']))]) expect((await api('POST', '/generations', { body: { recipe: { prompt: 'a', variables } } })).status).toBe(400);
  });
});
