/** What a panel's drawing tells: as long as this text stays the same, the drawing is not stale. */
import { outfitAt, type DirectedPanel } from '../draw/stage/scene-of.ts';
import type { Book } from '../model/book.ts';
import type { Directions } from '../model/hand-made.ts';
import { sceneOf } from './panel-scene.ts';

/**
 * All that the drawing of a panel depends on but its size, as canonical text: words in bubbles count only by who
 * speaks, since a changed word changes no picture. Throws RangeError for a panel the book has not.
 */
export function panelFacts(book: Book, panelId: string): string {
  const { panel, scene, place, cast, seed, sceneIds } = sceneOf(book, panelId);
  const people = panel.characters.map((person) => {
    const character = cast.get(person.id);
    return [person, character && { look: character.look, outfit: outfitAt(character, scene.id, sceneIds, person.outfitId) }];
  });
  const voices = [...new Set(panel.lines.flatMap((line) => (line.speakerId === undefined || line.isOffPanel ? [] : `${line.speakerId} ${line.kind === 'narration' ? 'told' : line.kind}`)))].sort();
  const { notes: _, preset: __, ...style } = book.style;
  return JSON.stringify([
    seed, style, panel.shot, panel.tilt, people, panel.crowd, panel.props, panel.effects, voices,
    [scene.time, scene.weather, scene.season, scene.mood], [place.kind, place.era, place.id],
  ]);
}

/** The book as one take sees it: its panel, and the light of its scene, changed as directed. */
export function directedBook(book: Book, panelId: string, directions: Directions | undefined): Book {
  if (directions === undefined) return book;
  const { shot, tilt, effects, crowd, people = {}, time, weather, mood, view } = directions;
  return {
    ...book,
    chapters: book.chapters.map((chapter) => ({
      ...chapter,
      scenes: chapter.scenes.map((scene) => (scene.panels.some((panel) => panel.id === panelId) ? {
        ...scene, time: time ?? scene.time, weather: weather ?? scene.weather, mood: mood ?? scene.mood,
        panels: scene.panels.map((panel): DirectedPanel => (panel.id !== panelId ? panel : {
          ...panel, ...(view ? { view } : {}), shot: shot ?? panel.shot, tilt: tilt ?? panel.tilt, effects: effects ?? panel.effects, crowd: crowd ?? panel.crowd,
          characters: panel.characters.map((person) => ({ ...person, ...people[person.id] })),
        })),
      } : scene)),
    })),
  };
}
