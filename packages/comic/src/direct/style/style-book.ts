/**
 * Lets the style of a book lean on its camera: a share of the panels gets a shot, a tilt or a ground that the
 * composition or mood likes. What the story tells stays seen: deeds keep their bodies, touching hands their
 * shots, openings their place; no shot comes three times in a row.
 */
import type { Book, Panel, Scene, Style } from '../../model/book.ts';
import type { CompositionStyle, Effect, Pose, Shot, StyleMood } from '../../model/kinds.ts';
import { seededRandom, type Random } from '../../model/random.ts';

type Bias = { shots?: readonly Shot[]; share?: number; /** Largest roll of the camera, degrees, and the share of panels that get one; 0 keeps it level. */ tilt?: readonly [number, number]; ground?: readonly [Effect, number] };

const BY_COMPOSITION: Record<CompositionStyle, Bias | undefined> = {
  none: undefined,
  'close-up': { shots: ['close-up', 'bust', 'extreme-close-up'], share: 0.65 },
  wide: { shots: ['wide', 'full', 'establishing'], share: 0.6, tilt: [0, 0] },
  action: { shots: ['low-angle', 'full', 'cowboy'], share: 0.55, tilt: [8, 0.4] },
  portrait: { shots: ['bust', 'close-up', 'medium'], share: 0.65, tilt: [0, 0] },
  landscape: { shots: ['establishing', 'wide'], share: 0.6, tilt: [0, 0] },
  'dynamic-angle': { shots: ['low-angle', 'birds-eye', 'over-shoulder'], share: 0.55, tilt: [11, 0.55] },
  centred: { tilt: [0, 0] },
  thirds: {},
  dramatic: { shots: ['low-angle', 'extreme-close-up', 'wide'], share: 0.55, tilt: [9, 0.35] },
};

const BY_MOOD: Record<StyleMood, Bias | undefined> = {
  none: undefined,
  happy: { shots: ['medium', 'bust'], share: 0.15, tilt: [0, 0] },
  sad: { shots: ['wide', 'close-up', 'birds-eye'], share: 0.25, ground: ['screentone-gradient', 0.5] },
  mysterious: { shots: ['over-shoulder', 'low-angle', 'wide'], share: 0.3, ground: ['black-background', 0.35] },
  adventurous: { shots: ['low-angle', 'wide', 'full'], share: 0.35 },
  romantic: { shots: ['close-up', 'bust'], share: 0.35, tilt: [0, 0], ground: ['flowers', 0.4] },
  dark: { shots: ['close-up', 'low-angle'], share: 0.3, ground: ['black-background', 0.8] },
  peaceful: { shots: ['wide', 'full'], share: 0.35, tilt: [0, 0], ground: ['white-background', 0.7] },
  energetic: { shots: ['low-angle', 'full', 'close-up'], share: 0.35, tilt: [8, 0.45] },
  nostalgic: { shots: ['wide', 'medium'], share: 0.25, tilt: [0, 0] },
  dramatic: { shots: ['low-angle', 'extreme-close-up'], share: 0.35, tilt: [8, 0.4], ground: ['black-background', 0.4] },
};

const NEAR = new Set<Shot>(['extreme-close-up', 'close-up', 'bust', 'medium', 'over-shoulder']);
const FAR = new Set<Shot>(['wide', 'establishing', 'birds-eye']);
const FACE_TELLS = new Set<Pose>(['stand', 'stand-relaxed', 'stand-hands-hips', 'arms-crossed', 'hands-in-pockets', 'sit-chair', 'lean', 'think', 'shrug', 'explain', 'hand-on-chest', 'fists', 'look-up', 'look-back', 'startle', 'scratch-head', 'cover-mouth', 'cheer']);
const LIES = new Set<Pose>(['lie', 'sleep', 'lie-front']);
/** Grounds that stand for no fact of the story. */
const GROUNDS = new Set<Effect>(['white-background', 'screentone-gradient', 'black-background', 'flowers']);
const HIDES_PLACE = new Set<Effect>([...GROUNDS, 'focus-lines', 'impact-flash', 'gloom-lines']);

/** Changes the panels of a new book in place and returns it. A style without wishes changes nothing. */
export function styleBook(book: Book, style: Style): Book {
  book.style = style;
  const biases = [BY_COMPOSITION[style.composition], BY_MOOD[style.mood]].filter((bias) => bias !== undefined);
  if (biases.length === 0 && style.character !== 'dynamic-pose') return book;
  const recent: Shot[] = [];
  for (const scene of book.chapters.flatMap((chapter) => chapter.scenes)) {
    for (const panel of scene.panels) {
      const random = seededRandom(`${book.seed}:${panel.id}:style`);
      if (!panel.isLocked) for (const bias of biases) lean(panel, scene, { bias, recent, random });
      if (!panel.isLocked && style.character === 'dynamic-pose') liven(panel, random);
      recent.push(panel.shot);
    }
  }
  return book;
}

function lean(panel: Panel, scene: Scene, { bias, recent, random }: { bias: Bias; recent: readonly Shot[]; random: Random }): void {
  const isDue = random.chance(bias.share ?? 0);
  const [most, share] = bias.tilt ?? [0, -1];
  const isTilted = random.chance(share);
  const roll = (random.chance(0.5) ? 1 : -1) * Math.round(most * random.between(0.55, 1));
  const isGround = random.chance(bias.ground?.[1] ?? 0);
  if (share === 0) panel.tilt = 0;
  if (panel.opensScene || panel.shot === 'insert' || panel.characters.length === 0) return;
  const first = random.integer(0, 2);
  const wished = bias.shots ?? [];
  const fitting = wished.map((_, i) => wished[(i + first) % wished.length]!).find((shot) => suits(panel, shot) && !(shot === recent.at(-1) && shot === recent.at(-2)));
  if (isDue && fitting && fitting !== panel.shot) turnTo(panel, fitting);
  if (isTilted && !FAR.has(panel.shot)) panel.tilt = roll;
  const ground = panel.effects.find((effect) => GROUNDS.has(effect));
  if (isGround && bias.ground && ground && bias.ground[0] !== ground && (bias.ground[0] !== 'flowers' || scene.mood !== 'dark')) panel.effects = panel.effects.map((effect) => (effect === ground ? bias.ground![0] : effect));
}

/** Whether the shot still shows what happens. */
function suits(panel: Panel, shot: Shot): boolean {
  const people = panel.characters;
  if (NEAR.has(shot) && !people.every((person) => FACE_TELLS.has(person.pose) && person.contact === undefined && person.holds === undefined)) return false;
  if (shot === 'extreme-close-up' && people.length > 1) return false;
  if (shot === 'over-shoulder' && people.length !== 2) return false;
  if (shot === 'low-angle' && people.some((person) => LIES.has(person.pose))) return false;
  // Small figures cannot carry much talk.
  return !FAR.has(shot) || panel.lines.filter((line) => line.kind !== 'narration').length < 3;
}

function turnTo(panel: Panel, shot: Shot): void {
  panel.shot = shot;
  if (FAR.has(shot)) panel.effects = panel.effects.filter((effect) => !HIDES_PLACE.has(effect));
  else panel.effects = panel.effects.filter((effect) => effect !== 'silhouette');
}

const LIVELY: readonly Pose[] = ['explain', 'stand-hands-hips', 'fists', 'hand-on-chest'];

/** Who only stands there stands with a will; who does something keeps doing it. */
function liven(panel: Panel, random: Random): void {
  for (const person of panel.characters) {
    if ((person.pose !== 'stand' && person.pose !== 'stand-relaxed') || person.contact || person.holds || person.gesture) continue;
    const isCross = person.expression === 'angry' || person.expression === 'furious' || person.expression === 'determined';
    const isGlad = person.expression === 'laugh' || person.expression === 'grin';
    person.pose = isCross ? 'fists' : isGlad ? 'cheer' : random.pick(LIVELY);
  }
}
