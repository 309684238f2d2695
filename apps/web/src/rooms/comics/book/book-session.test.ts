import { applyEdit, EditError, setSpeaker, type EditOp } from '@komawari/comic/edit';
import { listLines, type Book } from '@komawari/comic';
import { scriptBook } from '@komawari/comic/make';
import type { BookEdit } from '@komawari/contract';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { openBookSession, type BookServer, type BookSession } from './book-session.ts';
import { openOutbox, type Step } from './outbox.ts';

const STORY = '# Rain\n\n"Come in," said Mara. "You are wet."\n\n"I am fine," said Tom.\n\nHe closed the door. "Is there tea?" asked Tom.\n\n"There is," said Mara.';
const book = scriptBook(STORY, { language: 'en' });

class Offline extends Error {}
class Refused extends Error {}
const statusOf = (error: unknown) => (error instanceof Offline ? 0 : error instanceof Refused || error instanceof EditError ? 400 : -1);

/** FAKE: the server's side as the room has it: one line of revisions, each client step once. */
function fakeServer(options: { fails?: () => boolean } = {}) {
  const edits: (BookEdit & { clientSeq: number })[] = [];
  let now: Book = book;
  const sessions: BookSession[] = [];
  const fail = async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (options.fails?.()) throw new Offline();
  };
  const server: BookServer = {
    async getBook() {
      await fail();
      return { revision: edits.length + 1, book: now };
    },
    async getEdits(after) {
      await fail();
      return { items: edits.filter((edit) => edit.revision > after), revision: edits.length + 1 };
    },
    async send(step) {
      await fail();
      const known = edits.find((edit) => edit.clientId === step.clientId && edit.clientSeq === step.clientSeq);
      let notices: ReturnType<typeof applyEdit>['notices'] = [];
      if (!known) {
        const applied = applyEdit(now, step.ops);
        ({ notices } = applied);
        if (applied.book !== now) {
          now = applied.book;
          const revision = edits.length + 2;
          edits.push({ revision, clientId: step.clientId, clientSeq: step.clientSeq, ops: [...step.ops], at: '' });
          for (const session of sessions) session.noteRevision(revision);
        }
      }
      const answer = { revision: edits.length + 1, notices, edits: edits.filter((edit) => edit.revision > step.baseRevision) };
      // The answer may be lost on its way although the step was taken.
      if (options.fails?.()) throw new Offline();
      return answer;
    },
  };
  const open = (clientId: string, outbox: Parameters<typeof openBookSession>[0]['outbox'] = { keep: () => undefined, abandoned: () => [], letGo: () => undefined, forget: () => undefined, close: () => undefined }) => {
    const session = openBookSession({ start: { revision: edits.length + 1, book: now }, server, outbox, clientId, statusOf });
    sessions.push(session);
    return session;
  };
  return { server, open, book: () => now, edits };
}

const settled = async (...sessions: BookSession[]) => {
  const isOpen = () => sessions.some((session) => session.state().saving !== 'saved' || session.state().revision !== sessions[0]?.state().revision);
  for (let i = 0; i < 600 && isOpen(); i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (const session of sessions) if (session.state().saving === 'offline') session.retry();
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
};
const lineText = (of: Book, index: number) => listLines(of)[index]!;
const write = (of: Book, index: number, to: string): EditOp[] => [{ op: 'text', id: lineText(of, index).id, language: 'en', from: lineText(of, index).text.en!, to }];

describe('one page', () => {
  test('sends a step of many thousand ops in pieces that the server takes, and takes it back as one', async () => {
    const { open, book: now, edits } = fakeServer();
    const session = open('tab-aaaaaaaa');
    const line = lineText(session.state().book, 0);
    const added = Array.from({ length: 1500 }, (_, i): EditOp => ({ op: 'insert', kind: 'fact', parentId: book.id, afterId: null, item: { id: `f${i}`, subject: 's', text: 't' } }));
    const many = [...added, ...Array.from({ length: 11_000 }, (_, i): EditOp => ({ op: 'text', id: line.id, language: 'en', from: i === 0 ? line.text.en! : `${i - 1}`, to: `${i}` }))];
    session.change(many);
    await settled(session);
    expect(session.state().refused).toEqual([]);
    expect(edits.map((edit) => edit.ops?.length)).toEqual([5000, 5000, 2500]);
    expect(now()).toEqual(session.state().book);
    session.undo();
    await settled(session);
    expect(now()).toEqual(book);
    expect(session.state().canUndo).toBe(false);
  });

  test('shows a step at once, sends it, and takes it back without limit', async () => {
    const { open, book: now } = fakeServer();
    const session = open('tab-aaaaaaaa');
    for (let i = 0; i < 60; i += 1) session.change((of) => write(of, 0, `Step ${i}`));
    expect(lineText(session.state().book, 0).text.en).toBe('Step 59');
    await settled(session);
    expect(now()).toEqual(session.state().book);
    while (session.state().canUndo) session.undo();
    await settled(session);
    expect(session.state().book).toEqual(book);
    expect(now()).toEqual(book);
    while (session.state().canRedo) session.redo();
    expect(lineText(session.state().book, 0).text.en).toBe('Step 59');
  });

  test('typing is one step of undo', () => {
    const session = fakeServer().open('tab-aaaaaaaa');
    for (const text of ['C', 'Co', 'Com']) session.change((of) => write(of, 0, text), { merge: 'typing' });
    session.undo();
    expect(session.state().book).toEqual(book);
  });

  test('a step the server refuses does not stop those behind it, and is told', async () => {
    const fake = fakeServer();
    let isFirst = true;
    const send = fake.server.send;
    fake.server.send = async (step) => {
      if (!isFirst) return send(step);
      isFirst = false;
      throw new Refused();
    };
    const session = fake.open('tab-aaaaaaaa');
    session.change((of) => write(of, 0, 'Refused'));
    session.change((of) => write(of, 1, 'Taken'));
    await settled(session);
    expect(session.state().refused).toHaveLength(1);
    expect(lineText(fake.book(), 1).text.en).toBe('Taken');
    expect(session.state().book).toEqual(fake.book());
  });
});

describe('two pages', () => {
  test('on one line: both changes stand when they lie apart, and both pages show the same', async () => {
    const { open, book: now } = fakeServer();
    const [a, b] = [open('tab-aaaaaaaa'), open('tab-bbbbbbbb')];
    const before = lineText(book, 0).text.en!;
    a.change((of) => write(of, 0, `Well: ${before}`));
    b.change((of) => write(of, 0, `${before} Please.`));
    await settled(a, b);
    expect(lineText(now(), 0).text.en).toBe(`Well: ${before} Please.`);
    expect(a.state().book).toEqual(now());
    expect(b.state().book).toEqual(now());
  });

  test('with any steps, over a way that fails at random, end with the same book, and every step is in it once', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(3), fc.string({ minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 14 }), fc.infiniteStream(fc.nat(9)), async (steps, luck) => {
      const fake = fakeServer({ fails: () => luck.next().value < 3 });
      const [a, b] = [fake.open('tab-aaaaaaaa'), fake.open('tab-bbbbbbbb')];
      for (const [isA, index, text] of steps) (isA ? a : b).change((of) => (text.length > 3 ? setSpeaker(of, lineText(of, index).id, { name: text }) : write(of, index, `${lineText(of, index).text.en}${text}`)));
      await settled(a, b);
      expect(a.state().book).toEqual(fake.book());
      expect(b.state().book).toEqual(fake.book());
      expect(new Set(fake.edits.map((edit) => `${edit.clientId}:${edit.clientSeq}`)).size).toBe(fake.edits.length);
    }), { numRuns: 40 });
  });
});

/** FAKE: what a browser keeps. */
function memoryStore() {
  const kept = new Map<string, string>();
  const store = { get length() { return kept.size; }, key: (i: number) => [...kept.keys()][i] ?? null, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
  return { kept, store };
}

test('steps of a page that crashed go out with the next one, once', async () => {
  const { kept, store } = memoryStore();
  const crashed = openOutbox({ comicId: 'c', clientId: 'tab-old00000', store, now: () => 0, beat: false });
  const steps: Step[] = [{ clientId: 'tab-old00000', seq: 1, ops: write(book, 0, 'Written before the crash') }];
  crashed.keep(steps);
  const { open, book: now } = fakeServer();
  const session = open('tab-new00000', openOutbox({ comicId: 'c', clientId: 'tab-new00000', store, now: () => 1_000_000, beat: false }));
  expect(lineText(session.state().book, 0).text.en).toBe('Written before the crash');
  await settled(session);
  expect(lineText(now(), 0).text.en).toBe('Written before the crash');
  expect(kept.size).toBe(0);
});

describe('a step whose ground another page took away', () => {
  const [scene] = book.chapters[0]!.scenes;
  const addPlace: EditOp[] = [{ op: 'insert', kind: 'place', parentId: book.id, afterId: null, item: { ...book.bible.places[0]!, id: 'pier', name: 'Pier' } }];
  const goThere: EditOp[] = [{ op: 'set', kind: 'scene', id: scene!.id, field: 'placeId', value: 'pier' }];

  test('left by a page that is no more, keeps no book closed: it is told, and the others go out', async () => {
    const { kept, store } = memoryStore();
    openOutbox({ comicId: 'c', clientId: 'tab-old00000', store, now: () => 0, beat: false }).keep([
      { clientId: 'tab-old00000', seq: 1, ops: write(book, 0, 'Before') }, { clientId: 'tab-old00000', seq: 2, ops: goThere }, { clientId: 'tab-old00000', seq: 3, ops: write(book, 1, 'After') },
    ]);
    const { open, book: now } = fakeServer();
    const session = open('tab-new00000', openOutbox({ comicId: 'c', clientId: 'tab-new00000', store, now: () => 1_000_000, beat: false }));
    const { refused, book: shown } = session.state();
    expect(refused).toMatchObject([{ ops: goThere, error: { name: 'EditError' } }]);
    expect([lineText(shown, 0).text.en, lineText(shown, 1).text.en]).toEqual(['Before', 'After']);
    expect(kept.get('koma.outbox.c.tab-new00000')).not.toContain('pier');
    await settled(session);
    expect(now()).toEqual(session.state().book);
    expect([lineText(now(), 0).text.en, lineText(now(), 1).text.en]).toEqual(['Before', 'After']);
    expect(kept.size).toBe(0);
    session.dismiss(refused[0]!.key);
    expect(session.state().refused).toEqual([]);
  });

  test('alone, leaves nothing behind', () => {
    const { kept, store } = memoryStore();
    openOutbox({ comicId: 'c', clientId: 'tab-old00000', store, now: () => 0, beat: false }).keep([{ clientId: 'tab-old00000', seq: 1, ops: goThere }]);
    const session = fakeServer().open('tab-new00000', openOutbox({ comicId: 'c', clientId: 'tab-new00000', store, now: () => 1_000_000, beat: false }));
    expect(session.state()).toMatchObject({ saving: 'saved', book, refused: [{ ops: goThere }] });
    expect(kept.size).toBe(0);
  });

  test('of an open page, is told at once and does not look like a lost way', async () => {
    const { open, book: now } = fakeServer();
    const [a, b] = [open('tab-aaaaaaaa'), open('tab-bbbbbbbb')];
    b.change(addPlace);
    await settled(a, b);
    const seen = new Set<string>();
    a.subscribe(() => seen.add(a.state().saving));
    b.change([{ op: 'remove', kind: 'place', id: 'pier' }]);
    a.change((of) => write(of, 0, 'Before'));
    a.change(goThere);
    a.change((of) => write(of, 1, 'After'));
    await settled(a, b);
    expect(seen).not.toContain('offline');
    expect(a.state().refused).toMatchObject([{ ops: goThere }]);
    expect(a.state().book).toEqual(now());
    expect([lineText(now(), 0).text.en, lineText(now(), 1).text.en]).toEqual(['Before', 'After']);
  });

  test('written while the page is catching up, is told as well', async () => {
    const { open, book: now } = fakeServer();
    const [a, b] = [open('tab-aaaaaaaa'), open('tab-bbbbbbbb')];
    b.change(addPlace);
    await settled(a, b);
    const seen = new Set<string>();
    a.subscribe(() => seen.add(a.state().saving));
    b.change([{ op: 'remove', kind: 'place', id: 'pier' }]);
    while (now().bible.places.some(({ id }) => id === 'pier')) await new Promise((resolve) => setTimeout(resolve, 0));
    a.change(goThere);
    await settled(a, b);
    expect(seen).not.toContain('offline');
    expect(a.state().refused).toMatchObject([{ ops: goThere }]);
    expect(a.state().book).toEqual(now());
  });
});

test.each([[true, 1], [false, 0]])('a comic that was not found is asked for: gone for good (%s), what is kept of it is forgotten (%i)', async (isGone, times) => {
  const forget = vi.fn();
  const outbox = { keep: () => undefined, abandoned: () => [], letGo: () => undefined, forget, close: () => undefined };
  const isGoneForGood = vi.fn(async () => isGone);
  const session = openBookSession({ start: { revision: 1, book }, outbox, clientId: 'tab-gone0000', statusOf: () => 404, server: { getBook: () => Promise.reject(new Error()), getEdits: () => Promise.reject(new Error()), send: () => Promise.reject(new Error()), isGoneForGood } });
  session.change([{ op: 'text', id: listLines(book)[0]!.id, language: 'en', from: '', to: 'Stay.' }]);
  await vi.waitFor(() => expect(isGoneForGood).toHaveBeenCalled());
  await Promise.resolve();
  expect(session.state()).toMatchObject({ saving: 'gone' });
  expect(session.state().refused).toHaveLength(1);
  expect(forget).toHaveBeenCalledTimes(times);
});
