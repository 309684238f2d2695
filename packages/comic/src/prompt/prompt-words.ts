/** How the vocabularies of a book are said to a model of pictures. Most of their words are plain English already. */
import type { Character, OutfitSpec, PanelCharacter, Style } from '../model/book.ts';
import type { Facing, Ink, PaletteId, Shot } from '../model/kinds.ts';

/** `side-part` is said `side part`. */
export function plain(word: string): string {
  return word.replaceAll('-', ' ');
}

export const SHOT_WORDS: Record<Shot, string> = {
  'extreme-close-up': 'extreme close-up: eyes or mouth fill the picture',
  'close-up': 'close-up: head and shoulders',
  bust: 'bust shot: down to the chest',
  medium: 'medium shot: down to the waist',
  cowboy: 'medium full shot: down to the thighs',
  full: 'full shot: whole figures from head to foot',
  wide: 'wide shot: whole figures in their place',
  establishing: 'establishing shot: the place, seen from afar; people tiny or absent',
  'over-shoulder': 'over-the-shoulder shot: one person from behind in front, the other facing us',
  'low-angle': 'low angle: seen from below',
  'birds-eye': "bird's-eye view: seen from above",
  insert: 'insert: a thing or a hand fills the picture',
};

export const PALETTE_WORDS: Record<PaletteId, string> = {
  'black-and-white': 'pure black ink on white paper with grey screentone, no colour',
  vibrant: 'vibrant, saturated colours',
  pastel: 'soft pastel colours',
  monochrome: 'one hue in many shades',
  warm: 'a warm palette of reds, oranges and browns',
  cool: 'a cool palette of blues and greens',
  earth: 'earth colours',
  neon: 'neon colours on dark grounds',
  sepia: 'sepia tones',
  sunset: 'the oranges, pinks and violets of a sunset',
};

const FACING_WORDS: Record<Facing, string> = {
  front: 'facing us', left: 'turned three quarters to the left', right: 'turned three quarters to the right', 'left-profile': 'in profile to the left', 'right-profile': 'in profile to the right', back: 'seen from behind',
};

const INK_WORDS: Record<Ink, string> = { black: 'black', dark: 'dark', tone: 'grey', light: 'light', white: 'white' };

/** Named colours, enough to tell clothes and hair apart. */
const COLOURS: readonly (readonly [string, number, number, number])[] = [
  ['black', 20, 20, 20], ['white', 245, 245, 245], ['grey', 128, 128, 128], ['silver', 205, 208, 215], ['red', 192, 40, 40], ['dark red', 120, 25, 30], ['orange', 225, 130, 40], ['yellow', 235, 205, 70], ['cream', 240, 225, 190],
  ['olive', 130, 140, 80], ['green', 60, 130, 90], ['dark green', 30, 75, 50], ['teal', 50, 130, 135], ['sky blue', 130, 180, 220], ['blue', 50, 90, 170], ['navy', 40, 55, 85], ['slate', 80, 105, 120], ['purple', 120, 70, 150],
  ['pink', 230, 150, 170], ['brown', 110, 70, 45], ['dark brown', 55, 40, 32], ['light brown', 170, 115, 65], ['sand', 215, 190, 150],
];

/** Of `#rrggbb`. */
export function colourName(hex: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];
  const far = ([, r2, g2, b2]: (typeof COLOURS)[number]) => (r - r2) ** 2 + (g - g2) ** 2 + (b - b2) ** 2;
  return COLOURS.reduce((best, one) => (far(one) < far(best) ? one : best))[0];
}

/** Who somebody is, and looks like: `girl, slim, long straight black hair, round glasses, wearing …`. */
export function lookWords({ look }: Pick<Character, 'look'>, outfit: OutfitSpec, style: Style): string {
  const isColour = style.palette !== 'black-and-white' && style.palette !== 'monochrome' && style.palette !== 'sepia';
  const ink = (of: Ink, colour: string) => (isColour ? colourName(colour) : INK_WORDS[of]);
  return [
    beingWords(look), look.build === 'average' ? undefined : look.build,
    look.hair === 'bald' ? 'bald' : `${ink(look.hairInk, look.colours.hair)} hair, ${plain(look.hair)}`,
    look.facialHair === 'none' ? undefined : plain(look.facialHair), look.glasses === 'none' ? undefined : glassesWords(look.glasses),
    look.headwear === 'none' ? undefined : plain(look.headwear), look.freckles ? 'freckles' : undefined, look.scar ? 'a scar' : undefined,
    `wearing ${ink(outfit.topInk, look.colours.top)} ${plain(outfit.kind)}${outfit.pattern === 'plain' ? '' : ` with ${outfit.pattern}`}, below ${ink(outfit.bottomInk, look.colours.bottom)}`,
  ].filter((part) => part !== undefined).join(', ');
}

function glassesWords(glasses: Character['look']['glasses']): string {
  return glasses === 'sunglasses' || glasses === 'eyepatch' ? glasses : `${glasses} glasses`;
}

const PERSON = {
  child: { female: 'girl', male: 'boy', neutral: 'child' },
  teen: { female: 'teenage girl', male: 'teenage boy', neutral: 'teenager' },
  adult: { female: 'woman', male: 'man', neutral: 'adult' },
  old: { female: 'old woman', male: 'old man', neutral: 'old person' },
} as const;

function beingWords({ being, age, gender, animal }: Character['look']): string {
  if (being === 'human') return PERSON[age][gender];
  if (being === 'animal') return `${animal ?? 'animal'} that speaks`;
  return being === 'ghost' ? `ghost of a ${PERSON[age][gender]}` : being;
}

/** What somebody does in a panel: `on the left, kneel, sad, facing us, holding a letter`. */
export function deedWords(person: PanelCharacter): string {
  return [
    sideWords(person), plain(person.pose), person.gesture === undefined || person.gesture === person.pose ? undefined : plain(person.gesture),
    person.expression === 'neutral' ? 'calm face' : `${plain(person.expression)} expression`, FACING_WORDS[person.facing],
    person.holds === undefined ? undefined : `holding: ${person.holds}`,
  ].filter((part) => part !== undefined).join(', ');
}

function sideWords({ x, depth }: PanelCharacter): string {
  const side = x < 0.36 ? 'on the left' : x > 0.64 ? 'on the right' : 'in the middle';
  return depth > 0.5 ? `${side}, far back` : side;
}
