import type { Me } from '@komawari/contract';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDraft, loadDraft, saveDraft } from '../rooms/comics/desk/draft.ts';
import { changeSession, noteMe } from './use-session.ts';

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
  });

  test('goes when the session was noticed to be over before the sign-out', async () => {
    noteMe(client, me(null));
    await changeSession(client);
    expect(loadDraft().text).toBe('');
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

  test('a closed storage is no reason not to leave', async () => {
    vi.stubGlobal('localStorage', undefined);
    await expect(changeSession(client)).resolves.toBeUndefined();
  });
});
