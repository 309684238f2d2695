/** What stands behind the people, panel by panel: a place in each panel would make the page grey. */
import type { Book, Panel, Scene } from '../model/book.ts';
import type { Effect, Expression, Shot } from '../model/kinds.ts';
import { seededRandom, type Random } from '../model/random.ts';

const NEAR = new Set<Shot>(['extreme-close-up', 'close-up', 'bust', 'medium']);
const HIDING = new Set<Effect>(['focus-lines', 'impact-flash', 'gloom-lines', 'screentone-gradient', 'black-background', 'white-background', 'flowers']);
const GRIM = new Set<Expression>(['afraid', 'terrified', 'shocked', 'pained']);
const LOW = new Set<Expression>(['sad', 'cry', 'worried', 'tired', 'suspicious']);
const TENDER = new Set<Expression>(['loving', 'embarrassed', 'pleading']);
const GLAD = new Set<Expression>(['laugh', 'grin', 'smile']);
/** Panels without their place in a row, at most. */
const MOST_IN_A_ROW = 2;

/** Gives near shots plain, toned or decorated grounds and blackens far figures where the mood asks for it. */
export function planBackgrounds(book: Book): Book {
  const rhythm = { sinceBlack: BLACK_APART };
  for (const scene of book.chapters.flatMap((chapter) => chapter.scenes)) planScene(scene, rhythm, seededRandom(`${book.seed}:${scene.id}:ground`));
  return book;
}

/** Panels between two silhouettes, at least. */
const BLACK_APART = 9;

function planScene(scene: Scene, rhythm: { sinceBlack: number }, random: Random): void {
  let bare = 0;
  scene.panels.forEach((panel, i) => {
    rhythm.sinceBlack++;
    const isHidden = panel.effects.some((effect) => HIDING.has(effect));
    if (isHidden || panel.shot === 'insert') {
      bare++;
      return;
    }
    const isFree = i > 0 && NEAR.has(panel.shot) && panel.characters.length > 0 && bare < MOST_IN_A_ROW;
    const share = panel.shot === 'medium' ? 0.35 : panel.shot === 'bust' ? 0.55 : 0.8;
    if (isFree && random.chance(share)) {
      panel.effects = [groundFor(panel, scene, random), ...panel.effects].slice(0, 2);
      bare++;
      return;
    }
    bare = 0;
    const isBlack = rhythm.sinceBlack > BLACK_APART && isBlackened(panel, scene, i);
    if (isBlack) rhythm.sinceBlack = 0;
    if (isBlack) panel.effects = ['silhouette', ...panel.effects].slice(0, 2) as Effect[];
  });
}

function groundFor(panel: Panel, scene: Scene, random: Random): Effect {
  const faces = panel.characters.map((person) => person.expression);
  const isNight = scene.time === 'night' || scene.mood === 'dark';
  if (faces.some((face) => GRIM.has(face))) return isNight ? 'black-background' : random.pick(['gloom-lines', 'screentone-gradient'] as const);
  if (faces.some((face) => LOW.has(face))) return isNight ? random.pick(['black-background', 'screentone-gradient'] as const) : 'screentone-gradient';
  if (faces.some((face) => TENDER.has(face)) && (scene.mood === 'romantic' || faces.includes('loving'))) return 'flowers';
  if (isNight) return random.pick(['black-background', 'screentone-gradient'] as const);
  if (faces.every((face) => GLAD.has(face))) return random.pick(['white-background', 'white-background', 'screentone-gradient'] as const);
  return random.pick(['white-background', 'white-background', 'white-background', 'screentone-gradient'] as const);
}

/** Small figures against a low sun, or somebody alone at the end of a sad scene. Never who speaks here. */
function isBlackened(panel: Panel, scene: Scene, index: number): boolean {
  const isFar = panel.shot === 'wide' || panel.shot === 'establishing';
  if (!isFar || panel.importance > 5 || panel.characters.length === 0 || panel.lines
    .some((line) => line.kind !== 'narration' && line.kind !== 'sfx')) return false;
  const isLast = index === scene.panels.length - 1;
  const isLow = scene.time === 'dusk' || scene.time === 'dawn';
  return isLow || (isLast && index > 1 && (scene.mood === 'sad' || scene.mood === 'mysterious' || scene.mood === 'romantic'));
}
