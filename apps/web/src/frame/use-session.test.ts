import type { Me } from '@komawari/contract';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDraft, loadDraft, saveDraft } from '../rooms/comics/desk/draft.ts';
import { heldFile, holdFile } from '../rooms/comics/desk/story-file.ts';
import { DRAFT_OF, keep, readKept, takeBackStory } from './kept.ts';
import './undo/use-undoable.ts';
import { pushStep, takeStep } from './undo/undo-stack.ts';
import { changeSession, followPerson, noteMe, onSessionChange } from './use-session.ts';

/** FAKE: of what the server says about somebody, what matters here. */
const me = (id: string | null) => ({ kind: id === null ? 'guest' : 'user', user: id === null ? null : { id } }) as Me;

let client: QueryClient;
beforeEach(() => {
  const kept = new Map<string, string>([['koma.theme', 'dark']]);
  vi.stubGlobal('localStorage', { get length() { return kept.size; }, key: (i: number) => [...kept.keys()][i] ?? null, getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => void kept.delete(name) });
  client = new QueryClient();
  saveDraft({ ...emptyDraft(), text: 'My secret story', title: 'Mine' });
});
afterEach(() => { vi.unstubAllGlobals(); });

describe('the story on the desk', () => {
  test('goes with the account that signs out; what is no one\'s stays', async () => {
    noteMe(client, me('mika'));
    await changeSession(client);
    expect(loadDraft()).toMatchObject({ text: '', title: '' });
    expect(localStorage.getItem('koma.theme')).toBe('dark');
    expect(takeBackStory('ren')).toBe(false);
    expect(takeBackStory('mika')).toBe(true);
    expect(loadDraft()).toMatchObject({ text: 'My secret story', title: 'Mine' });
  });

  test('stays when it is a guest\'s, who has no account to keep it for', async () => {
    noteMe(client, me(null));
    await changeSession(client);
    expect(loadDraft().text).toBe('My secret story');
  });

  test('goes when the session was noticed to be over before the sign-out', async () => {
    noteMe(client, me(null));
    keep(DRAFT_OF, 'mika');
    await changeSession(client);
    expect(loadDraft().text).toBe('');
    expect(takeBackStory('mika')).toBe(true);
  });

  test('is not shown to another account that signs in over the first', async () => {
    noteMe(client, me('mika'));
    await changeSession(client, me('ren'));
    expect(loadDraft().text).toBe('');
  });

  test('stays with a guest who signs up, and with an account that signs in again', async () => {
    noteMe(client, me(null));
    await changeSession(client, me('mika'));
    await changeSession(client, me('mika'));
    expect(loadDraft().text).toBe('My secret story');
  });

  test('goes when its writer’s session had run out before somebody else signs in, and stays with the writer', async () => {
    noteMe(client, me(null));
    keep(DRAFT_OF, 'mika');
    await changeSession(client, me('mika'));
    expect(loadDraft().text).toBe('My secret story');
    noteMe(client, me(null));
    await changeSession(client, me('ren'));
    expect(loadDraft().text).toBe('');
    expect(readKept(DRAFT_OF)).toBeUndefined();
  });

  test('a closed storage is no reason not to leave', async () => {
    vi.stubGlobal('localStorage', undefined);
    await expect(changeSession(client)).resolves.toBeUndefined();
  });
});

test('what is held in memory hears of every coming and going, and whether it is another person', async () => {
  const heard: boolean[] = [];
  const deaf = onSessionChange((isOther) => heard.push(isOther));
  holdFile(new File(['Mine'], 'mine.docx'));
  let isForgotten = false;
  pushStep(async () => undefined, () => { isForgotten = true; });
  noteMe(client, me(null));
  await changeSession(client, me('mika'));
  await changeSession(client);
  noteMe(client, me(null));
  await changeSession(client, me('ren'));
  deaf();
  await changeSession(client);
  expect(heard).toEqual([false, true, false]);
  expect([heldFile(), isForgotten, takeStep()]).toEqual([undefined, true, undefined]);
});

test('a guest who signs up keeps the file on the desk', async () => {
  const file = new File(['Mine'], 'mine.docx');
  holdFile(file);
  noteMe(client, me(null));
  await changeSession(client, me('mika'));
  expect(heldFile()).toBe(file);
  holdFile(undefined);
});

test('another account that is found here without a word takes everything of the one before out of memory; the same one, or nobody, does not', () => {
  const heard: boolean[] = [];
  const deaf = onSessionChange((isOther) => heard.push(isOther));
  const stop = followPerson(client);
  for (const id of ['mika', null, 'ren', null, 'mika']) noteMe(client, me(id));
  expect(heard).toEqual([]);
  keep(DRAFT_OF, 'mika');
  noteMe(client, me('ren'));
  expect(heard).toEqual([true]);
  expect(loadDraft().text).toBe('');
  stop();
  noteMe(client, me('mika'));
  expect(heard).toEqual([true]);
  deaf();
});

test('another account that is found here without a word meets nothing that was asked for the one before, seen or unseen', () => {
  const stop = followPerson(client);
  noteMe(client, me('mika'));
  client.setQueryData(['comics', 'list'], ['Of Mika']);
  client.setQueryData(['accounts', 'sessions'], ['Of Mika']);
  const seen = new QueryObserver(client, { queryKey: ['comics', 'list'], queryFn: () => new Promise<string[]>(() => undefined), staleTime: Number.POSITIVE_INFINITY });
  const leave = seen.subscribe(() => undefined);
  noteMe(client, me('ren'));
  expect(client.getQueryCache().getAll().filter(({ queryKey, state }) => queryKey[1] !== 'me' && state.data !== undefined)).toEqual([]);
  expect(seen.getCurrentResult().data).toBeUndefined();
  expect(client.getQueryData<Me>(['accounts', 'me'])?.user?.id).toBe('ren');
  leave();
  stop();
});
