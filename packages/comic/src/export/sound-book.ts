/** What a book from elsewhere must keep besides its shape, so that everything behind can rely on it. */
import { listPanels, type Book, type Line, type Panel } from '../model/book.ts';

export const PANELS_MAX = 20_000;
export const LINES_MAX = 100_000;

/** Panels between two turns. */
const TURN_PANELS = 500;

/** The book with references to nothing left out, some hundred panels a turn; undefined when it cannot be drawn at all: no panel, the same id twice, a scene without its place. */
export function* soundBook(book: Book): Generator<undefined, Book | undefined> {
  const panels = listPanels(book);
  const scenes = book.chapters.flatMap((chapter) => chapter.scenes);
  const { cast, places } = book.bible;
  if (panels.length === 0 || panels.length > PANELS_MAX || panels.reduce((sum, panel) => sum + panel.lines.length, 0) > LINES_MAX) return undefined;
  for (const ids of [panels, scenes, cast, places, book.chapters, panels.flatMap((panel) => panel.lines)]) {
    if (new Set(ids.map((one) => one.id)).size !== ids.length) return undefined;
    yield;
  }
  const known = new Set(places.map((place) => place.id));
  if (!scenes.every((scene) => known.has(scene.placeId))) return undefined;
  const outfits = new Map(cast.map((person) => [person.id, new Set(person.outfits.map((outfit) => outfit.id))]));
  const sound = new Map<Panel, Panel>();
  for (const panel of panels) {
    sound.set(panel, soundPanel(panel, outfits));
    if (sound.size % TURN_PANELS === 0) yield;
  }
  return { ...book, chapters: book.chapters.map((chapter) => ({ ...chapter, scenes: chapter.scenes.map((scene) => ({ ...scene, panels: scene.panels.map((panel) => sound.get(panel)!) })) })) };
}

function soundPanel(panel: Panel, outfits: ReadonlyMap<string, ReadonlySet<string>>): Panel {
  const { adoptedTakeId, ...rest } = panel;
  const characters = panel.characters.filter((person) => outfits.has(person.id)).map(({ outfitId, ...person }) => (outfitId !== undefined && outfits.get(person.id)!.has(outfitId) ? { ...person, outfitId } : person));
  const isAdopted = adoptedTakeId !== undefined && panel.takes.some((take) => take.id === adoptedTakeId);
  return { ...rest, characters, lines: panel.lines.map((line) => soundLine(line, outfits)), ...(isAdopted ? { adoptedTakeId } : {}) };
}

function soundLine({ speakerId, ...line }: Line, cast: ReadonlyMap<string, unknown>): Line {
  const longest = Math.max(0, ...Object.values(line.text).map((text) => text.length));
  const ruby = line.ruby.filter((run) => run.start < run.end && run.end <= longest);
  return { ...line, ruby, ...(speakerId !== undefined && cast.has(speakerId) ? { speakerId } : {}) };
}
