/** What a writer does with a script, as ops: each verb is one step of undo. All are pure; they never change the book they are given. */
import type { Book, Line, Panel, Scene } from '../model/book.ts';
import { textOfLine } from '../letter/text/clean-text.ts';
import type { Language, LineKind } from '../model/kinds.ts';
import type { EditOp } from './ops.ts';
import { find } from './tree.ts';

type At = { chapter: Book['chapters'][number]; scene: Scene; panel: Panel };

/** Throws RangeError when the book has no such panel: verbs are for what is on the screen. */
export function panelAt(book: Book, panelId: string): At {
  for (const chapter of book.chapters) for (const scene of chapter.scenes) for (const panel of scene.panels) if (panel.id === panelId) return { chapter, scene, panel };
  throw new RangeError(`the book has no panel ${panelId}`);
}

export function lineAt(book: Book, lineId: string): At & { line: Line; index: number } {
  const at = find(book, 'line', lineId);
  if (!at) throw new RangeError(`the book has no line ${lineId}`);
  const owner = panelAt(book, at.ownerId);
  return { ...owner, line: owner.panel.lines.find((line) => line.id === lineId)!, index: owner.panel.lines.findIndex((line) => line.id === lineId) };
}

/** An empty panel of the same place and people behind this one. */
export function addPanelAfter(book: Book, panelId: string, newId: string): EditOp[] {
  const { scene, panel } = panelAt(book, panelId);
  const { adoptedTakeId: _, crop: __, ...rest } = panel;
  return [{ op: 'insert', kind: 'panel', parentId: scene.id, afterId: panelId, item: { ...rest, id: newId, importance: Math.min(3, panel.importance), lines: [], action: '', effects: [], opensScene: false, isLocked: false, takes: [] } }];
}

/** The first panel of a scene that has none. */
export function addFirstPanel(scene: Scene, newId: string): EditOp[] {
  return [{ op: 'insert', kind: 'panel', parentId: scene.id, afterId: null, item: { id: newId, importance: 3, shot: 'medium', tilt: 0, action: '', characters: [], crowd: 0, props: [], effects: [], lines: [], isLocked: false, opensScene: true, takes: [] } }];
}

export function removePanel(panelId: string): EditOp[] {
  return [{ op: 'remove', kind: 'panel', id: panelId }];
}

/** In front of another panel, or at the end of a scene. */
export function movePanel(book: Book, panelId: string, to: { sceneId: string; beforeId: string | null }): EditOp[] {
  const scene = find(book, 'scene', to.sceneId)?.item as Scene | undefined;
  const others = (scene?.panels ?? []).filter((panel) => panel.id !== panelId);
  return [{ op: 'move', kind: 'panel', id: panelId, parentId: to.sceneId, afterId: idBefore(others, to.beforeId) }];
}

/** Lines from `fromLineId` on go to a new panel behind this one. */
export function splitPanel(book: Book, fromLineId: string, newId: string): EditOp[] {
  const { panel, index } = lineAt(book, fromLineId);
  const moved = panel.lines.slice(index);
  return [...addPanelAfter(book, panel.id, newId), ...moved.map((line, i): EditOp => ({ op: 'move', kind: 'line', id: line.id, parentId: newId, afterId: moved[i - 1]?.id ?? null }))];
}

/** The next panel of the script gives its lines, people and things to this one and goes. None for the last. */
export function mergePanelWithNext(book: Book, panelId: string): EditOp[] {
  const all = book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels));
  const at = all.findIndex((panel) => panel.id === panelId);
  const [panel, next] = [all[at], all[at + 1]];
  if (!panel || !next) return [];
  const known = new Set(panel.characters.map((person) => person.id));
  const characters = [...panel.characters, ...next.characters.filter((person) => !known.has(person.id))].slice(0, 12);
  const nouns = new Set(panel.props.map((prop) => prop.noun));
  let afterId = panel.lines.at(-1)?.id ?? null;
  return [
    ...next.lines.map((line): EditOp => ({ op: 'move', kind: 'line', id: line.id, parentId: panel.id, afterId: [afterId, (afterId = line.id)][0] as string | null })),
    { op: 'set', kind: 'panel', id: panel.id, field: 'characters', value: characters },
    { op: 'set', kind: 'panel', id: panel.id, field: 'props', value: [...panel.props, ...next.props.filter((prop) => !nouns.has(prop.noun))].slice(0, 8) },
    { op: 'set', kind: 'panel', id: panel.id, field: 'importance', value: Math.max(panel.importance, next.importance) },
    { op: 'set', kind: 'panel', id: panel.id, field: 'action', value: [panel.action, next.action].filter((part) => part !== '').join(' ').slice(0, 4000) },
    { op: 'remove', kind: 'panel', id: next.id },
  ];
}

export type NewLine = { id: string; kind: LineKind; speakerId?: string | undefined; speaker: string; text: string };

export function addLine(book: Book, panelId: string, afterId: string | null, line: NewLine): EditOp[] {
  const { speakerId, text, ...rest } = line;
  return [{ op: 'insert', kind: 'line', parentId: panelId, afterId, item: { ...rest, ...(speakerId === undefined ? {} : { speakerId }), text: { [book.language]: text }, ruby: [], order: 0, isOffPanel: false, isQuoted: false, continues: false } }];
}

export function removeLine(lineId: string): EditOp[] {
  return [{ op: 'remove', kind: 'line', id: lineId }];
}

/** In front of another line of a panel, or at its end. */
export function moveLine(book: Book, lineId: string, to: { panelId: string; beforeId: string | null }): EditOp[] {
  const others = panelAt(book, to.panelId).panel.lines.filter((line) => line.id !== lineId);
  return [{ op: 'move', kind: 'line', id: lineId, parentId: to.panelId, afterId: idBefore(others, to.beforeId) }];
}

/** The text from `offset` (UTF-16) of the book's language on becomes a line of its own. */
export function splitLine(book: Book, lineId: string, offset: number, newId: string): EditOp[] {
  const { panel, line } = lineAt(book, lineId);
  const text = line.text[book.language] ?? '';
  const [head, tail] = [text.slice(0, offset).trimEnd(), text.slice(offset).trimStart()];
  if (head === '' || tail === '') return [];
  const { letter: _, stress: __, ...rest } = line;
  return [
    { op: 'text', id: lineId, language: book.language, from: text, to: head },
    { op: 'insert', kind: 'line', parentId: panel.id, afterId: lineId, item: { ...rest, id: newId, text: { [book.language]: tail }, ruby: [] } },
  ];
}

/** The next line of the same panel joins this one. None for the last. */
export function mergeLineWithNext(book: Book, lineId: string): EditOp[] {
  const { panel, line, index } = lineAt(book, lineId);
  const next = panel.lines[index + 1];
  if (!next) return [];
  const languages = [...new Set([...Object.keys(line.text), ...Object.keys(next.text)])] as Language[];
  return [
    ...languages.map((language): EditOp => {
      const [from, more] = [line.text[language] ?? '', next.text[language] ?? ''];
      // A sentence that a tag closed ends in the middle now: the full stop that its bubble showed is written out.
      const head = from === '' || more === '' ? from : textOfLine(line, language);
      return { op: 'text', id: line.id, language, from, to: [head, more].filter((part) => part !== '').join(language === 'en' ? ' ' : '') };
    }),
    ...(next.isClosedByTag === true ? [{ op: 'set', kind: 'line', id: line.id, field: 'isClosedByTag', value: true } as const] : []),
    { op: 'remove', kind: 'line', id: next.id },
  ];
}

/** Who says it: one of the cast, the narrator (no name), or a name that is nobody's. */
export function setSpeaker(book: Book, lineId: string, who: { characterId: string } | { name: string }): EditOp[] {
  const { line } = lineAt(book, lineId);
  const character = 'characterId' in who ? book.bible.cast.find((one) => one.id === who.characterId) : undefined;
  const speaker = character?.name ?? ('name' in who ? who.name : '');
  const isVoiceless = speaker === '' && (line.kind === 'speech' || line.kind === 'shout' || line.kind === 'whisper');
  return [
    { op: 'set', kind: 'line', id: lineId, field: 'speakerId', value: character?.id ?? null },
    { op: 'set', kind: 'line', id: lineId, field: 'speaker', value: speaker },
    ...(line.isUnsure ? [{ op: 'set', kind: 'line', id: lineId, field: 'isUnsure', value: null } as const] : []),
    ...(isVoiceless ? [{ op: 'set', kind: 'line', id: lineId, field: 'kind', value: 'narration' } as const] : []),
    ...(character && line.kind === 'narration' ? [{ op: 'set', kind: 'line', id: lineId, field: 'kind', value: 'speech' } as const] : []),
  ];
}

/** Panels from this one on become a scene of their own, in the same place and time. */
export function splitScene(book: Book, fromPanelId: string, newId: string): EditOp[] {
  const { chapter, scene } = panelAt(book, fromPanelId);
  const moved = scene.panels.slice(scene.panels.findIndex((panel) => panel.id === fromPanelId));
  if (moved.length === scene.panels.length) return [];
  return [
    { op: 'insert', kind: 'scene', parentId: chapter.id, afterId: scene.id, item: { ...scene, id: newId, panels: [] } },
    ...moved.map((panel, i): EditOp => ({ op: 'move', kind: 'panel', id: panel.id, parentId: newId, afterId: moved[i - 1]?.id ?? null })),
    { op: 'set', kind: 'panel', id: fromPanelId, field: 'opensScene', value: true },
  ];
}

/** The next scene of the chapter gives its panels to this one. None for the last. */
export function mergeSceneWithNext(book: Book, sceneId: string): EditOp[] {
  const chapter = book.chapters.find((one) => one.scenes.some((scene) => scene.id === sceneId));
  const index = chapter?.scenes.findIndex((scene) => scene.id === sceneId) ?? -1;
  const [scene, next] = [chapter?.scenes[index], chapter?.scenes[index + 1]];
  if (!scene || !next) return [];
  const before = [scene.panels.at(-1)?.id ?? null, ...next.panels.map((panel) => panel.id)];
  return [...next.panels.map((panel, i): EditOp => ({ op: 'move', kind: 'panel', id: panel.id, parentId: sceneId, afterId: before[i] ?? null })), ...anchorsMoved(book, next.id, sceneId), { op: 'remove', kind: 'scene', id: next.id }];
}

/** A scene with all its panels. What began with it begins with the scene behind it, or before it when it is the last. */
export function removeScene(book: Book, sceneId: string): EditOp[] {
  const scenes = book.chapters.flatMap((chapter) => chapter.scenes);
  const index = scenes.findIndex((scene) => scene.id === sceneId);
  const heir = scenes[index + 1] ?? scenes[index - 1];
  return [...(heir ? anchorsMoved(book, sceneId, heir.id) : []), { op: 'remove', kind: 'scene', id: sceneId }];
}

/** Outfits and facts that begin at a scene begin at another. */
function anchorsMoved(book: Book, fromId: string, toId: string): EditOp[] {
  return [
    ...book.bible.cast.filter((one) => one.outfits.some((outfit) => outfit.fromSceneId === fromId)).map((one): EditOp => ({
      op: 'set', kind: 'character', id: one.id, field: 'outfits', value: one.outfits.map((outfit) => (outfit.fromSceneId === fromId ? { ...outfit, fromSceneId: toId } : outfit)),
    })),
    ...book.bible.facts.filter((fact) => fact.fromSceneId === fromId).map((fact): EditOp => ({ op: 'set', kind: 'fact', id: fact.id, field: 'fromSceneId', value: toId })),
  ];
}

function idBefore(items: readonly { id: string }[], beforeId: string | null): string | null {
  const at = beforeId === null ? items.length : items.findIndex((item) => item.id === beforeId);
  return items[(at < 0 ? items.length : at) - 1]?.id ?? null;
}
