/** What differs between two states of a book, panel by panel. Pure. */
import { listPanels, type Book, type Line, type Panel } from '@komawari/comic';

export type LineDiff = { id: string; how: 'new' | 'gone' | 'changed'; before: string; after: string; speaker: string };
export type PanelAspect = 'picture' | 'importance' | 'take' | 'lock' | 'speakers' | 'lettering';
export type PanelDiff = { id: string; /** In the newer book, or in the older one when it is gone. */ n: number; how: 'new' | 'gone' | 'changed' | 'moved'; aspects: PanelAspect[]; lines: LineDiff[]; text: string };
export type NameDiff = { id: string; name: string; how: 'new' | 'gone' | 'changed'; /** The name it had, where it has another now. */ was?: string };
export type BookAspect = 'title' | 'format' | 'direction' | 'style' | 'language' | 'pages';
export type BookDiff = { book: BookAspect[]; /** The title it had, where it has another now. */ titleWas?: string; cast: NameDiff[]; places: NameDiff[]; facts: number; scenes: number; panels: PanelDiff[] };

export function diffBooks(before: Book, after: Book): BookDiff {
  return {
    book: bookAspects(before, after), ...(before.title === after.title ? {} : { titleWas: before.title }),
    cast: namesDiff(before.bible.cast, after.bible.cast),
    places: namesDiff(before.bible.places, after.bible.places),
    facts: changedCount(before.bible.facts, after.bible.facts),
    scenes: changedCount(scenesOf(before), scenesOf(after)),
    panels: panelsDiff(before, after),
  };
}

export function isSame(diff: BookDiff): boolean {
  return diff.book.length + diff.cast.length + diff.places.length + diff.facts + diff.scenes + diff.panels.length === 0;
}

function bookAspects(a: Book, b: Book): BookAspect[] {
  const pairs: [BookAspect, unknown, unknown][] = [
    ['title', [a.title, a.author], [b.title, b.author]], ['format', a.format, b.format], ['direction', a.direction, b.direction], ['style', [a.style, a.seed], [b.style, b.seed]], ['language', [a.language, a.editions], [b.language, b.editions]], ['pages', a.layout, b.layout],
  ];
  return pairs.filter(([, one, other]) => !equal(one, other)).map(([aspect]) => aspect);
}

type Named = { id: string; name: string };

function namesDiff(before: readonly Named[], after: readonly Named[]): NameDiff[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Set(after.map((one) => one.id));
  return [
    ...after.flatMap((one): NameDiff[] => {
      const was = old.get(one.id);
      return was === undefined ? [{ id: one.id, name: one.name, how: 'new' }] : equal(was, one) ? [] : [{ id: one.id, name: one.name, how: 'changed', ...(was.name === one.name ? {} : { was: was.name }) }];
    }),
    ...before.filter((one) => !now.has(one.id)).map((one): NameDiff => ({ id: one.id, name: one.name, how: 'gone' })),
  ];
}

function changedCount(before: readonly { id: string }[], after: readonly { id: string }[]): number {
  const old = new Map(before.map((one) => [one.id, one]));
  const now = new Set(after.map((one) => one.id));
  return after.filter((one) => !equal(old.get(one.id), one)).length + before.filter((one) => !now.has(one.id)).length;
}

/** Without their panels, which are compared for themselves. */
function scenesOf(book: Book): { id: string }[] {
  return book.chapters.flatMap((chapter) => chapter.scenes.map(({ panels: _panels, ...scene }) => scene));
}

function panelsDiff(before: Book, after: Book): PanelDiff[] {
  const [was, is] = [listPanels(before), listPanels(after)];
  const old = new Map(was.map((panel, index) => [panel.id, { panel, n: index + 1 }]));
  const now = new Set(is.map((panel) => panel.id));
  const moved = movedPanels(was.filter((panel) => now.has(panel.id)), is.filter((panel) => old.has(panel.id)));
  const language = after.language;
  const here = is.flatMap((panel, index): PanelDiff[] => {
    const known = old.get(panel.id)?.panel;
    if (!known) return [{ id: panel.id, n: index + 1, how: 'new', aspects: [], lines: linesDiff([], panel.lines, language), text: panel.action }];
    const [aspects, lines] = [panelAspects(known, panel), linesDiff(known.lines, panel.lines, language)];
    const isMoved = moved.has(panel.id);
    return isMoved || aspects.length > 0 || lines.length > 0 ? [{ id: panel.id, n: index + 1, how: isMoved ? 'moved' : 'changed', aspects, lines, text: panel.action }] : [];
  });
  const gone = was.filter((panel) => !now.has(panel.id)).map((panel): PanelDiff => ({ id: panel.id, n: old.get(panel.id)?.n ?? 0, how: 'gone', aspects: [], lines: linesDiff(panel.lines, [], before.language), text: panel.action }));
  return [...here, ...gone];
}

/** Those that stand behind another neighbour than before. */
function movedPanels(was: readonly Panel[], is: readonly Panel[]): Set<string> {
  const behind = new Map(was.map((panel, index) => [panel.id, was[index - 1]?.id]));
  return new Set(is.filter((panel, index) => behind.get(panel.id) !== is[index - 1]?.id).map((panel) => panel.id));
}

function panelAspects(a: Panel, b: Panel): PanelAspect[] {
  const picture = ({ shot, tilt, action, characters, crowd, props, effects }: Panel) => [shot, tilt, action, characters, crowd, props, effects];
  // Somebody who has another name is told of among the cast, and speaks the same lines.
  const voices = (panel: Panel) => panel.lines.map((line) => [line.id, line.speakerId ?? line.speaker, line.kind, line.isOffPanel]);
  const letters = (panel: Panel) => panel.lines.map((line) => [line.id, line.letter, line.stress, line.ruby]);
  const both = a.lines.length === b.lines.length;
  const pairs: [PanelAspect, boolean][] = [
    ['picture', !equal(picture(a), picture(b))], ['importance', a.importance !== b.importance], ['take', !equal([a.adoptedTakeId, a.crop], [b.adoptedTakeId, b.crop])], ['lock', a.isLocked !== b.isLocked],
    ['speakers', both && !equal(voices(a), voices(b))], ['lettering', both && !equal(letters(a), letters(b))],
  ];
  return pairs.filter(([, differs]) => differs).map(([aspect]) => aspect);
}

function linesDiff(before: readonly Line[], after: readonly Line[], language: Book['language']): LineDiff[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const now = new Set(after.map((line) => line.id));
  const text = (line: Line | undefined) => line?.text[language] ?? '';
  return [
    ...after.flatMap((line): LineDiff[] => {
      const was = old.get(line.id);
      if (was && text(was) === text(line)) return [];
      return [{ id: line.id, how: was ? 'changed' : 'new', before: text(was), after: text(line), speaker: voiceOf(line) }];
    }),
    ...before.filter((line) => !now.has(line.id)).map((line): LineDiff => ({ id: line.id, how: 'gone', before: text(line), after: '', speaker: voiceOf(line) })),
  ];
}

/** A narrator and a sound have no name to show. */
function voiceOf(line: Line): string {
  return line.kind === 'narration' || line.kind === 'sfx' ? '' : line.speaker;
}

/** Books are plain data whose fields keep their order; an absent field equals an undefined one. */
function equal(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
