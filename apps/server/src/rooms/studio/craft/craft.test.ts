import { expandPrompt, Generation, Picture, PictureWithRecipe, WordList, WORD_LISTS_MAX, type OwnerRef } from '@komawari/contract';
import { bootServer, eventually, type Account, type BootedServer, type CallOptions } from '@komawari/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../db/transaction.ts';
import { addScripted } from '../testing/add-scripted.ts';
import { scriptProvider, type Script } from '../testing/scripted-provider.ts';
import { keptWordLists } from './word-lists.ts';

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
const itemsOf = ({ body }: { body: unknown }) => (body as { items: unknown[] }).items.map((item) => WordList.parse(item));
const named = (lists: readonly WordList[], name: string) => lists.find((list) => list.name === name);
const put = (name: string, lines: readonly string[]) => api('PUT', '/wildcards', { body: { name, lines } });

describe('lists of words', () => {
  test('some are there from the first day; one\'s own takes the place of one, and gives it back', async () => {
    const first = itemsOf(await api('GET', '/wildcards'));
    expect(first.map(({ name, isStarter }) => [name, isStarter])).toEqual([['light', true], ['view', true], ['weather', true]]);
    const own = itemsOf(await put(' Weather ', ['hail', 'sleet']));
    expect(named(own, 'weather')).toEqual({ name: 'weather', lines: ['hail', 'sleet'], isStarter: false });
    expect(itemsOf(await api('GET', '/wildcards', {}, await server.account('user')))).toEqual(first);
    expect(itemsOf(await put('发 色', ['银'])).map(({ name }) => name)).toContain('发-色');
    await api('DELETE', `/wildcards?name=${encodeURIComponent('发-色')}`);
    expect(itemsOf(await api('DELETE', '/wildcards?name=weather'))).toEqual(first);
    // Gone already.
    expect((await api('DELETE', '/wildcards?name=weather')).status).toBe(200);
  });

  test.each<[string, string, readonly string[]]>([
    ['no name', '', ['a']], ['two underscores', 'a__b', ['a']], ['a name of signs', '-', ['a']], ['too long a name', 'x'.repeat(41), ['a']], ['no lines', 'a', []], ['an empty line', 'a', ['']],
    ['too long a line', 'a', ['x'.repeat(301)]], ['too many lines', 'a', Array.from({ length: 201 }, () => 'x')], ['too much of them', 'a', Array.from({ length: 100 }, () => 'x'.repeat(250))],
  ])('%s is no list', async (_, name, lines) => { expect((await put(name, lines)).status).toBe(400); });

  test('there are so many and no more, and they go with their account', async () => {
    const { db } = server.app.client;
    const owner = `user:${me.userId}` as OwnerRef;
    await db.insertInto('word_list').values(Array.from({ length: WORD_LISTS_MAX }, (_, n) => ({ owner, name: `list-${n}`, lines: '["a"]', changed_at: new Date() }))).execute();
    expect(codeOf(await put('one-more', ['a']))).toBe('studio.lists-many');
    expect((await put('list-3', ['b'])).status).toBe(200);
    const to = 'user:other-lists' as OwnerRef;
    await db.insertInto('word_list').values({ owner: to, name: 'list-3', lines: '["mine"]', changed_at: new Date() }).execute();
    await inTransaction(db, async (tx) => {
      expect(await keptWordLists.claim(tx, owner, to)).toBe(WORD_LISTS_MAX - 1);
      await keptWordLists.removeOwn?.(tx, owner);
    });
    expect(await db.selectFrom('word_list').select('lines').where('owner', '=', to).where('name', '=', 'list-3').executeTakeFirst()).toEqual({ lines: ['mine'] });
    expect(await db.selectFrom('word_list').select('name').where('owner', '=', owner).execute()).toEqual([]);
  });
});

describe('a prompt that chooses', () => {
  const TEMPLATE = 'a {red|blue|green|white} {cat|dog} in __sky__';
  const size = { kind: 'pixels', width: 64, height: 64 };
  const draw = async (recipe: object) => {
    const reply = await api('POST', '/generations', { body: { recipe: { size, ...recipe } } });
    expect(reply.status, reply.text).toBe(202);
    const { id } = Generation.parse(reply.body);
    return eventually('the generation ends', async () => {
      const generation = Generation.parse((await api('GET', `/generations/${id}`)).body);
      return generation.pictures.every(({ state }: Picture) => state === 'done') && generation;
    });
  };

  test('each picture gets the words of its seed; the generation keeps the template, the picture what was sent', async () => {
    await put('sky', ['rain', 'snow', '{thin|thick} mist']);
    const { recipe, pictures } = await draw({ prompt: TEMPLATE, hasChoices: true, count: 4, seed: 500 });
    const lists = new Map([['sky', ['rain', 'snow', '{thin|thick} mist']]]);
    const words = [0, 1, 2, 3].map((slot) => expandPrompt(TEMPLATE, lists, 500 + slot));
    expect(new Set(words).size).toBeGreaterThan(1);
    expect(pictures.map(({ prompt }) => prompt)).toEqual(words);
    expect(script.asked.map(({ prompt }) => prompt).sort()).toEqual(words.toSorted());
    expect(recipe).toMatchObject({ prompt: TEMPLATE, hasChoices: true });
    const one = PictureWithRecipe.parse((await api('GET', `/pictures/${pictures[1]?.id}`)).body);
    expect(one.recipe.prompt).toBe(words[1]);
    expect(one.recipe.hasChoices).toBeUndefined();
    // The same seed again: the same words, whatever they cost.
    expect((await draw({ prompt: TEMPLATE, hasChoices: true, count: 1, seed: 502 })).pictures[0]?.prompt).toBe(words[2]);
  });

  test('unless it is asked for, the words are sent as they stand', async () => {
    expect((await draw({ prompt: TEMPLATE })).pictures[0]?.prompt).toBe(TEMPLATE);
  });

  test('what may come of it and would not fit is refused before anything is sent; a long template that comes out short is not', async () => {
    const refused = await api('POST', '/generations', { body: { recipe: { size, prompt: `{a|${'b'.repeat(4001)}}`, hasChoices: true, seed: 1 } } });
    expect([refused.status, codeOf(refused), refused.text]).toEqual([422, 'studio.cannot', expect.stringContaining('prompt-long (4000)')]);
    expect((await api('POST', '/generations', { body: { recipe: { size, prompt: '{a|}', hasChoices: true } } })).text).toContain('prompt-missing');
    expect(script.asked).toEqual([]);
    const { pictures } = await draw({ prompt: `{${Array.from({ length: 5 }, (_, n) => `${n}${'x'.repeat(1000)}`).join('|')}}`, hasChoices: true, seed: 1 });
    expect(pictures[0]?.prompt).toMatch(/^\dx{1000}$/);
  });
});
