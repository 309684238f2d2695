/** Applies edits to a book. Pure: the same code decides in the browser, at once, and on the server, for good. */
import type { Book, Character, Line, Panel } from '../model/book.ts';
import { stripInvisible } from '../writer/clean/clean-text.ts';
import { parseField, parseItem, type Item } from './fields.ts';
import { mergeText, shiftMarks } from './merge-text.ts';
import { EditError, ITEM_KINDS, LINE_MAX, type EditNotice, type EditOp, type ItemKind } from './ops.ts';
import { changeItem, changeList, countOf, find, hasOwner } from './tree.ts';

export type Applied = {
  book: Book;
  /** Applied in this order they take the edit back. */
  inverse: EditOp[];
  notices: EditNotice[];
};

/** More than any story needs: a text of 200 000 characters has about 1 500 panels. */
const MOST: Readonly<Record<ItemKind, number>> = { chapter: 500, scene: 3000, panel: 5000, line: 20_000, character: 400, place: 600, fact: 2000, page: 1000 };

/**
 * Applies ops in their order. Ops whose target is gone are left out and told in `notices`. Throws EditError for
 * ops that no client of ours makes: unknown fields, values that do not fit, a book grown past all measure.
 */
export function applyEdit(book: Book, ops: readonly EditOp[]): Applied {
  const done: Applied = { book, inverse: [], notices: [] };
  for (const op of ops) applyOp(done, op);
  if (ops.some((op) => op.op === 'insert')) refuseTooMuch(book, done.book);
  return { ...done, book: inOrder(done.book), inverse: done.inverse.reverse() };
}

/** What came in brought all that it holds. A book that was larger before may still be edited. */
function refuseTooMuch(before: Book, after: Book): void {
  for (const kind of ITEM_KINDS) {
    const count = countOf(after, kind);
    if (count > MOST[kind] && count > countOf(before, kind)) throw new EditError('edit.too-large', kind);
  }
}

function applyOp(done: Applied, op: EditOp): void {
  if (op.op === 'set') setField(done, op);
  else if (op.op === 'text') setText(done, op);
  else if (op.op === 'insert') insertItem(done, op);
  else if (op.op === 'remove') removeItem(done, op);
  else moveItem(done, op);
}

type OpOf<K extends EditOp['op']> = Extract<EditOp, { op: K }>;

function setField(done: Applied, op: OpOf<'set'>): void {
  const value = parseField(op.kind, op.field, clean(op.value));
  const item = op.kind === 'book' ? done.book : find(done.book, op.kind, op.id)?.item;
  if (!item) return void done.notices.push({ code: 'gone', kind: op.kind, id: op.id, field: op.field, lost: op.value });
  const before: unknown = (item as Record<string, unknown>)[op.field];
  if (isSame(before, value)) return;
  if ('was' in op && !isSame(before ?? null, op.was ?? null)) done.notices.push({ code: 'overwrote', kind: op.kind, id: op.id, field: op.field, lost: before ?? null });
  const { [op.field]: _, ...rest } = item as Record<string, unknown>;
  const changed = value === undefined ? rest : { ...item, [op.field]: value };
  done.book = op.kind === 'book' ? (changed as Book) : changeItem(done.book, op.kind, op.id, () => changed as Item);
  done.inverse.push({ op: 'set', kind: op.kind, id: op.id, field: op.field, value: before ?? null });
}

function setText(done: Applied, op: OpOf<'text'>): void {
  const line = find(done.book, 'line', op.id)?.item as Line | undefined;
  if (!line) return void done.notices.push({ code: 'gone', kind: 'line', id: op.id, field: op.language, lost: op.to });
  const before = line.text[op.language] ?? '';
  const { text, isClash } = mergeText(op.from, before, stripInvisible(op.to));
  if (text.length > LINE_MAX) throw new EditError('edit.too-large', `line ${op.id}`);
  if (before !== op.from && before !== text) done.notices.push({ code: isClash ? 'overwrote' : 'merged', kind: 'line', id: op.id, field: op.language, lost: before });
  if (text === before) return;
  const marks = shiftMarks(line, op.language, before, text);
  done.book = changeItem(done.book, 'line', op.id, () => ({ ...line, text: { ...line.text, [op.language]: text }, ...marks }));
  // Taken back in the order of the list reversed: first the text, then the marks that stood on it.
  if (!isSame(line.ruby, marks.ruby)) done.inverse.push({ op: 'set', kind: 'line', id: op.id, field: 'ruby', value: line.ruby });
  if (!isSame(line.stress, marks.stress)) done.inverse.push({ op: 'set', kind: 'line', id: op.id, field: 'stress', value: line.stress ?? null });
  done.inverse.push({ op: 'text', id: op.id, language: op.language, from: text, to: before });
}

function insertItem(done: Applied, op: OpOf<'insert'>): void {
  const item = withoutKnown(done, op.kind, parseItem(op.kind, clean(op.item)));
  if (find(done.book, op.kind, item.id)) return void done.notices.push({ code: 'exists', kind: op.kind, id: item.id });
  if (!hasOwner(done.book, op.kind, op.parentId)) return void done.notices.push({ code: 'gone', kind: op.kind, id: op.parentId, lost: item });
  done.book = changeList(done.book, op.kind, op.parentId, (items) => placed(items, item, op.afterId));
  done.inverse.push({ op: 'remove', kind: op.kind, id: item.id });
}

/** What stands elsewhere in the book by now, moved there by another tab, does not come in a second time with its old owner. */
function withoutKnown(done: Applied, kind: ItemKind, item: Item): Item {
  const part = PARTS[kind];
  if (part === undefined) return item;
  const [field, inner] = part;
  const seen = new Set<string>();
  const parts = (item as unknown as Record<string, Item[]>)[field] ?? [];
  const kept = parts.filter((one) => {
    const isNew = !seen.has(one.id) && find(done.book, inner, one.id) === undefined;
    seen.add(one.id);
    if (!isNew) done.notices.push({ code: 'exists', kind: inner, id: one.id });
    return isNew;
  });
  return { ...item, [field]: kept.map((one) => withoutKnown(done, inner, one)) };
}

const PARTS: Partial<Record<ItemKind, readonly [string, ItemKind]>> = { chapter: ['scenes', 'scene'], scene: ['panels', 'panel'], panel: ['lines', 'line'] };

function removeItem(done: Applied, op: OpOf<'remove'>): void {
  const at = find(done.book, op.kind, op.id);
  if (!at) return;
  if (op.kind === 'chapter' && done.book.chapters.length === 1) return void done.notices.push({ code: 'last', kind: op.kind, id: op.id });
  if (op.kind === 'place' && done.book.chapters.some((chapter) => chapter.scenes.some((scene) => scene.placeId === op.id))) return void done.notices.push({ code: 'in-use', kind: op.kind, id: op.id });
  if (op.kind === 'character') forgetCharacter(done, op.id);
  done.book = changeList(done.book, op.kind, at.ownerId, (items) => items.filter((item) => item.id !== op.id));
  done.inverse.push({ op: 'insert', kind: op.kind, parentId: at.ownerId, afterId: at.afterId, item: at.item });
}

/** Who leaves the cast leaves the pictures; lines keep the name. In one pass: a lead is in every panel of a book. */
function forgetCharacter(done: Applied, id: string): void {
  const back: EditOp[] = [];
  const forgetLine = (line: Line): Line => {
    if (line.speakerId !== id) return line;
    const { speakerId, ...rest } = line;
    back.push({ op: 'set', kind: 'line', id: line.id, field: 'speakerId', value: speakerId });
    return rest;
  };
  const forgetPanel = (panel: Panel): Panel => {
    const isThere = panel.characters.some((person) => person.id === id);
    if (isThere) back.push({ op: 'set', kind: 'panel', id: panel.id, field: 'characters', value: panel.characters });
    const lines = mapSame(panel.lines, forgetLine);
    if (!isThere && lines === panel.lines) return panel;
    return { ...panel, lines, characters: isThere ? panel.characters.filter((person) => person.id !== id) : panel.characters };
  };
  done.book = changePanels(done.book, forgetPanel);
  for (const op of back) done.inverse.push(op);
}

function changePanels(book: Book, change: (panel: Panel) => Panel): Book {
  const chapters = mapSame(book.chapters, (chapter) => {
    const scenes = mapSame(chapter.scenes, (scene) => {
      const panels = mapSame(scene.panels, change);
      return panels === scene.panels ? scene : { ...scene, panels };
    });
    return scenes === chapter.scenes ? chapter : { ...chapter, scenes };
  });
  return chapters === book.chapters ? book : { ...book, chapters };
}

function moveItem(done: Applied, op: OpOf<'move'>): void {
  const at = find(done.book, op.kind, op.id);
  if (!at || !hasOwner(done.book, op.kind, op.parentId)) return void done.notices.push({ code: 'gone', kind: op.kind, id: op.id });
  if (op.afterId === op.id || (at.ownerId === op.parentId && at.afterId === op.afterId)) return;
  done.book = changeList(done.book, op.kind, at.ownerId, (items) => items.filter((item) => item.id !== op.id));
  done.book = changeList(done.book, op.kind, op.parentId, (items) => placed(items, at.item, op.afterId));
  done.inverse.push({ op: 'move', kind: op.kind, id: op.id, parentId: at.ownerId, afterId: at.afterId });
}

/** What it should stand behind may be gone: then it comes last, not first, unless it was to be first. */
function placed(items: readonly Item[], item: Item, afterId: string | null): Item[] {
  if (afterId === null) return [item, ...items];
  const at = items.findIndex((other) => other.id === afterId);
  return at < 0 ? [...items, item] : items.toSpliced(at + 1, 0, item);
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

/** The same list when nothing in it changed. */
function mapSame<T>(items: readonly T[] & T[], change: (item: T) => T): T[] {
  const changed = items.map(change);
  return changed.every((item, i) => item === items[i]) ? items : changed;
}

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
