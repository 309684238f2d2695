/** How a style of characters changes bodies and faces; the person stays the same. */
import type { Look } from '../../model/book.ts';
import type { Style } from '../../model/book.ts';
import type { Art, CharacterStyle } from '../../model/kinds.ts';

/** Factors on the artist's own measures of 1, unless said otherwise. */
export type Form = {
  /** Height of an adult in heads; children and animals follow. */
  heads?: number;
  /** Share of the height that is leg. */
  leg?: number;
  arm?: number;
  shoulder?: number;
  chest?: number;
  waist?: number;
  limb?: number;
  neck?: number;
  hand?: number;
  foot?: number;
  eye?: number;
  eyeTall?: number;
  /** Of the eyes on the face, in heads, + is up. */
  eyeRise?: number;
  iris?: number;
  nose?: number;
  jaw?: number;
  chin?: number;
  mouth?: number;
  brow?: number;
  /** The face is drawn with more strokes (+1) or fewer (-1). */
  strokes?: -1 | 1;
  /** Eyes at rest are two dots. */
  hasDotEyes?: boolean;
  /** Body leans into what it does, radians. */
  lean?: number;
};

/** A look with the form a style gives it; stored looks have none. */
export type FormedLook = Look & { form?: Form };

const BY_CHARACTER: Record<CharacterStyle, Form | undefined> = {
  none: undefined,
  realistic: { heads: 7.3, leg: 0.51, eye: 0.74, eyeTall: 0.72, eyeRise: 0.035, iris: 0.86, nose: 1.25, jaw: 1.02, chin: 1.12, mouth: 1.12, neck: 1.35, limb: 1.04, strokes: 1 },
  chibi: { heads: 2.7, leg: 0.28, arm: 0.8, shoulder: 0.92, chest: 1.1, waist: 1.3, limb: 1.55, neck: 0.3, hand: 1.05, foot: 0.95, eye: 1.28, eyeTall: 1.5, eyeRise: -0.075, nose: 0.5, jaw: 1.1, chin: 0.9, mouth: 0.78, brow: 0.8, strokes: -1 },
  heroic: { heads: 7, leg: 0.53, shoulder: 1.32, chest: 1.28, waist: 0.92, limb: 1.26, neck: 1.35, hand: 1.12, eye: 0.9, eyeTall: 0.8, brow: 1.5, nose: 1.15, jaw: 1.07, chin: 1.4, mouth: 1.1 },
  elegant: { heads: 7.7, leg: 0.565, arm: 1.05, shoulder: 0.93, chest: 0.9, waist: 0.82, limb: 0.84, neck: 1.7, hand: 0.92, foot: 0.9, eye: 1.1, eyeTall: 0.9, brow: 0.7, nose: 1.05, jaw: 0.9, chin: 0.78, mouth: 0.86 },
  cartoonish: { heads: 3.7, leg: 0.4, arm: 1, shoulder: 0.86, waist: 1.1, limb: 0.92, neck: 0.8, hand: 1.4, foot: 1.35, eye: 1.22, eyeTall: 1.55, iris: 0.62, nose: 1.6, jaw: 1.12, chin: 1.15, mouth: 1.5, brow: 1.4, strokes: -1 },
  'detailed-face': { heads: 5.3, eye: 1.06, eyeTall: 1.05, nose: 1.15, mouth: 1.06, strokes: 1 },
  minimalist: { heads: 5.2, limb: 0.92, eye: 0.8, nose: 0.5, mouth: 0.85, brow: 0.75, strokes: -1, hasDotEyes: true },
  'expressive-eyes': { heads: 5, eye: 1.32, eyeTall: 1.5, eyeRise: -0.03, iris: 1.06, nose: 0.7, chin: 0.85, mouth: 0.9 },
  'dynamic-pose': { heads: 6.1, leg: 0.53, limb: 1.05, lean: 0.1 },
};

/** A kind of art that has people of its own gives them to characters without a style. */
const BY_ART: Partial<Record<Art, Form>> = {
  manga: { heads: 5.9, leg: 0.525, eye: 1.14, eyeTall: 1.14, nose: 0.85, chin: 0.88 },
  realistic: BY_CHARACTER.realistic,
  cartoon: { ...BY_CHARACTER.cartoonish, heads: 4.2 },
  minimalist: { strokes: -1, eye: 0.9, nose: 0.6 },
  comic: { heads: 6.5, shoulder: 1.14, chest: 1.1, limb: 1.1, eye: 0.88, eyeTall: 0.82, jaw: 1.04, chin: 1.25, nose: 1.15 },
};

export function formOf(style: Pick<Style, 'art' | 'character'>): Form | undefined {
  return BY_CHARACTER[style.character] ?? BY_ART[style.art];
}

export function withForm(look: Look, form: Form | undefined): Look {
  return form ? ({ ...look, form } satisfies FormedLook as Look) : look;
}

/** Heads that go into a height; `own` is the artist's measure for the age or being. */
export function headsOf(look: FormedLook, own: number, ofAdult: number): number {
  const { form } = look;
  return form?.heads === undefined ? own : form.heads * (own / ofAdult) ** 0.4;
}
