/** From the book to what the artist is asked to draw. */
import { hashText, type Book, type Character, type Expression, type Look, type OutfitSpec, type Place, type Pose, type Scene } from '@komawari/comic';
import type { PersonView } from '../../../engine/types.ts';
import type { Sketch } from './sketches.ts';

type Style = Book['style'];
export type PersonWish = Partial<Omit<PersonView, 'style' | 'look' | 'outfit'>> & { look?: Look; outfit?: OutfitSpec };

/** The usual outfit, three-quarter, calm: unless wished otherwise. */
export function personSketch(character: Pick<Character, 'look' | 'outfits'>, style: Style, wish: PersonWish = {}): Sketch {
  // The usual outfit is always there: a book without it is no book.
  const view: PersonView = { look: character.look, outfit: character.outfits[0]!.outfit, shows: 'head', facing: 'left', expression: 'neutral', pose: 'stand', fineness: 1, ...wish, style: drawnStyle(style) };
  return { what: 'person', view };
}

export function placeSketch(place: Place, book: Pick<Book, 'style' | 'seed'>, scene: Pick<Scene, 'time' | 'weather' | 'season' | 'mood'>): Sketch {
  const { id, kind, era } = place;
  const { time, weather, season, mood } = scene;
  return { what: 'place', view: { id, kind, era, time, weather, season, mood, style: drawnStyle(book.style), seed: book.seed } };
}

/** Notes are for picture models, and a preset is a name: they change no drawing, so they make no new one. */
function drawnStyle(style: Style): Style {
  return { ...style, notes: '', preset: 'storyboard' };
}

const POSES: readonly Pose[] = ['stand-relaxed', 'stand-hands-hips', 'stand', 'arms-crossed', 'hands-in-pockets'];
const FACES: readonly Expression[] = ['smile', 'neutral', 'grin', 'determined'];

/** Everybody stands in a way of their own, the same one every day; children and animals smile. */
export function bearingOf(character: Pick<Character, 'id' | 'look'>): { pose: Pose; expression: Expression } {
  const variety = hashText(character.id);
  const isMerry = character.look.age === 'child' || character.look.being === 'animal';
  return { pose: POSES[(variety >>> 3) % POSES.length]!, expression: isMerry ? 'smile' : FACES[variety % FACES.length]! };
}
