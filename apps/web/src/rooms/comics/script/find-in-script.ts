/** Finding words in the lines and actions of a script, and putting others in their place. */
import type { Book } from '@komawari/comic';
import { LINE_MAX, type EditOp } from '@komawari/comic/edit';
import { lockedTarget } from './locks.ts';

export type Found = { panelId: string; lineId?: string; start: number; end: number };

/** Whatever the case of the letters; overlapping places count once. Offsets are UTF-16. */
export function findInScript(book: Book, wanted: string): Found[] {
  if (wanted === '') return [];
  return book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels.flatMap((panel) => [
    ...placesOf(panel.action, wanted).map((start) => ({ panelId: panel.id, start, end: start + wanted.length })),
    ...panel.lines.flatMap((line) => placesOf(line.text[book.language] ?? '', wanted).map((start) => ({ panelId: panel.id, lineId: line.id, start, end: start + wanted.length }))),
  ])));
}

/** Everywhere at once, or in one place; locked texts and those that would grow too long stay and are counted. */
export function replaceInScript(book: Book, found: readonly Found[], by: string): { ops: EditOp[]; kept: number } {
  const ops: EditOp[] = [];
  let kept = 0;
  const places = new Map<string, Found[]>();
  for (const one of found) places.set(one.lineId ?? one.panelId, [...(places.get(one.lineId ?? one.panelId) ?? []), one]);
  for (const chapter of book.chapters) for (const scene of chapter.scenes) for (const panel of scene.panels) {
    const inAction = places.get(panel.id);
    if (inAction) add(inAction, panel.action, (to) => ({ op: 'set', kind: 'panel', id: panel.id, field: 'action', value: to, was: panel.action }));
    for (const line of panel.lines) {
      const inLine = places.get(line.id);
      const from = line.text[book.language] ?? '';
      if (!inLine) continue;
      add(inLine, from, (to) => ({ op: 'text', id: line.id, language: book.language, from, to }));
      // A name that is replaced leaves the end as it is read; only what is typed is taken at its word.
      const last = ops.at(-1);
      if (line.isClosedByTag && last?.op === 'text' && last.id === line.id && last.to.endsWith(',')) ops.push({ op: 'set', kind: 'line', id: line.id, field: 'isClosedByTag', value: true });
    }
  }
  return { ops, kept };

  function add(spots: readonly Found[], from: string, opOf: (to: string) => EditOp): void {
    const to = spots.toSorted((a, b) => b.start - a.start).reduce((text, { start, end }) => text.slice(0, start) + by + text.slice(end), from);
    const op = opOf(to);
    if (to.length > LINE_MAX || lockedTarget(book, [op])) kept += spots.length;
    else ops.push(op);
  }
}

function placesOf(text: string, wanted: string): number[] {
  // Lower case may change the length of a text; then it is searched as it stands.
  const [low, sought] = [text.toLowerCase(), wanted.toLowerCase()];
  const [inside, word] = low.length === text.length && sought.length === wanted.length ? [low, sought] : [text, wanted];
  const places: number[] = [];
  for (let at = inside.indexOf(word); at >= 0; at = inside.indexOf(word, at + word.length)) places.push(at);
  return places;
}
