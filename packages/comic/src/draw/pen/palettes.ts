/** The palette modes: one natural colour goes in, the palette's version of it comes out. */
import type { Ink, PaletteId } from '../../model/kinds.ts';
import { blackAndWhite, type Paints } from './pen.ts';
import type { ToneStep } from './tone.ts';

type Rgb = readonly [number, number, number];

/** How a palette changes a colour. Channels 0..255. */
const GRADE: Record<Exclude<PaletteId, 'black-and-white'>, (colour: Rgb) => Rgb> = {
  vibrant: (c) => saturate(c, 1.25),
  pastel: (c) => mix(saturate(c, 0.8), [255, 255, 255], 0.45),
  monochrome: (c) => grey(c),
  warm: (c) => mix(c, [255, 190, 110], 0.22),
  cool: (c) => mix(c, [120, 175, 230], 0.26),
  earth: (c) => mix(saturate(c, 0.65), [176, 141, 98], 0.22),
  neon: (c) => saturate(mix(c, [150, 40, 255], 0.16), 1.9),
  sepia: (c) => ramp(c, [58, 38, 24], [246, 232, 205]),
  sunset: (c) => mix(c, ramp(c, [84, 38, 92], [255, 206, 140]), 0.45),
};

const LINE: Partial<Record<PaletteId, string>> = { sepia: '#2f1d12', pastel: '#3a3340', warm: '#2b1a14', cool: '#131c2b', earth: '#2a2018', neon: '#12081f', sunset: '#2b1230' };
const PAPER: Partial<Record<PaletteId, string>> = { sepia: '#f8efdc', warm: '#fffaf2', earth: '#fbf7ee', pastel: '#fffdfb' };
/** Greys for tones and inks without a colour of their own. */
const TONE_GREY: Record<ToneStep, number> = { 10: 238, 20: 222, 30: 204, 40: 184, 55: 150, 70: 104 };
const INK_GREY: Record<Ink, number> = { black: 44, dark: 92, tone: 160, light: 212, white: 250 };
/** A black garment stays dark whatever its colour; a white one light. */
const INK_MIX: Record<Ink, readonly [Rgb, number]> = { black: [[28, 26, 34], 0.62], dark: [[40, 36, 44], 0.38], tone: [[128, 128, 128], 0.04], light: [[255, 255, 255], 0.34], white: [[255, 255, 255], 0.72] };

export function paintsFor(palette: PaletteId): Paints {
  if (palette === 'black-and-white') return blackAndWhite();
  const grade = GRADE[palette];
  const paint = (colour: Rgb): string => toHex(grade(colour));
  const level = (value: number): Rgb => [value, value, value];
  return {
    id: palette,
    isColour: true,
    tone: (step, colour) => paint(colour === undefined ? level(TONE_GREY[step]) : parseHex(colour)),
    ink: (ink, colour) => {
      if (colour === undefined) return paint(level(INK_GREY[ink]));
      const [towards, amount] = INK_MIX[ink];
      return paint(mix(parseHex(colour), towards, amount));
    },
    line: LINE[palette] ?? '#15121a',
    paper: PAPER[palette] ?? '#ffffff',
    skin: (colour) => paint(parseHex(colour ?? '#f3d2b8')),
  };
}

/** Reads `#rrggbb` or `#rgb`; anything else is a mid grey, since looks may come from an imported bundle. */
export function parseHex(hex: string): Rgb {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/iu.exec(hex);
  const full = short ? `#${short[1]!.repeat(2)}${short[2]!.repeat(2)}${short[3]!.repeat(2)}` : hex;
  const match = /^#([0-9a-f]{6})$/iu.exec(full);
  if (!match) return [128, 128, 128];
  const value = Number.parseInt(match[1]!, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((channel) => Math.max(0, Math.min(255, Math.round(channel))).toString(16).padStart(2, '0')).join('')}`;
}

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** Luma of Rec. 601. */
function luma(c: Rgb): number {
  return 0.299 * c[0] + 0.587 * c[1] + 0.114 * c[2];
}

function grey(c: Rgb): Rgb {
  const y = luma(c);
  return [y, y, y];
}

function saturate(c: Rgb, factor: number): Rgb {
  return mix(grey(c), c, factor);
}

function ramp(c: Rgb, dark: Rgb, light: Rgb): Rgb {
  return mix(dark, light, luma(c) / 255);
}
