/** Every choice that is shown as a picture: its values, and what the artist draws for each. */
import {
  ARTS, AGES, BEINGS, BUILDS, CHARACTER_STYLES, COMPOSITIONS, DAY_TIMES, EFFECTS, EXPRESSIONS, FACIAL_HAIR, FACINGS, GLASSES, HAIR_STYLES, HEADWEARS, LINE_STYLES, OUTFITS, PALETTES, PLACES, POSES, PRESETS, SEASONS, SHOTS, STYLE_MOODS, WEATHERS,
} from '@komawari/comic';
import { styleFor } from '@komawari/comic/draw';
import { BEN, type Person, type PictureWish } from './one-panel.ts';

export type DrawnChoice = {
  kind: string;
  values: readonly string[];
  /** Pixels of the picture: twice what a card shows. */
  width: number;
  height: number;
  wish: (value: never) => Omit<PictureWish, 'width' | 'height'>;
  /** How many u the picture's width stands for: more draws everything smaller and thinner. */
  widthU: number;
};

const choice = <V extends string>(kind: string, values: readonly V[], size: { width: number; height: number; widthU: number }, wish: (value: V) => Omit<PictureWish, 'width' | 'height'>): DrawnChoice => ({ kind, values, ...size, wish });

const HEAD = { width: 208, height: 208, widthU: 330 };
const BODY = { width: 192, height: 256, widthU: 330 };
const VIEW = { width: 240, height: 180, widthU: 560 };

const head = (person: Person): Omit<PictureWish, 'width' | 'height'> => ({ panel: { shot: 'close-up', effects: ['white-background'] }, people: [{ facing: 'left', x: 0.5, ...person }] });
/** With room above the head. */
const crown = (person: Person): Omit<PictureWish, 'width' | 'height'> => ({ panel: { shot: 'bust', effects: ['white-background'] }, people: [{ facing: 'left', x: 0.5, ...person }] });
const body = (person: Person): Omit<PictureWish, 'width' | 'height'> => ({ panel: { shot: 'full', effects: ['white-background'] }, people: [{ facing: 'right', x: 0.5, ...person }] });
/** Two friends on a bench by the river: faces, clothes, ground and far things in one picture. */
const STYLE_SCENE: Omit<PictureWish, 'width' | 'height'> = {
  place: 'park', scene: { time: 'day' }, panel: { shot: 'medium' },
  people: [{ pose: 'explain', expression: 'laugh', facing: 'right', x: 0.33 }, { pose: 'think', expression: 'smile', facing: 'left', x: 0.7, look: BEN, outfit: { kind: 'jacket' } }],
};
const style = (axes: NonNullable<PictureWish['style']>): Omit<PictureWish, 'width' | 'height'> => ({ ...STYLE_SCENE, style: axes });
/** What framing means is only seen where people and place both have room to change. */
const FRAMED: Record<(typeof COMPOSITIONS)[number], Partial<Omit<PictureWish, 'width' | 'height'>>> = {
  none: {}, 'close-up': { panel: { shot: 'close-up' } }, wide: { panel: { shot: 'wide' } }, action: { panel: { shot: 'full', tilt: 6, effects: ['speed-lines'] }, people: [{ pose: 'run', expression: 'determined', facing: 'right', x: 0.5 }] },
  portrait: { panel: { shot: 'bust' }, people: [{ expression: 'smile', facing: 'left', x: 0.5 }] }, landscape: { place: 'mountain', panel: { shot: 'establishing' } }, 'dynamic-angle': { panel: { shot: 'low-angle', tilt: 8 } },
  centred: { people: [{ expression: 'neutral', pose: 'stand', facing: 'front', x: 0.5 }] }, thirds: { people: [{ expression: 'neutral', pose: 'look-up', facing: 'right', x: 0.3 }], panel: { shot: 'cowboy' } },
  dramatic: { panel: { shot: 'low-angle', effects: ['screentone-gradient'] }, people: [{ expression: 'determined', pose: 'stand-hands-hips', facing: 'left', x: 0.5 }] },
};

export const DRAWN_CHOICES: readonly DrawnChoice[] = [
  choice('palette', PALETTES, VIEW, (palette) => style({ palette })),
  choice('preset', PRESETS, VIEW, (preset) => style(styleFor({ preset }))),
  choice('art', ARTS, VIEW, (art) => style({ art, palette: art === 'watercolour' || art === 'oil' || art === 'digital' ? 'vibrant' : 'black-and-white' })),
  choice('mood', STYLE_MOODS, VIEW, (mood) => style({ mood })),
  choice('character', CHARACTER_STYLES, VIEW, (character) => style({ character })),
  choice('line', LINE_STYLES, VIEW, (line) => style({ line })),
  choice('composition', COMPOSITIONS, VIEW, (composition) => ({ ...STYLE_SCENE, style: { composition }, ...FRAMED[composition] })),

  choice('shot', SHOTS, VIEW, (shot) => ({
    place: 'street', panel: { shot, ...(shot === 'insert' ? { props: [{ noun: 'letter' }] } : {}) },
    people: [{ expression: 'smile', pose: 'walk', facing: 'right', x: 0.4, ...(shot === 'insert' ? { holds: 'letter' } : {}) }, ...(shot === 'over-shoulder' ? [{ expression: 'neutral' as const, facing: 'left' as const, x: 0.75, look: BEN }] : [])],
  })),
  choice('angle', ['level', 'leans-left', 'leans-right', 'from-below', 'from-above'] as const, VIEW, (angle) => ({
    place: 'rooftop', panel: { shot: angle === 'from-below' ? 'low-angle' : angle === 'from-above' ? 'birds-eye' : 'cowboy', tilt: angle === 'leans-left' ? -12 : angle === 'leans-right' ? 12 : 0 },
    people: [{ pose: 'stand-hands-hips', expression: 'determined', facing: 'right', x: 0.45 }],
  })),
  choice('expression', EXPRESSIONS, HEAD, (expression) => head({ expression })),
  choice('facing', FACINGS, HEAD, (facing) => ({ panel: { shot: 'bust', effects: ['white-background'] }, people: [{ facing, x: 0.5 }] })),
  choice('pose', POSES, BODY, (pose) => body({ pose })),
  choice('hair', HAIR_STYLES, HEAD, (hair) => crown({ look: { hair } })),
  choice('headwear', HEADWEARS, HEAD, (headwear) => crown({ look: { headwear, hair: 'shoulder', hairInk: 'tone' } })),
  choice('glasses', GLASSES, HEAD, (glasses) => head({ look: { glasses } })),
  choice('facial-hair', FACIAL_HAIR, HEAD, (facialHair) => head({ look: { ...BEN, age: 'adult', hair: 'side-part', hairInk: 'black', facialHair } })),
  choice('outfit', OUTFITS, BODY, (kind) => body({ pose: 'stand-relaxed', outfit: { kind, topInk: 'tone', bottomInk: 'dark' } })),
  choice('being', BEINGS, HEAD, (being) => ({ panel: { shot: 'bust', effects: ['white-background'] }, people: [{ facing: 'left', x: 0.5, expression: 'smile', look: { being, ...(being === 'animal' ? { animal: 'fox' } : {}) } }] })),
  choice('age', AGES, BODY, (age) => body({ pose: 'stand-relaxed', look: { age, height: { child: 0.64, teen: 0.95, adult: 1, old: 0.95 }[age], hair: age === 'old' ? 'bun' : 'bob-fringe', hairInk: age === 'old' ? 'white' : 'black' } })),
  choice('build', BUILDS, BODY, (build) => body({ pose: 'stand-relaxed', look: { build } })),

  choice('place', PLACES, VIEW, (place) => ({ place, era: ERAS[place] ?? 'modern', panel: { shot: 'establishing' } })),
  choice('time', DAY_TIMES, VIEW, (time) => ({ place: 'park', scene: { time }, panel: { shot: 'establishing' } })),
  choice('weather', WEATHERS, VIEW, (weather) => ({ place: 'street', scene: { weather, season: weather === 'snow' ? 'winter' : 'summer' }, panel: { shot: 'establishing' } })),
  choice('season', SEASONS, VIEW, (season) => ({ place: 'park', scene: { season, weather: season === 'winter' ? 'snow' : 'clear' }, panel: { shot: 'wide' } })),
  choice('effect', EFFECTS, VIEW, (effect) => ({ place: 'street', panel: { shot: 'bust', effects: [effect] }, people: [{ facing: 'right', x: 0.5, expression: MEANT[effect] ?? 'neutral' }] })),
];

const ERAS: Partial<Record<(typeof PLACES)[number], PictureWish['era']>> = {
  village: 'past', 'temple-hall': 'past', castle: 'past', 'throne-room': 'past', palace: 'past', courtyard: 'past', inn: 'past', dungeon: 'fantasy', battlefield: 'past', ruins: 'fantasy', 'old-town': 'past', space: 'future', spaceship: 'future', 'future-city': 'future',
};
const MEANT: Partial<Record<(typeof EFFECTS)[number], Person['expression']>> = {
  'speed-lines': 'determined', 'focus-lines': 'shocked', 'impact-flash': 'surprised', flowers: 'smile', sparkle: 'laugh', 'gloom-lines': 'sad', sweat: 'worried', 'anger-mark': 'angry', question: 'thinking', exclaim: 'surprised', tremble: 'afraid', lightning: 'shocked', hearts: 'loving', 'motion-blur': 'determined', 'black-background': 'determined',
};
