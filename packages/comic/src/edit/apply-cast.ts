/** Steps that concern one of the cast wherever that person is: a lead is in every panel of a book, so each is one pass. */
import type { Book, Character, Line, Panel } from '../model/book.ts';
import type { Doing } from './draft.ts';
import { parseField } from './fields.ts';
import type { OpOf } from './ops.ts';

const ALIASES_MAX = 60;
type Was = [id: string, value: unknown];

/** Who leaves the cast leaves the pictures; lines keep the name. */
export function forgetCharacter(done: Doing, id: string): void {
  const [lines, panels]: [Was[], Was[]] = [[], []];
  goThrough(done, {
    line(line) {
      if (line.speakerId !== id) return line;
      const { speakerId, ...rest } = line;
      lines.push([line.id, speakerId]);
      return rest;
    },
    panel(panel) {
      if (!isIn(panel, id)) return panel;
      panels.push([panel.id, panel.characters]);
      return { ...panel, characters: panel.characters.filter((person) => person.id !== id) };
    },
  });
  backTo(done, 'panel', 'characters', panels);
  backTo(done, 'line', 'speakerId', lines);
}

/** Lines of that person get the name, also those that another page gave meanwhile. */
export function applyRename(done: Doing, { id, name, was }: OpOf<'rename'>): void {
  const person = done.draft.find('character', id)?.item as Character | undefined;
  if (!person) return void done.notices.push({ code: 'gone', kind: 'character', id, field: 'name', lost: name });
  parseField('character', 'name', name);
  if (was !== undefined && was !== person.name && person.name !== name) done.notices.push({ code: 'overwrote', kind: 'character', id, field: 'name', lost: person.name });
  const odd: Was[] = [];
  let isNews = person.name !== name;
  goThrough(done, {
    line(line) {
      if (line.speakerId !== id || line.speaker === name) {
        if (line.speakerId === id && person.name !== name) odd.push([line.id, line.speaker]);
        return line;
      }
      if (line.speaker !== person.name) odd.push([line.id, line.speaker]);
      isNews = true;
      return { ...line, speaker: name };
    },
  });
  if (!isNews) return;
  const aliases = person.name === name ? person.aliases : [...new Set([...person.aliases, person.name])].filter((alias) => alias !== name).slice(-ALIASES_MAX);
  done.draft.change('character', id, () => ({ ...person, name, aliases }));
  // Taken back from the end: the old name everywhere, then what did not bear it.
  backTo(done, 'line', 'speaker', odd);
  done.inverse.push({ op: 'set', kind: 'character', id, field: 'aliases', value: person.aliases }, { op: 'rename', id, name: person.name });
}

/** Where both are in one picture the one who stays is enough. */
export function applyMerge(done: Doing, { id, intoId }: OpOf<'merge'>): void {
  const [other, into] = [done.draft.find('character', id), done.draft.find('character', intoId)];
  if (id === intoId) return;
  if (!other || !into) return void done.notices.push({ code: 'gone', kind: 'character', id: other ? intoId : id });
  const [gone, kept] = [other.item as Character, into.item as Character];
  const [voices, names, panels]: [Was[], Was[], Was[]] = [[], [], []];
  goThrough(done, {
    line(line) {
      if (line.speakerId !== id) return line;
      voices.push([line.id, id]);
      if (line.speaker !== kept.name) names.push([line.id, line.speaker]);
      return { ...line, speakerId: intoId, speaker: kept.name };
    },
    panel(panel) {
      if (!isIn(panel, id)) return panel;
      panels.push([panel.id, panel.characters]);
      return { ...panel, characters: isIn(panel, intoId) ? panel.characters.filter((person) => person.id !== id) : panel.characters.map(({ outfitId, ...person }) => (person.id === id ? { ...person, id: intoId } : { ...person, ...(outfitId === undefined ? {} : { outfitId }) })) };
    },
  });
  const aliases = [...new Set([...kept.aliases, gone.name, ...gone.aliases])].filter((alias) => alias !== kept.name).slice(0, ALIASES_MAX);
  done.draft.change('character', intoId, () => ({ ...kept, aliases }));
  done.draft.remove('character', id);
  done.inverse.push({ op: 'set', kind: 'character', id: intoId, field: 'aliases', value: kept.aliases });
  backTo(done, 'panel', 'characters', panels);
  backTo(done, 'line', 'speaker', names);
  backTo(done, 'line', 'speakerId', voices);
  done.inverse.push({ op: 'insert', kind: 'character', parentId: done.draft.book.id, afterId: other.afterId, item: gone });
}

function isIn(panel: Panel, id: string): boolean {
  return panel.characters.some((person) => person.id === id);
}

function goThrough(done: Doing, change: { line(line: Line): Line; panel?(panel: Panel): Panel }): void {
  done.draft.changeBook((book) => changePanels(book, (panel) => {
    const lines = mapSame(panel.lines, change.line);
    const changed = change.panel?.(panel) ?? panel;
    return lines === panel.lines ? changed : { ...changed, lines };
  }));
}

function backTo(done: Doing, kind: 'line' | 'panel', field: string, was: readonly Was[]): void {
  if (was.length > 0) done.inverse.push({ op: 'each', kind, field, groups: groupsOf(was) });
}

/** Those who had the same value side by side: of a lead's thousand lines one group. */
export function groupsOf(was: readonly Was[]): OpOf<'each'>['groups'] {
  const groups = new Map<string, { value: unknown; ids: string[] }>();
  for (const [id, value] of was) {
    const key = JSON.stringify(value ?? null);
    const known = groups.get(key);
    if (known) known.ids.push(id);
    else groups.set(key, { value: value ?? null, ids: [id] });
  }
  return [...groups.values()];
}

export function changePanels(book: Book, change: (panel: Panel) => Panel): Book {
  const chapters = mapSame(book.chapters, (chapter) => {
    const scenes = mapSame(chapter.scenes, (scene) => {
      const panels = mapSame(scene.panels, change);
      return panels === scene.panels ? scene : { ...scene, panels };
    });
    return scenes === chapter.scenes ? chapter : { ...chapter, scenes };
  });
  return chapters === book.chapters ? book : { ...book, chapters };
}

/** The same list when nothing in it changed. */
export function mapSame<T>(items: readonly T[] & T[], change: (item: T) => T): T[] {
  const changed = items.map(change);
  return changed.every((item, i) => item === items[i]) ? items : changed;
}
