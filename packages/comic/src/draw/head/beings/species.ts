/** What tells the animals apart: head, muzzle, ears, nose, marks. */
type EarKind = 'pointed' | 'round' | 'tall' | 'floppy' | 'tufts' | 'side' | 'none';
type NoseKind = 'button' | 'triangle' | 'snout' | 'nostrils' | 'beak' | 'hook' | 'none';
type Mark = 'stripes' | 'mask' | 'patch' | 'whiskers' | 'mane' | 'horns' | 'cheeks' | 'discs' | 'crest' | 'teeth' | 'scales' | 'heart-face' | 'spines' | 'muzzle' | 'forelock';

export type Species = {
  /** Half width, half height, depth to the front, height of the centre. */
  head: { rx: number; ry: number; front: number; back: number; cy: number };
  muzzle: { y: number; rx: number; ry: number; out: number };
  ear: { kind: EarKind; azimuth: number; elevation: number; size: number; wide: number };
  eye: { x: number; y: number; half: number; height: number; tilt: number };
  nose: { kind: NoseKind; size: number };
  mouth: { y: number; half: number };
  marks: Mark[];
  /** Natural colour for the colour palettes, and how dark the fur is drawn. */
  colour: string;
  fur: 'white' | 'light' | 'tone';
};

type Part = Partial<Omit<Species, 'head' | 'muzzle' | 'ear' | 'eye' | 'nose' | 'mouth'>> & { [K in 'head' | 'muzzle' | 'ear' | 'eye' | 'nose' | 'mouth']?: Partial<Species[K]> };

const BASE: Species = {
  head: { rx: 0.42, ry: 0.38, front: 0.36, back: 0.4, cy: 0.48 },
  muzzle: { y: 0.3, rx: 0.19, ry: 0.14, out: 0.5 },
  ear: { kind: 'pointed', azimuth: 48, elevation: 44, size: 0.36, wide: 24 },
  eye: { x: 0.185, y: 0.52, half: 0.082, height: 0.085, tilt: 0.15 },
  nose: { kind: 'triangle', size: 0.05 },
  mouth: { y: 0.24, half: 0.11 },
  marks: [], colour: '#c9c3ba', fur: 'white',
};

const SPECIES: Record<string, Part> = {
  fox: { head: { rx: 0.41, ry: 0.36 }, muzzle: { rx: 0.14, ry: 0.11, out: 0.64, y: 0.29 }, ear: { size: 0.46, wide: 25 }, eye: { tilt: 0.6, height: 0.07 }, mouth: { half: 0.09 }, marks: ['mask', 'cheeks'], colour: '#e08a3c', fur: 'tone' },
  tanuki: { head: { rx: 0.43, ry: 0.38 }, muzzle: { rx: 0.16, ry: 0.12, out: 0.54, y: 0.29 }, ear: { kind: 'round', azimuth: 56, elevation: 48, size: 0.19 }, nose: { kind: 'button', size: 0.052 }, mouth: { half: 0.09 }, marks: ['mask', 'cheeks', 'whiskers'], colour: '#9b7f60', fur: 'tone' },
  cat: { muzzle: { out: 0.42, rx: 0.17, ry: 0.1 }, ear: { size: 0.34, wide: 27 }, eye: { half: 0.092, height: 0.098, tilt: 0.35 }, nose: { size: 0.034 }, marks: ['whiskers', 'stripes'], colour: '#e9d6b4', fur: 'white' },
  dog: { muzzle: { out: 0.56, rx: 0.18, ry: 0.14 }, ear: { kind: 'floppy', azimuth: 94, elevation: 42, size: 0.5, wide: 24 }, nose: { kind: 'button', size: 0.062 }, marks: ['patch', 'muzzle'], colour: '#d8b98a', fur: 'white' },
  wolf: { head: { rx: 0.42, ry: 0.38 }, muzzle: { rx: 0.16, ry: 0.13, out: 0.66, y: 0.29 }, ear: { size: 0.4, wide: 20 }, eye: { tilt: 0.8, height: 0.06 }, nose: { kind: 'button', size: 0.056 }, marks: ['mask', 'cheeks', 'teeth'], colour: '#8f96a3', fur: 'tone' },
  rabbit: { head: { rx: 0.38, ry: 0.36 }, muzzle: { out: 0.42, rx: 0.14, ry: 0.1 }, ear: { kind: 'tall', azimuth: 34, elevation: 66, size: 0.74, wide: 0.1 }, eye: { half: 0.08, height: 0.1, x: 0.2 }, nose: { size: 0.032 }, mouth: { half: 0.08 }, marks: ['teeth', 'whiskers'], colour: '#f3efe8', fur: 'white' },
  bear: { head: { rx: 0.44, ry: 0.39 }, muzzle: { out: 0.5, rx: 0.19, ry: 0.15, y: 0.31 }, ear: { kind: 'round', azimuth: 62, elevation: 46, size: 0.16 }, eye: { half: 0.055, height: 0.062, x: 0.17 }, nose: { kind: 'button', size: 0.064 }, marks: ['muzzle'], colour: '#9a6a42', fur: 'tone' },
  panda: { head: { rx: 0.45, ry: 0.39 }, muzzle: { out: 0.45, rx: 0.17, ry: 0.13, y: 0.31 }, ear: { kind: 'round', azimuth: 62, elevation: 46, size: 0.16 }, eye: { half: 0.06, height: 0.066 }, nose: { kind: 'button', size: 0.05 }, marks: ['patch'], colour: '#f4f2ee', fur: 'white' },
  mouse: { head: { rx: 0.36, ry: 0.34 }, muzzle: { out: 0.58, rx: 0.12, ry: 0.1, y: 0.32 }, ear: { kind: 'round', azimuth: 66, elevation: 44, size: 0.27 }, eye: { half: 0.06, height: 0.08 }, nose: { kind: 'button', size: 0.042 }, mouth: { half: 0.075 }, marks: ['whiskers', 'teeth'], colour: '#b7b0ab', fur: 'light' },
  tiger: { head: { rx: 0.45, ry: 0.39 }, muzzle: { out: 0.48, rx: 0.2, ry: 0.13 }, ear: { kind: 'round', azimuth: 58, elevation: 46, size: 0.14 }, eye: { tilt: 0.7, height: 0.062 }, nose: { size: 0.056 }, marks: ['stripes', 'mask', 'whiskers', 'cheeks'], colour: '#e99a3a', fur: 'light' },
  lion: { head: { rx: 0.43, ry: 0.39 }, muzzle: { out: 0.5, rx: 0.2, ry: 0.14 }, ear: { kind: 'round', azimuth: 60, elevation: 46, size: 0.13 }, eye: { tilt: 0.6, height: 0.06 }, nose: { size: 0.06 }, marks: ['mane', 'muzzle', 'whiskers'], colour: '#dca85a', fur: 'light' },
  pig: { head: { rx: 0.43, ry: 0.38 }, muzzle: { out: 0.5, rx: 0.14, ry: 0.1, y: 0.38 }, ear: { kind: 'pointed', azimuth: 50, elevation: 46, size: 0.24, wide: 20 }, eye: { half: 0.055, height: 0.062, y: 0.54 }, nose: { kind: 'snout', size: 0.125 }, mouth: { y: 0.2 }, marks: [], colour: '#f3b6b0', fur: 'white' },
  horse: { head: { rx: 0.33, ry: 0.4, cy: 0.56, front: 0.32 }, muzzle: { out: 0.62, rx: 0.19, ry: 0.18, y: 0.17 }, ear: { kind: 'pointed', azimuth: 40, elevation: 62, size: 0.34, wide: 15 }, eye: { x: 0.205, y: 0.6, half: 0.07, height: 0.075 }, nose: { kind: 'nostrils', size: 0.032 }, mouth: { y: 0.09, half: 0.12 }, marks: ['forelock', 'muzzle'], colour: '#a9744a', fur: 'light' },
  cow: { head: { rx: 0.37, ry: 0.39, cy: 0.54 }, muzzle: { out: 0.56, rx: 0.21, ry: 0.15, y: 0.22 }, ear: { kind: 'side', azimuth: 84, elevation: 22, size: 0.28 }, eye: { x: 0.21, y: 0.58 }, nose: { kind: 'nostrils', size: 0.036 }, mouth: { y: 0.13 }, marks: ['horns', 'muzzle', 'patch'], colour: '#e8e0d6', fur: 'white' },
  dragon: { head: { rx: 0.39, ry: 0.36, cy: 0.53 }, muzzle: { out: 0.72, rx: 0.18, ry: 0.14, y: 0.3 }, ear: { kind: 'side', azimuth: 86, elevation: 16, size: 0.3 }, eye: { tilt: 0.95, height: 0.066, y: 0.56 }, nose: { kind: 'nostrils', size: 0.03 }, mouth: { y: 0.21, half: 0.15 }, marks: ['horns', 'scales', 'spines', 'teeth'], colour: '#5fa37a', fur: 'light' },
  frog: { head: { rx: 0.47, ry: 0.32, cy: 0.4 }, muzzle: { out: 0.36, rx: 0.3, ry: 0.14, y: 0.3 }, ear: { kind: 'none' }, eye: { x: 0.24, y: 0.68, half: 0.1, height: 0.105, tilt: 0 }, nose: { kind: 'nostrils', size: 0.016 }, mouth: { y: 0.27, half: 0.27 }, marks: [], colour: '#8cc35a', fur: 'light' },
  monkey: { head: { rx: 0.41, ry: 0.39, cy: 0.5 }, muzzle: { out: 0.46, rx: 0.2, ry: 0.13, y: 0.25 }, ear: { kind: 'side', azimuth: 90, elevation: -4, size: 0.2 }, eye: { x: 0.14, y: 0.5 }, nose: { kind: 'nostrils', size: 0.02 }, mouth: { y: 0.19, half: 0.13 }, marks: ['heart-face', 'crest'], colour: '#9b6b4a', fur: 'tone' },
  owl: { head: { rx: 0.45, ry: 0.4, cy: 0.48 }, muzzle: { out: 0.4, rx: 0.1, ry: 0.1 }, ear: { kind: 'tufts', azimuth: 46, elevation: 44, size: 0.26, wide: 15 }, eye: { x: 0.18, y: 0.53, half: 0.108, height: 0.112, tilt: 0 }, nose: { kind: 'hook', size: 0.09 }, marks: ['discs', 'scales'], colour: '#b08a5e', fur: 'light' },
  bird: { head: { rx: 0.38, ry: 0.37, cy: 0.47 }, muzzle: { out: 0.4, rx: 0.1, ry: 0.1, y: 0.36 }, ear: { kind: 'none' }, eye: { x: 0.17, y: 0.54, half: 0.07, height: 0.084 }, nose: { kind: 'beak', size: 0.12 }, marks: ['crest'], colour: '#7fb2d9', fur: 'white' },
  turtle: { head: { rx: 0.36, ry: 0.35, cy: 0.44, front: 0.4 }, muzzle: { out: 0.46, rx: 0.2, ry: 0.16, y: 0.3 }, ear: { kind: 'none' }, eye: { x: 0.18, y: 0.53, half: 0.076, height: 0.08 }, nose: { kind: 'nostrils', size: 0.013 }, mouth: { y: 0.25, half: 0.17 }, marks: ['scales'], colour: '#8fae6b', fur: 'light' },
};

/** Other nouns fall to the nearest kind. */
const KIN: Record<string, string> = {
  puppy: 'dog', hound: 'dog', kitten: 'cat', bunny: 'rabbit', hare: 'rabbit', rat: 'mouse', hamster: 'mouse', squirrel: 'mouse', hedgehog: 'mouse', mole: 'mouse', badger: 'bear', raccoon: 'tanuki', jackal: 'fox', leopard: 'tiger', panther: 'cat', lynx: 'cat', boar: 'pig', hog: 'pig', donkey: 'horse', pony: 'horse', mule: 'horse', unicorn: 'horse', deer: 'horse', stag: 'horse', zebra: 'horse', camel: 'horse', giraffe: 'horse', ox: 'cow', bull: 'cow', calf: 'cow', goat: 'cow', sheep: 'cow', lamb: 'cow', ram: 'cow', buffalo: 'cow', ape: 'monkey', gorilla: 'monkey', chimpanzee: 'monkey', toad: 'frog', lizard: 'dragon', crocodile: 'dragon', dinosaur: 'dragon', snake: 'turtle', tortoise: 'turtle', fish: 'turtle', whale: 'turtle', seal: 'bear', otter: 'mouse', beaver: 'mouse', koala: 'bear', crow: 'bird', raven: 'bird', sparrow: 'bird', eagle: 'bird', hawk: 'bird', duck: 'bird', goose: 'bird', hen: 'bird', chicken: 'bird', rooster: 'bird', cock: 'bird', swan: 'bird', parrot: 'bird', penguin: 'bird', crane: 'bird', swallow: 'bird', dove: 'bird', pigeon: 'bird', elephant: 'mouse',
};

export function speciesFor(noun: string | undefined): { name: string; species: Species } {
  const key = (noun ?? 'cat').toLowerCase();
  const words = [key, ...key.split(/[^a-z]+/)];
  const name = words.map((w) => (SPECIES[w] ? w : KIN[w])).find((w) => w !== undefined) ?? 'cat';
  const part = SPECIES[name]!;
  return {
    name,
    species: {
      ...BASE, ...part,
      head: { ...BASE.head, ...part.head }, muzzle: { ...BASE.muzzle, ...part.muzzle }, ear: { ...BASE.ear, ...part.ear },
      eye: { ...BASE.eye, ...part.eye }, nose: { ...BASE.nose, ...part.nose }, mouth: { ...BASE.mouth, ...part.mouth },
    },
  };
}
