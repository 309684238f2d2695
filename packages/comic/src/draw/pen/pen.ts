/**
 * The pen: ink weights, paints and the few SVG shapes every artist of the storyboard draws with.
 * All coordinates are page units (u) of the picture, origin at its top left corner.
 */
import type { Ink, PaletteId } from '../../model/kinds.ts';
import type { Random } from '../../model/random.ts';
import { num } from './path.ts';
import { toneId, type ToneStep } from './tone.ts';

/** What is painted; in black-and-white each role has an ink or tone, in colour a colour. */
export type Paints = {
  id: PaletteId;
  isColour: boolean;
  /** A flat tone in black-and-white; in colour `colour`, or a shade of the palette when absent. */
  tone(step: ToneStep, colour?: string): string;
  /** Hair, cloth: `black` to `white`; in colour the given colour, or a grey of the palette. */
  ink(ink: Ink, colour?: string): string;
  /** The line colour: black, or the palette's dark. */
  line: string;
  /** Paper: white, or the palette's light. */
  paper: string;
  skin(colour?: string): string;
  /** Plain colour for gradients where tones are patterns: percent of ink in ink books, else the colour given. */
  flat?(percent: number, colour?: string): string;
  /** Fill attributes of a shadow over a garment, where it is no tone. */
  shade?(percent: number): string;
  /** Graded tones are ruled lines instead of dots. */
  isRuled?: boolean;
};

export type Pen = {
  paints: Paints;
  /**
   * Line weights in u, the same on the page at every shot: a head in close-up and a figure far away
   * are inked with the same pen. `outline` 3.4 round people and things near, `detail` 2.2 inside them,
   * `fine` 1.3 for far things, hatching and folds.
   */
  weight: { outline: number; detail: number; fine: number };
  random: Random;
  /** Folds and shading of clothes: 0 none, 1 few, 2 or absent as usual, 3 many. */
  folds?: 0 | 1 | 2 | 3;
};

const TONE_OF_INK: Record<Ink, ToneStep | 'black' | 'white'> = { black: 'black', dark: 70, tone: 40, light: 20, white: 'white' };

export function blackAndWhite(): Paints {
  const tone = (step: ToneStep): string => `url(#${toneId(step)})`;
  return {
    id: 'black-and-white',
    isColour: false,
    tone,
    ink: (ink) => {
      const step = TONE_OF_INK[ink];
      return step === 'black' ? '#000' : step === 'white' ? '#fff' : tone(step);
    },
    line: '#000',
    paper: '#fff',
    skin: () => '#fff',
  };
}

export function makePen(paints: Paints, random: Random): Pen {
  return { paints, random, weight: { outline: 3.4, detail: 2.2, fine: 1.3 } };
}

/** A filled and inked shape; `weight` 0 leaves the outline away. */
export function shape(pen: Pen, d: string, fill: string, weight: number): string {
  const stroke = weight > 0 ? ` stroke="${pen.paints.line}" stroke-width="${num(weight)}" stroke-linejoin="round" stroke-linecap="round"` : '';
  return `<path d="${d}" fill="${fill}"${stroke}/>`;
}

/** An inked line without filling. */
export function line(pen: Pen, d: string, weight: number, colour?: string): string {
  return `<path d="${d}" fill="none" stroke="${colour ?? pen.paints.line}" stroke-width="${num(weight)}" stroke-linejoin="round" stroke-linecap="round"/>`;
}

/** A white (paper) contour behind a drawing, so that it stands out from tone and lines. */
export function halo(pen: Pen, silhouette: string, width: number): string {
  return `<path d="${silhouette}" fill="${pen.paints.paper}" stroke="${pen.paints.paper}" stroke-width="${num(width * 2)}" stroke-linejoin="round"/>`;
}

export function group(content: string, attributes = ''): string {
  return `<g${attributes ? ` ${attributes}` : ''}>${content}</g>`;
}
