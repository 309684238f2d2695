/** Applies edits to a book. Pure: the same code decides in the browser, at once, and on the server, for good. */
import type { Book, Character, Line, Panel } from '../model/book.ts';
import { stripInvisible } from '../writer/clean/clean-text.ts';
import { applyMerge, applyRename, changePanels, forgetCharacter, groupsOf, mapSame } from './apply-cast.ts';
import { Draft, type Doing } from './draft.ts';
import { parseField, parseItem, type Item } from './fields.ts';
import { mergeBoth } from './merge-both.ts';
import { mergeText, shiftMarks, type Merged } from './merge-text.ts';
import { EditError, ITEM_KINDS, LINE_MAX, type EditNotice, type EditOp, type ItemKind, type OpOf } from './ops.ts';
import { takeBack } from './take-back.ts';
import { countOf } from './tree.ts';

export type Applied = {
  book: Book;
  /** Applied in this order they take the edit back. */
  inverse: EditOp[];
  notices: EditNotice[];
};

/** More than any story needs: a text of 200 000 characters has about 1 500 panels. A book that grows past one throws EditError, whose message is the kind. */
export const ITEMS_MOST: Readonly<Record<ItemKind, number>> = { chapter: 500, scene: 3000, panel: 5000, line: 20_000, character: 400, place: 600, fact: 2000, page: 1000 };

/**
 * Applies ops in their order. Ops whose target is gone are left out and told in `notices`. Throws EditError for
 * ops that no client of ours makes: unknown fields, values that do not fit, a book grown past all measure.
 */
export function applyEdit(book: Book, ops: readonly EditOp[]): Applied {
  const done: Doing = { draft: new Draft(book), inverse: [], notices: [], compared: 0, changedSince: new Set() };
  for (const op of ops) applyOp(done, op);
  const after = inOrder(done.draft.book);
  if (ops.some((op) => op.op === 'insert')) refuseTooMuch(book, after);
  return { book: after, inverse: done.inverse.reverse(), notices: done.notices };
}

/** What came in brought all that it holds. A book that was larger before may still be edited. */
function refuseTooMuch(before: Book, after: Book): void {
  for (const kind of ITEM_KINDS) {
    const count = countOf(after, kind);
    if (count > ITEMS_MOST[kind] && count > countOf(before, kind)) throw new EditError('edit.too-large', kind);
  }
}

function applyOp(done: Doing, op: EditOp): void {
  switch (op.op) {
    case 'set': return setField(done, op);
    case 'text': return setText(done, op);
    case 'insert': return insertItem(done, op);
    case 'remove': return removeItem(done, op);
    case 'move': return moveItem(done, op);
    case 'each': return setEach(done, op);
    case 'rename': return applyRename(done, { ...op, name: stripInvisible(op.name) });
    case 'merge': return applyMerge(done, op);
  }
}

/** What stands on certain words of a line. */
const MARKS: ReadonlySet<string> = new Set(['ruby', 'stress', 'isClosedByTag']);

function setField(done: Doing, op: OpOf<'set'>): void {
  if (op.kind === 'line' && MARKS.has(op.field) && done.changedSince.has(op.id)) return;
  const value = parseField(op.kind, op.field, clean(op.value));
  const item = op.kind === 'book' ? done.draft.book : done.draft.find(op.kind, op.id)?.item;
  if (!item) return void done.notices.push({ code: 'gone', kind: op.kind, id: op.id, field: op.field, lost: op.value });
  const before = fieldOf(item, op.field);
  if (isSame(before, value)) return;
  if ('was' in op && !isSame(before ?? null, op.was ?? null)) done.notices.push({ code: 'overwrote', kind: op.kind, id: op.id, field: op.field, lost: before ?? null });
  if (op.kind === 'book') done.draft.changeBook((book) => withField(book, op.field, value));
  else done.draft.change(op.kind, op.id, (known) => withField(known, op.field, value));
  done.inverse.push({ op: 'set', kind: op.kind, id: op.id, field: op.field, value: before ?? null });
}

/** Each as `set` would do it; what takes it back is one op again. */
function setEach(done: Doing, op: OpOf<'each'>): void {
  const back = new Map<string, unknown>();
  for (const { value: raw, ids } of op.groups) {
    const value = parseField(op.kind, op.field, clean(raw));
    for (const id of ids) {
      const item = done.draft.find(op.kind, id)?.item;
      if (!item) done.notices.push({ code: 'gone', kind: op.kind, id, field: op.field, lost: raw ?? null });
      const before = item && fieldOf(item, op.field);
      if (!item || isSame(before, value)) continue;
      done.draft.change(op.kind, id, (known) => withField(known, op.field, value));
      if (!back.has(id)) back.set(id, before ?? null);
    }
  }
  if (back.size > 0) done.inverse.push({ op: 'each', kind: op.kind, field: op.field, groups: groupsOf([...back]) });
}

function fieldOf(item: object, field: string): unknown {
  return (item as Record<string, unknown>)[field];
}

/** The value was parsed by the field's own schema. */
function withField<T extends object>(item: T, field: string, value: unknown): T {
  const { [field]: _, ...rest } = item as Record<string, unknown>;
  return (value === undefined ? rest : { ...item, [field]: value }) as T;
}

/** A comparison takes a millisecond at the worst: of more texts that met another change in the same place, in one step, the later one stands. */
const COMPARES_MAX = 60;

/** The language whose quotes end in a comma before a tag. */
const TAGGED = 'en';

function mergedText(op: OpOf<'text'>, before: string, mayCompare: boolean): Merged {
  const to = stripInvisible(op.to);
  if (op.rule === 'back') return { text: takeBack(op.from, before, to), isClash: false };
  return (op.rule === 'both' ? mergeBoth : mergeText)(op.from, before, to, { mayCompare });
}

function setText(done: Doing, op: OpOf<'text'>): void {
  const line = done.draft.find('line', op.id)?.item as Line | undefined;
  if (!line) return void done.notices.push({ code: 'gone', kind: 'line', id: op.id, field: op.language, lost: op.to });
  const before = line.text[op.language] ?? '';
  const { text, isClash, isCompared } = mergedText(op, before, done.compared < COMPARES_MAX);
  if (isCompared) done.compared += 1;
  if (op.rule === 'back') {
    if (text === stripInvisible(op.to)) done.changedSince.delete(op.id);
    else done.changedSince.add(op.id);
  }
  if (text.length > LINE_MAX) throw new EditError('edit.too-large', `line ${op.id}`);
  if (before !== op.from && before !== text) done.notices.push({ code: isClash ? 'overwrote' : 'merged', kind: 'line', id: op.id, field: op.language, lost: before });
  if (text === before) return;
  const marks = shiftMarks(line, op.language, before, text);
  // What is typed is lettered as typed: whether a tag closed the story's own words tells nothing of others.
  const { isClosedByTag, ...typed } = line;
  const isFreed = isClosedByTag !== undefined && op.language === TAGGED;
  done.draft.change('line', op.id, () => ({ ...(isFreed ? typed : line), text: { ...line.text, [op.language]: text }, ...marks }));
  // Taken back in the order of the list reversed: first the text, then the marks that stood on it.
  if (isFreed) done.inverse.push({ op: 'set', kind: 'line', id: op.id, field: 'isClosedByTag', value: isClosedByTag });
  if (!isSame(line.ruby, marks.ruby)) done.inverse.push({ op: 'set', kind: 'line', id: op.id, field: 'ruby', value: line.ruby });
  if (!isSame(line.stress, marks.stress)) done.inverse.push({ op: 'set', kind: 'line', id: op.id, field: 'stress', value: line.stress ?? null });
  done.inverse.push({ op: 'text', id: op.id, language: op.language, from: text, to: before, rule: 'back' });
}

function insertItem(done: Doing, op: OpOf<'insert'>): void {
  const { draft } = done;
  const item = withoutKnown(done, op.kind, parseItem(op.kind, clean(op.item)));
  if (draft.find(op.kind, item.id)) return void done.notices.push({ code: 'exists', kind: op.kind, id: item.id });
  if (!draft.hasOwner(op.kind, op.parentId)) return void done.notices.push({ code: 'gone', kind: op.kind, id: op.parentId, lost: item });
  draft.insert(op.kind, op.parentId, item, op.afterId);
  done.inverse.push({ op: 'remove', kind: op.kind, id: item.id });
}

/** What stands elsewhere in the book by now, moved there by another tab, does not come in a second time with its old owner. */
function withoutKnown(done: Doing, kind: ItemKind, item: Item): Item {
  if (kind === 'line') refuseLong(item as Line);
  const part = PARTS[kind];
  if (part === undefined) return item;
  const [field, inner] = part;
  const seen = new Set<string>();
  const parts = (item as unknown as Record<string, Item[]>)[field] ?? [];
  const kept = parts.filter((one) => {
    const isNew = !seen.has(one.id) && done.draft.find(inner, one.id) === undefined;
    seen.add(one.id);
    if (!isNew) done.notices.push({ code: 'exists', kind: inner, id: one.id });
    return isNew;
  });
  return { ...item, [field]: kept.map((one) => withoutKnown(done, inner, one)) };
}

/** A line that comes in whole is no longer than one that is typed. */
function refuseLong(line: Line): void {
  if (Object.values(line.text).some((text) => text.length > LINE_MAX)) throw new EditError('edit.too-large', `line ${line.id}`);
}

function removeItem(done: Doing, op: OpOf<'remove'>): void {
  const { draft } = done;
  const at = draft.find(op.kind, op.id);
  if (!at) return;
  if (op.kind === 'chapter' && draft.book.chapters.length === 1) return void done.notices.push({ code: 'last', kind: op.kind, id: op.id });
  if (op.kind === 'place' && draft.book.chapters.some((chapter) => chapter.scenes.some((scene) => scene.placeId === op.id))) return void done.notices.push({ code: 'in-use', kind: op.kind, id: op.id });
  if (op.kind === 'character') forgetCharacter(done, op.id);
  draft.remove(op.kind, op.id);
  done.inverse.push({ op: 'insert', kind: op.kind, parentId: at.ownerId, afterId: at.afterId, item: at.item });
}

function moveItem(done: Doing, op: OpOf<'move'>): void {
  const { draft } = done;
  const at = draft.find(op.kind, op.id);
  if (!at || !draft.hasOwner(op.kind, op.parentId)) return void done.notices.push({ code: 'gone', kind: op.kind, id: op.id });
  if (op.afterId === op.id || (at.ownerId === op.parentId && at.afterId === op.afterId)) return;
  draft.remove(op.kind, op.id);
  draft.insert(op.kind, op.parentId, at.item, op.afterId);
  done.inverse.push({ op: 'move', kind: op.kind, id: op.id, parentId: at.ownerId, afterId: at.afterId });
}

/** Lines are numbered through the book, people are of the cast, and scenes are somewhere. */
function inOrder(book: Book): Book {
  let order = 0;
  const cast = new Set(book.bible.cast.map((character: Character) => character.id));
  const mendLine = (line: Line): Line => {
    const at = order++;
    const isStray = line.speakerId !== undefined && !cast.has(line.speakerId);
    if (line.order === at && !isStray) return line;
    const { speakerId, ...rest } = line;
    return { ...rest, ...(isStray || speakerId === undefined ? {} : { speakerId }), order: at };
  };
  const mendPanel = (panel: Panel): Panel => {
    const lines = mapSame(panel.lines, mendLine);
    const characters = panel.characters.every((person) => cast.has(person.id)) ? panel.characters : panel.characters.filter((person) => cast.has(person.id));
    return lines === panel.lines && characters === panel.characters ? panel : { ...panel, lines, characters };
  };
  const places = new Set(book.bible.places.map((place) => place.id));
  for (const chapter of book.chapters) for (const scene of chapter.scenes) if (!places.has(scene.placeId)) throw new EditError('edit.invalid', `scene ${scene.id} has no place`);
  return changePanels(book, mendPanel);
}

const PARTS: Partial<Record<ItemKind, readonly [string, ItemKind]>> = { chapter: ['scenes', 'scene'], scene: ['panels', 'panel'], panel: ['lines', 'line'] };

/** Nothing of a book lies deeper: what does is no edit of ours, and would exhaust the stack of whoever reads it. */
const DEPTH_MAX = 30;

/** Unseen marks go out of every text that comes in; `id`s and enums have none. */
function clean(value: unknown, depth = 0): unknown {
  if (depth > DEPTH_MAX) throw new EditError('edit.invalid', 'too deep');
  if (typeof value === 'string') return stripInvisible(value);
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner, depth + 1)]));
  return value;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
