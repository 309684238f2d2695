/** The paints of a style: tones as dots, hatching, washes or strokes, lighter or darker, in ink and in colour. */
import type { Ink } from '../../model/kinds.ts';
import type { Paints } from '../pen/pen.ts';
import type { ToneStep } from '../pen/tone.ts';
import { brightness, mixHex, patternDef, patternId, type PatternSpec } from './tone-patterns.ts';
import type { Treatment } from './treatment.ts';

export type StyledPaints = { paints: Paints; /** Definitions of the patterns used so far. */ defs(): string };

const PERCENT_OF_INK: Record<Ink, number> = { black: 100, dark: 70, tone: 40, light: 20, white: 0 };

export function stylePaints(base: Paints, treatment: Treatment): StyledPaints {
  const used = new Map<string, PatternSpec>();
  const pattern = (spec: PatternSpec): string => {
    used.set(patternId(spec), spec);
    return `url(#${patternId(spec)})`;
  };
  const defs = (): string => (used.size === 0 ? '' : `<defs>${[...used.values()].map(patternDef).join('')}</defs>`);
  const paints = base.isColour ? inColour(base, treatment, pattern) : inInk(base, treatment, pattern);
  return { paints, defs };
}

type MakePattern = (spec: PatternSpec) => string;

function inInk(base: Paints, t: Treatment, pattern: MakePattern): Paints {
  const line = t.line ?? '#000';
  const paper = t.paper ?? '#fff';
  const isSoft = t.tone === 'wash' || t.tone === 'flat' || t.tone === 'oil' || t.tone === 'bare';
  const percentOf = (percent: number): number => contrasted(percent + t.shift * (percent === 0 ? 0 : 1), t.contrast);
  const cover = (percent: number, isCloth: boolean): string => {
    const p = percentOf(percent);
    if (p < 5) return paper;
    if (p > 86 || (percent === 100 && t.tone !== 'pencil')) return percent === 100 && t.tone === 'wash' ? pattern({ kind: 'wash', ground: mixHex(line, paper, 0.3), ink: line, percent: 100 }) : line;
    const grey = mixHex(paper, line, (p / 100) * 0.82);
    switch (t.tone) {
      case 'bare': return p < 45 ? (isCloth ? mixHex(paper, line, p / 300) : paper) : mixHex(paper, line, (p / 100) * 0.55);
      case 'flat': return grey;
      case 'wash': return pattern({ kind: 'wash', ground: mixHex(grey, paper, 0.58), ink: mixHex(grey, line, 0.14), percent: p });
      case 'oil': return pattern({ kind: 'wash', ground: mixHex(grey, paper, 0.3), ink: mixHex(grey, line, 0.25), percent: p });
      case 'dots': return p === percent ? base.tone(percent as ToneStep) : pattern({ kind: 'dots', ground: paper, ink: line, percent: p });
      default: return pattern({ kind: t.tone, ground: paper, ink: line, percent: Math.min(p, 78) });
    }
  };
  const ink: Record<Ink, string> = { black: cover(100, true), dark: cover(PERCENT_OF_INK.dark, true), tone: cover(PERCENT_OF_INK.tone, true), light: cover(PERCENT_OF_INK.light, true), white: paper };
  return { ...base, tone: (step) => cover(step, false), ink: (name) => ink[name], line, paper, skin: () => paper, ...shading(t, line, pattern), ...(isSoft ? { flat: (percent: number) => mixHex(paper, line, (percentOf(percent) / 100) * 0.82) } : {}) };
}

const isHatched = (t: Treatment): boolean => t.tone === 'fine-hatch' || t.tone === 'cross-hatch' || t.tone === 'pencil';
const isSoftShade = (t: Treatment): boolean => !isHatched(t);

/** Shadows on clothes: strokes across the hatching, or a sheer grey over washes and flats. */
function shading(t: Treatment, line: string, pattern: MakePattern): Pick<Paints, 'shade' | 'isRuled'> {
  if (isHatched(t)) return { isRuled: true, shade: (percent) => `fill="${pattern({ kind: 'shadow-hatch', ground: 'none', ink: line, percent: percent * 0.8 })}"` };
  if (t.tone === 'wash' || t.tone === 'flat' || t.tone === 'oil') return { shade: (percent) => `fill="${line}" fill-opacity="${(percent / 150).toFixed(2)}"` };
  return {};
}

/** Pushes mid tones to paper and ink. Percent in, percent out. */
function contrasted(percent: number, contrast: number): number {
  const p = Math.max(0, Math.min(100, percent));
  if (contrast === 0) return p;
  const x = (p - 42) / 58;
  return Math.max(0, Math.min(100, 42 + x * 58 * (1 + contrast * 1.5)));
}

function inColour(base: Paints, t: Treatment, pattern: MakePattern): Paints {
  const graded = (hex: string): string => gradeOf(hex, t);
  const line = t.line ? mixHex(base.line, graded(base.line), 0.3) : base.line;
  const soft = t.line && t.outline < 0.7 ? mixHex(line, '#7a6f6a', 0.4) : line;
  const paper = t.paper ? mixHex(base.paper, '#f0e2c2', 0.5) : base.paper;
  const cover = (hex: string, percent: number): string => {
    const colour = graded(hex);
    switch (t.tone) {
      case 'wash': return pattern({ kind: 'wash', ground: mixHex(colour, '#ffffff', t.outline < 0.58 ? 0.5 : 0.22), ink: mixHex(colour, '#3a3040', 0.08), percent: 50 });
      case 'oil': return pattern({ kind: 'wash', ground: mixHex(colour, '#fff0c8', 0.25), ink: mixHex(colour, '#20141a', 0.28), percent: 50 });
      case 'pencil': return pattern({ kind: 'pencil', ground: mixHex(colour, '#ffffff', 0.7), ink: colour, percent: 30 + (1 - brightness(colour)) * 50 });
      case 'coarse-dots': case 'fine-dots': return pattern({ kind: t.tone, ground: mixHex(colour, '#ffffff', 0.55), ink: mixHex(colour, '#000000', 0.16), percent: 42 });
      case 'cross-hatch': case 'fine-hatch': return percent < 30 ? colour : pattern({ kind: t.tone, ground: mixHex(colour, '#ffffff', 0.25), ink: mixHex(colour, line, 0.55), percent: Math.min(60, percent) });
      case 'bare': return mixHex(colour, '#ffffff', 0.35);
      default: return colour;
    }
  };
  const isDry = t.tone === 'coarse-dots' || t.tone === 'fine-dots' || t.tone === 'cross-hatch' || t.tone === 'fine-hatch';
  return {
    ...base, line: soft, paper, ...(isSoftShade(t) ? {} : shading(t, soft, pattern)), flat: (_percent, colour) => graded(base.tone(30, colour)),
    tone: (step, colour) => cover(base.tone(step, colour), step),
    ink: (ink, colour) => (isDry ? graded(base.ink(ink, colour)) : cover(base.ink(ink, colour), PERCENT_OF_INK[ink])),
    skin: (colour) => (t.tone === 'wash' ? cover(mixHex(base.skin(colour), '#ffffff', 0.15), 10) : graded(base.skin(colour))),
  };
}

/** Colour of light: what a mood does to every hue. */
function gradeOf(hex: string, t: Treatment): string {
  if (!/^#[0-9a-f]{3,6}$/u.test(hex)) return hex;
  const grey = ((): string => {
    const level = Math.round(brightness(hex) * 255).toString(16).padStart(2, '0');
    return `#${level}${level}${level}`;
  })();
  switch (t.grade) {
    case 'bright': return mixHex(mixHex(grey, hex, 1.15), '#fff6d8', 0.1);
    case 'grey': return mixHex(mixHex(hex, grey, 0.5), '#6d7d95', 0.14);
    case 'dark': return mixHex(mixHex(hex, grey, 0.25), '#141226', 0.48);
    case 'blue': return mixHex(hex, '#26345e', 0.34);
    case 'rose': return mixHex(hex, '#ffc6d4', 0.26);
    case 'amber': return mixHex(mixHex(hex, grey, 0.35), '#e8b877', 0.3);
    case 'deep': return mixHex(mixHex(grey, hex, 1.25), '#1a1014', 0.14);
    default: return hex;
  }
}
