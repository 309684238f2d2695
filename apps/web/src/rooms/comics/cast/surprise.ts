/** A look by chance that could be somebody: what belongs together comes together. The same seed gives the same look. */
import { AGES, BUILDS, FACIAL_HAIR, GENDERS, GLASSES, HAIR_STYLES, HEADWEARS, INKS, OUTFITS, seededRandom, type Character, type HairStyle, type Look, type OutfitSpec } from '@komawari/comic';

export const SKIN_COLOURS = ['#f9e4d4', '#f6d9c3', '#efc9a8', '#e0ac84', '#c98d62', '#8d5a3b'] as const;
export const HAIR_COLOURS = ['#2b2530', '#5b3a29', '#a9713f', '#b5553a', '#e3b766', '#d8dbe2', '#6b5b95', '#2e6f95'] as const;
export const CLOTH_COLOURS = ['#c0392b', '#d98e32', '#e2c391', '#8a9a5b', '#3d8361', '#2e6f95', '#2d3a4f', '#6b5b95', '#b85c7d', '#ececec'] as const;

const BALDING = new Set<HairStyle>(['bald', 'bald-sides', 'buzz']);
const HEIGHT = { child: [0.6, 0.74], teen: [0.9, 1.02], adult: [0.94, 1.1], old: [0.88, 0.98] } as const;

/** What somebody is (being, gender, age) stays: a surprise is another cut, face and wardrobe, no other person. */
export function surpriseLook(look: Look, seed: number): Look {
  const random = seededRandom(`surprise:${seed}`);
  const { age, gender } = look;
  const canBeBald = gender !== 'female' && (age === 'adult' || age === 'old');
  const hair = random.pick(HAIR_STYLES.filter((cut) => canBeBald || !BALDING.has(cut)));
  const [low, high] = HEIGHT[age];
  const isRare = (share: number) => random.next() < share;
  return {
    ...look, hair, hairInk: age === 'old' ? random.pick(['white', 'light', 'tone'] as const) : random.pick(INKS),
    build: random.pick(BUILDS), height: look.being === 'animal' ? look.height : Math.round(random.between(low, high) * 100) / 100,
    face: { shape: random.next(), eyes: random.next(), brows: random.next(), nose: random.next(), mouth: random.next() },
    facialHair: canBeBald && isRare(0.4) ? random.pick(FACIAL_HAIR) : 'none',
    glasses: isRare(0.3) ? random.pick(GLASSES) : 'none',
    headwear: isRare(0.3) ? random.pick(HEADWEARS) : 'none',
    freckles: isRare(0.2), scar: isRare(0.08),
    colours: { skin: look.colours.skin, hair: random.pick(HAIR_COLOURS), top: random.pick(CLOTH_COLOURS), bottom: random.pick(CLOTH_COLOURS), accent: random.pick(CLOTH_COLOURS) },
  };
}

/** Somebody quite new, to begin with. */
export function surprisePerson(seed: number): Pick<Character, 'look'> & { outfit: OutfitSpec } {
  const random = seededRandom(`person:${seed}`);
  const age = random.pick(AGES);
  const gender = random.pick(GENDERS);
  const look: Look = {
    being: 'human', gender, age, build: 'average', height: 1, hair: 'short-crop', hairInk: 'dark', face: { shape: 0.5, eyes: 0.5, brows: 0.5, nose: 0.5, mouth: 0.5 },
    facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false,
    colours: { skin: random.pick(SKIN_COLOURS), hair: HAIR_COLOURS[0], top: CLOTH_COLOURS[5], bottom: CLOTH_COLOURS[6], accent: CLOTH_COLOURS[0] },
  };
  return { look: surpriseLook(look, seed), outfit: surpriseOutfit(seed) };
}

export function surpriseOutfit(seed: number): OutfitSpec {
  const random = seededRandom(`outfit:${seed}`);
  const topInk = random.pick(INKS);
  // Dark over light or light over dark: grey on grey is seldom seen well.
  const bottomInk = random.pick(topInk === 'black' || topInk === 'dark' ? (['white', 'light'] as const) : (['black', 'dark'] as const));
  return { kind: random.pick(OUTFITS.filter((kind) => kind !== 'swimsuit' && kind !== 'spacesuit' && kind !== 'armour')), topInk, bottomInk, pattern: random.pick(['plain', 'plain', 'stripes', 'dots', 'checks', 'emblem'] as const) };
}
