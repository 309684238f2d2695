/** Two pages on one line: nothing that was written goes without a word, in no page, and not with a reload. */
import { applyEdit, type EditOp } from '@komawari/comic/edit';
import { listLines, type Book } from '@komawari/comic';
import { scriptBook } from '@komawari/comic/make';
import { describe, expect, test } from 'vitest';
import { openBookSession, type BookServer, type BookSession } from './book-session.ts';
import { openLostWords } from './lost-words.ts';

const book = scriptBook('# Rain\n\n"Come in," said Mara.\n\n"I am fine," said Tom.', { language: 'en' });
const { id, text: { en: base = '' } } = listLines(book)[0]!;
const lineOf = (session: BookSession) => listLines(session.state().book)[0]!.text.en;
const write = (to: string) => (of: Book): EditOp[] => [{ op: 'text', id, language: 'en', from: listLines(of)[0]!.text.en!, to }];
class Offline extends Error {}

/** FAKE: what a browser keeps. */
function memoryStore() {
  const kept = new Map<string, string>();
  return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
}

/** FAKE: one line of revisions as the server has it, and pages that have a way to it or none. */
function site() {
  let now = book;
  const steps: (Parameters<BookServer['send']>[0])[] = [];
  const rows = (after: number) => steps.map((step, i) => ({ revision: i + 2, clientId: step.clientId, ops: [...step.ops], at: '' })).filter(({ revision }) => revision > after);
  const store = memoryStore();
  const open = (clientId: string) => {
    const way = { isOpen: true, losesAnswer: false };
    const server: BookServer = {
      getBook: async () => ({ revision: steps.length + 1, book: now }),
      getEdits: async (after) => {
        if (!way.isOpen) throw new Offline();
        return { items: rows(after), revision: steps.length + 1 };
      },
      async send(step) {
        if (!way.isOpen) throw new Offline();
        const isKnown = steps.some((one) => one.clientId === step.clientId && one.clientSeq === step.clientSeq);
        const applied = applyEdit(now, isKnown ? [] : step.ops);
        if (applied.book !== now) steps.push(step);
        now = applied.book;
        if (way.losesAnswer) {
          way.losesAnswer = false;
          throw new Offline();
        }
        return { revision: steps.length + 1, notices: applied.notices, edits: rows(step.baseRevision) };
      },
    };
    const session = openBookSession({ start: { revision: steps.length + 1, book: now }, server, clientId, lost: openLostWords({ comicId: 'c', store }), outbox: { keep: () => undefined, abandoned: () => [], letGo: () => undefined, forget: () => undefined, close: () => undefined }, statusOf: () => 0 });
    return { session, way };
  };
  const settle = async (...sessions: BookSession[]) => {
    for (let i = 0; i < 20; i += 1) {
      for (const session of sessions) session.noteRevision(steps.length + 1);
      for (const session of sessions) session.retry();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { open, settle, store, words: () => listLines(now)[0]!.text.en };
}

async function bothWrite(first: string, second: string, losesAnswer = false) {
  const here = site();
  const [p, q] = [here.open('tab-pppppppp'), here.open('tab-qqqqqqqq')];
  q.way.isOpen = false;
  q.session.change(write(second));
  p.session.change(write(first));
  await here.settle(p.session);
  q.way.isOpen = true;
  q.way.losesAnswer = losesAnswer;
  await here.settle(q.session, p.session);
  return { ...here, p: p.session, q: q.session };
}

describe('two who write at the end of one line, one of them without a way', () => {
  test('both stand, in both pages, and undo of the one leaves the other', async () => {
    const { p, q, words, settle } = await bothWrite(`${base} LEFT`, `${base} RIGHT`);
    expect([words(), lineOf(p), lineOf(q)]).toEqual(Array.from({ length: 3 }, () => `${base} LEFT RIGHT`));
    expect([...p.state().notices, ...q.state().notices]).toEqual([]);
    p.undo();
    await settle(p, q);
    expect([words(), lineOf(q)]).toEqual([`${base} RIGHT`, `${base} RIGHT`]);
    q.undo();
    await settle(p, q);
    expect(words()).toBe(base);
    p.redo();
    q.redo();
    await settle(p, q);
    for (const word of ['LEFT', 'RIGHT']) expect(words()).toContain(word);
  });
});

describe('two who replace the same words', () => {
  test.each([false, true])('the later stand; both pages are told what went, over a reload and until it is answered (answer lost: %s)', async (losesAnswer) => {
    const { p, q, words, store, open } = await bothWrite('Go away.', 'Stay!', losesAnswer);
    expect(words()).toBe('Stay!');
    expect(q.state().notices).toMatchObject([{ code: 'overwrote', id, field: 'en', lost: 'Go away.' }]);
    expect(q.state().notices[0]).not.toHaveProperty('isOwn');
    expect(p.state().notices).toMatchObject([{ code: 'overwrote', id, field: 'en', lost: 'Go away.', isOwn: true }]);
    p.dismiss(p.state().notices[0]!.key);
    const { session: again } = open('tab-rrrrrrrr');
    expect(again.state().notices).toMatchObject([{ code: 'overwrote', lost: 'Go away.' }]);
    again.dismiss(again.state().notices[0]!.key);
    expect(store.kept.size).toBe(0);
    expect(open('tab-ssssssss').session.state().notices).toEqual([]);
  });

  test('undo passes over the step whose words went, to the one before it', async () => {
    const { open, settle, words } = site();
    const [{ session: p }, { session: q }] = [open('tab-pppppppp'), open('tab-qqqqqqqq')];
    p.change((of) => [{ op: 'text', id: listLines(of)[1]!.id, language: 'en', from: listLines(of)[1]!.text.en!, to: 'Before' }]);
    for (const to of ['G', 'Go', 'Gone']) p.change(write(to), { merge: 'typing' });
    await settle(p, q);
    q.change(write('Stay!'));
    await settle(q, p);
    p.undo();
    await settle(p, q);
    expect(words()).toBe('Stay!');
    expect(listLines(p.state().book)[1]!.text.en).toBe(listLines(book)[1]!.text.en);
    expect(p.state()).toMatchObject({ canUndo: false, refused: [] });
  });

  test('what others do to lines this page never wrote in is not told', async () => {
    const { open, settle } = site();
    const [{ session: p }, { session: q }, { session: r, way }] = [open('tab-pppppppp'), open('tab-qqqqqqqq'), open('tab-rrrrrrrr')];
    way.isOpen = false;
    r.change(write('Stay!'));
    p.change(write('Go away.'));
    await settle(p);
    way.isOpen = true;
    await settle(r, q);
    expect(q.state().notices).toEqual([]);
  });
});

test('what is kept under the name and is no notice harms nothing', () => {
  const store = memoryStore();
  for (const text of ['{', '3', '[null, {"name":"a"}, {"name":"b","notice":{"code":1}}]']) {
    store.setItem('koma.lost.c', text);
    expect(openLostWords({ comicId: 'c', store }).read()).toEqual([]);
  }
});
