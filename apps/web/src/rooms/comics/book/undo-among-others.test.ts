/** Undo and redo in a book that others change meanwhile: nothing throws, nothing blocks, and what cannot be taken back is told. */
import { applyEdit, removePanel, type EditOp } from '@komawari/comic/edit';
import { listLines, listPanels, type Book } from '@komawari/comic';
import { scriptBook } from '@komawari/comic/make';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBookSession, type BookServer, type BookSession } from './book-session.ts';
import type { Outbox } from './outbox.ts';

const STORY = '# Rain\n\n"Come in," said Mara. "You are wet."\n\n"I am fine," said Tom.\n\nHe closed the door. "Is there tea?" asked Tom.\n\n"There is," said Mara.';
const book = scriptBook(STORY, { language: 'en' });
const [scene] = book.chapters[0]!.scenes;

class Status extends Error {
  readonly status: number;
  constructor(status: number) {
    super();
    this.status = status;
  }
}

/** FAKE: one line of revisions as the server has it; `foreign` is a step of another page, without a word of its own. */
function fakeServer() {
  const site = { book, edits: [] as Parameters<BookServer['send']>[0][], gone: false, letGo: 0, kept: 0, closed: 0 };
  const rows = (after: number) => site.edits.map((step, i) => ({ revision: i + 2, clientId: step.clientId, ops: [...step.ops], at: '' })).filter(({ revision }) => revision > after);
  const server: BookServer = {
    getBook: async () => ({ revision: site.edits.length + 1, book: site.book }),
    getEdits: async (after) => ({ items: rows(after), revision: site.edits.length + 1 }),
    async send(step) {
      if (site.gone) throw new Status(404);
      let applied;
      try {
        applied = applyEdit(site.book, step.ops);
      } catch {
        throw new Status(400);
      }
      if (applied.book !== site.book) {
        site.book = applied.book;
        site.edits.push(step);
      }
      return { revision: site.edits.length + 1, notices: applied.notices, edits: rows(step.baseRevision) };
    },
  };
  const outbox: Outbox = { keep: (steps) => { site.kept = steps.length; }, abandoned: () => [], letGo: () => { site.letGo += 1; }, forget: () => undefined, close: () => { site.closed += 1; } };
  const session = openBookSession({ start: { revision: 1, book }, server, outbox, clientId: 'tab-aaaaaaaa', statusOf: (error) => (error instanceof Status ? error.status : -1) });
  const foreign = (ops: readonly EditOp[]) => {
    if (ops.length > 0) void server.send({ clientId: 'tab-bbbbbbbb', clientSeq: site.edits.length, baseRevision: 0, ops });
  };
  return { site, server, session, foreign, hear: () => session.noteRevision(site.edits.length + 1) };
}

const settled = async (session: BookSession, revision: () => number) => {
  for (let i = 0; i < 400 && (session.state().saving !== 'saved' || session.state().revision < revision()); i += 1) await new Promise((resolve) => setImmediate(resolve));
};
const write = (of: Book, index: number, to: string): EditOp[] => {
  const lines = listLines(of);
  const line = lines[index % Math.max(1, lines.length)];
  return line ? [{ op: 'text', id: line.id, language: 'en', from: line.text.en ?? '', to }] : [];
};
const go = (placeId: string): EditOp[] => [{ op: 'set', kind: 'scene', id: scene!.id, field: 'placeId', value: placeId }];
const addPlace = (of: Book, id: string): EditOp[] => [{ op: 'insert', kind: 'place', parentId: of.id, afterId: null, item: { ...book.bible.places[0]!, id, name: id } }];

describe('a step that can no longer be taken back', () => {
  test('because its place was removed: is told, and the one before it is taken back next', async () => {
    const { site, session, foreign, hear } = fakeServer();
    session.change((of) => addPlace(of, 'pier'));
    session.change((of) => write(of, 0, 'Before'));
    session.change(go('pier'));
    session.change(go(scene!.placeId));
    await settled(session, () => site.edits.length + 1);
    foreign([{ op: 'remove', kind: 'place', id: 'pier' }]);
    hear();
    await settled(session, () => site.edits.length + 1);
    expect(() => session.undo()).not.toThrow();
    expect(session.state()).toMatchObject({ refused: [{ ops: go('pier'), error: { name: 'EditError' } }], canUndo: true });
    session.undo();
    session.undo();
    expect(listLines(session.state().book)[0]?.text.en).toBe(listLines(book)[0]?.text.en);
    await settled(session, () => site.edits.length + 1);
    expect(site.book).toEqual(session.state().book);
  });

  test('because its panel was deleted: is told with what it would have written', async () => {
    const { site, session, foreign, hear } = fakeServer();
    const before = listLines(book)[0]!.text.en!;
    session.change((of) => write(of, 1, 'Other'));
    session.change((of) => write(of, 0, 'Mine'));
    await settled(session, () => site.edits.length + 1);
    foreign(removePanel(listPanels(book).find(({ lines }) => lines.some(({ id }) => id === listLines(book)[0]!.id))!.id));
    hear();
    await settled(session, () => site.edits.length + 1);
    session.undo();
    expect(session.state().refused).toMatchObject([{ ops: [{ op: 'text', to: before }, {}] }]);
    expect(session.state().canUndo).toBe(true);
  });

  test('what is typed into a line that is gone is told', async () => {
    const { session } = fakeServer();
    const ops = write(book, 0, 'Typed too late');
    session.change([{ op: 'remove', kind: 'line', id: listLines(book)[0]!.id }]);
    session.change(ops);
    expect(session.state().notices).toMatchObject([{ code: 'gone', lost: 'Typed too late' }]);
  });
});

test('any order of own steps, steps of others, undo and redo throws nothing, blocks nothing, and ends with the book of the server', async () => {
  const verb = fc.constantFrom('write', 'panel', 'line', 'place', 'go', 'far', 'undo', 'undo', 'redo', 'rest');
  const wish = (of: Book, what: string, n: number): EditOp[] => {
    const [panels, lines, places] = [listPanels(of), listLines(of), of.bible.places];
    const one = <T>(all: readonly T[]) => all[n % Math.max(1, all.length)];
    if (what === 'write') return write(of, n, `Words ${n}`);
    if (what === 'panel') return one(panels) ? removePanel(one(panels)!.id) : [];
    if (what === 'line') return one(lines) ? [{ op: 'remove', kind: 'line', id: one(lines)!.id }] : [];
    if (what === 'place') return addPlace(of, `place-${n}`);
    if (what === 'go') return go(one(places)!.id);
    // Away with all places where nobody is.
    return places.filter(({ id }) => id !== scene!.placeId && of.chapters[0]?.scenes[0]?.placeId !== id).map(({ id }): EditOp => ({ op: 'remove', kind: 'place', id }));
  };
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), verb, fc.nat(40)), { minLength: 4, maxLength: 40 }), async (steps) => {
    const { site, session, foreign, hear } = fakeServer();
    for (const [isMine, what, n] of steps) {
      if (what === 'undo') session.undo();
      else if (what === 'redo') session.redo();
      else if (what === 'rest') await settled(session, () => 0);
      else if (isMine) session.change((of) => wish(of, what, n));
      else {
        foreign(wish(site.book, what, n));
        hear();
      }
    }
    await settled(session, () => site.edits.length + 1);
    for (let left = steps.length + 1; session.state().canUndo; left -= 1) {
      expect(left).toBeGreaterThan(0);
      session.undo();
    }
    await settled(session, () => site.edits.length + 1);
    expect(session.state().saving).toBe('saved');
    expect(session.state().book).toEqual(site.book);
  }), { numRuns: 150 });
});

test('a comic that is gone: what could not be saved is told to be copied, leaving asks no more, and out of the trash it is saved after all', async () => {
  const { site, session } = fakeServer();
  site.gone = true;
  session.change((of) => write(of, 0, 'First'));
  session.change((of) => write(of, 1, 'Second'));
  for (let i = 0; i < 5; i += 1) await new Promise((resolve) => setImmediate(resolve));
  const { saving, refused } = session.state();
  expect(saving).toBe('gone');
  expect(refused).toMatchObject([{ ops: [{ to: 'First' }], error: { status: 404 } }, { ops: [{ to: 'Second' }] }]);
  expect([site.letGo > 0, site.kept]).toEqual([true, 2]);
  session.dismiss(refused[0]!.key);
  expect(session.state().refused).toMatchObject([{ ops: [{ to: 'Second' }] }]);
  // Taken out of the trash again.
  site.gone = false;
  session.retry();
  await settled(session, () => 3);
  expect(session.state()).toMatchObject({ saving: 'saved', refused: [] });
  expect(listLines(site.book).slice(0, 2).map(({ text }) => text.en)).toEqual(['First', 'Second']);
});

test('a step of another page that is not understood is no lost way: the whole book is read', async () => {
  const { site, session, hear } = fakeServer();
  site.book = applyEdit(site.book, write(site.book, 0, 'Newer')).book;
  site.edits.push({ clientId: 'tab-newer', clientSeq: 1, baseRevision: 1, ops: [{ op: 'set', kind: 'book', id: book.id, field: 'unheardOf', value: 1 }] });
  const seen = new Set<string>();
  session.subscribe(() => seen.add(session.state().saving));
  hear();
  await settled(session, () => 2);
  expect(seen).not.toContain('offline');
  expect(session.state().book).toEqual(site.book);
});
