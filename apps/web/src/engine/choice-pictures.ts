/** Addresses of the pictures of choices: drawn by the built-in artist when the app is built, fetched when shown. */
import type {
  Age, Art, Being, Build, CharacterStyle, CompositionStyle, DayTime, Direction, Effect, Expression, FacialHair, Facing, FormatId, Glasses, HairStyle, Headwear, LineKind, LineStyle, Outfit, PaletteId, PlaceKind, Pose, PresetId, Season, Shot, StyleMood, Weather,
} from '@komawari/comic';

/** Kind of choice -> its values. Names of page templates are those of the engine. */
export type PicturedChoices = {
  format: FormatId; direction: Direction | 'auto'; template: string; 'line-kind': LineKind;
  preset: PresetId; palette: PaletteId; art: Art; mood: StyleMood; character: CharacterStyle; line: LineStyle; composition: CompositionStyle;
  shot: Shot; angle: 'level' | 'leans-left' | 'leans-right' | 'from-below' | 'from-above'; effect: Effect;
  expression: Expression; facing: Facing; pose: Pose; hair: HairStyle; headwear: Headwear; glasses: Glasses; 'facial-hair': FacialHair; outfit: Outfit; being: Being; age: Age; build: Build;
  place: PlaceKind; time: DayTime; weather: Weather; season: Season;
};
export type PicturedKind = keyof PicturedChoices;

/** CSS pixels at which a kind's pictures are shown sharply on any screen; they may be shown smaller. */
export const PICTURE_SIZES = { head: { width: 104, height: 104 }, body: { width: 96, height: 128 }, view: { width: 120, height: 90 }, page: { width: 72, height: 96 }, sign: { width: 96, height: 96 } } as const;

const HEADS = new Set<PicturedKind>(['expression', 'facing', 'hair', 'headwear', 'glasses', 'facial-hair', 'being']);
const BODIES = new Set<PicturedKind>(['pose', 'outfit', 'age', 'build']);
const VECTORS: ReadonlyMap<PicturedKind, keyof typeof PICTURE_SIZES> = new Map([['format', 'page'], ['template', 'page'], ['direction', 'sign'], ['line-kind', 'sign']]);

/** The address of a choice's picture; its name holds a hash, so it is kept for ever. */
export function pictureOf<K extends PicturedKind>(kind: K, value: PicturedChoices[K]): string {
  const folder: string = import.meta.env.KOMA_CHOICES ?? '/choices/';
  return `${folder}${kind}/${value}.${VECTORS.has(kind) ? 'svg' : 'webp'}`;
}

/** Width and height to give the `img`, so that nothing jumps when it comes. */
export function pictureSizeOf(kind: PicturedKind): { width: number; height: number } {
  return PICTURE_SIZES[VECTORS.get(kind) ?? (HEADS.has(kind) ? 'head' : BODIES.has(kind) ? 'body' : 'view')];
}
