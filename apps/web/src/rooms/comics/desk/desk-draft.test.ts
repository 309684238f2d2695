import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DRAFT, DRAFT_OF, keep, readKept, stowDrafts } from '../../../frame/kept.ts';
import { openDeskDraft } from './desk-draft.ts';
import { loadDraft } from './draft.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', { get length() { return kept.size; }, key: (i: number) => [...kept.keys()][i] ?? null, getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => void kept.set(name, value), removeItem: (name: string) => void kept.delete(name) });
});
afterEach(() => { vi.unstubAllGlobals(); });

const mika = () => openDeskDraft(() => 'mika');
const textOf = (desk: ReturnType<typeof mika>) => desk.state().draft.text;

describe('two tabs of one person', () => {
  test('show the same story, whichever of them was typed in', () => {
    const [first, second] = [mika(), mika()];
    first.change({ text: 'The lamp' }, 0);
    first.flush();
    second.look();
    expect(textOf(second)).toBe('The lamp');
    second.change({ style: 'noir' }, 0);
    second.flush();
    expect(loadDraft()).toMatchObject({ text: 'The lamp', style: 'noir' });
  });

  test('what is being typed in one is not lost to what the other has kept', () => {
    const [first, second] = [mika(), mika()];
    second.change({ text: 'Typed this moment' }, 0);
    first.change({ title: 'Elsewhere' }, 0);
    first.flush();
    second.look();
    expect(textOf(second)).toBe('Typed this moment');
    second.flush();
    first.look();
    expect(textOf(first)).toBe('Typed this moment');
  });
});

describe('when its writer signs out in another tab', () => {
  test('the desk is empty at once, and the page is made anew for whoever comes', () => {
    const desk = mika();
    desk.change({ text: 'My secret story', author: 'Mika' }, 0);
    desk.flush();
    stowDrafts('mika');
    desk.look();
    expect(desk.state()).toMatchObject({ draft: { text: '', author: '' }, sheet: 1 });
  });

  test('what was typed a moment before does not come back, not even written after the other tab had cleared it', () => {
    const desk = mika();
    desk.change({ text: 'My secret story' }, 0);
    stowDrafts('mika');
    desk.flush();
    expect(readKept(DRAFT)).toContain('secret');
    desk.forget();
    desk.flush();
    expect([readKept(DRAFT), readKept(DRAFT_OF), textOf(desk)]).toEqual([undefined, undefined, '']);
  });

  test('what was under way for the sheet before does not come onto the new one', () => {
    const desk = mika();
    desk.change({ text: 'Sent', author: 'Mika' }, 0);
    const sent = desk.state().draft;
    stowDrafts('mika');
    desk.forget();
    desk.change({ text: 'A long paste of Mika' }, 0);
    desk.drop(sent, 0, false);
    expect([readKept(DRAFT), textOf(desk)]).toEqual([undefined, '']);
  });

  test('what the next has written already stays', () => {
    const desk = mika();
    desk.change({ text: 'Of Mika' }, 0);
    desk.flush();
    stowDrafts('mika');
    const next = openDeskDraft(() => 'ren');
    next.change({ text: 'Of Ren' }, 0);
    next.flush();
    desk.forget();
    expect(textOf(desk)).toBe('Of Ren');
    expect([loadDraft().text, readKept(DRAFT_OF)]).toEqual(['Of Ren', 'ren']);
  });
});

describe('what an account left unsent', () => {
  const signOut = (...desks: ReturnType<typeof mika>[]) => {
    stowDrafts('mika');
    for (const desk of desks) desk.forget();
  };

  test('lies there when it comes back, with its choices, and not for anybody else; it is there once', () => {
    const desk = mika();
    desk.change({ text: 'My story', style: 'noir' }, 0);
    desk.flush();
    signOut(desk);
    const other = openDeskDraft(() => 'ren');
    other.welcome('ren');
    expect([textOf(desk), textOf(other), readKept(DRAFT)]).toEqual(['', '', undefined]);
    const [back, second] = [mika(), mika()];
    back.welcome('mika');
    second.welcome('mika');
    expect([back.state().draft, textOf(second), readKept(DRAFT_OF)]).toMatchObject([{ text: 'My story', style: 'noir' }, 'My story', 'mika']);
    expect(localStorage.length).toBe(2);
  });

  test('is what was typed last, also a moment before the other tab signed out', () => {
    const desk = mika();
    desk.change({ text: 'My st' }, 0);
    desk.flush();
    desk.change({ text: 'My story' }, 0);
    signOut(desk);
    desk.forget();
    desk.welcome('mika');
    expect(textOf(desk)).toBe('My story');
    desk.drop(desk.state().draft, desk.state().sheet, false);
    desk.welcome('mika');
    expect(textOf(desk)).toBe('');
  });

  test('waits while a story lies there that was written as a guest, and comes when that one is a comic', () => {
    const desk = mika();
    desk.change({ text: 'My story' }, 0);
    desk.flush();
    signOut();
    const guest = openDeskDraft(() => null);
    guest.change({ text: 'As a guest' }, 0);
    guest.flush();
    const back = mika();
    back.welcome('mika');
    expect(textOf(back)).toBe('As a guest');
    back.drop(back.state().draft, 0, false);
    const next = mika();
    next.welcome('mika');
    expect(textOf(next)).toBe('My story');
  });

  test('a guest’s stays the guest’s', () => {
    const desk = openDeskDraft(() => null);
    desk.change({ text: 'As a guest' }, 0);
    desk.forget();
    expect([textOf(desk), loadDraft().text]).toEqual(['As a guest', 'As a guest']);
  });
});

test('a story that became a comic leaves the desk; what was typed meanwhile stays, and so does what lay beneath a file', () => {
  const desk = mika();
  desk.change({ text: 'Sent', title: 'T' }, 0);
  const sent = desk.state().draft;
  desk.change({ text: 'Sent and more' }, 0);
  desk.drop(sent, 0, false);
  expect(loadDraft()).toMatchObject({ text: 'Sent and more', title: 'T' });
  desk.drop(desk.state().draft, 0, true);
  expect(loadDraft()).toMatchObject({ text: 'Sent and more', title: '' });
  desk.drop(desk.state().draft, 0, false);
  expect(loadDraft().text).toBe('');
});

test('remembers in whose account it was written; a guest’s is nobody’s, and before that is known nothing is said', () => {
  for (const [owner, said] of [['mika', 'mika'], [undefined, 'mika'], [null, undefined]] as const) {
    const desk = openDeskDraft(() => owner);
    desk.change({ text: `By ${owner}` }, 0);
    desk.flush();
    expect(readKept(DRAFT_OF)).toBe(said);
  }
});

test('a browser that keeps nothing is told of, and forgets as well', () => {
  vi.stubGlobal('localStorage', undefined);
  const desk = mika();
  desk.change({ text: 'Only here' }, 0);
  desk.flush();
  expect(desk.state()).toMatchObject({ isKept: false, draft: { text: 'Only here' } });
  desk.look();
  expect(textOf(desk)).toBe('Only here');
  desk.forget();
  expect(textOf(desk)).toBe('');
  expect(keep(DRAFT, 'x')).toBe(false);
});
