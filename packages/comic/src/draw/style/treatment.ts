/** What each axis of a style does to the pen. Axes are laid over each other: art, then line, then mood. */
import type { Style } from '../../model/book.ts';
import type { Art, LineStyle, StyleMood } from '../../model/kinds.ts';

/** How a flat tone is made. */
type ToneKind = 'dots' | 'fine-dots' | 'coarse-dots' | 'fine-hatch' | 'cross-hatch' | 'pencil' | 'flat' | 'wash' | 'oil' | 'bare';

export type Treatment = {
  /** Factors on the pen's weights. */
  outline: number;
  detail: number;
  fine: number;
  tone: ToneKind;
  /** Percent of ink that every tone gains; minus is lighter. */
  shift: number;
  /** 0..1: light tones become paper, dark ones ink. */
  contrast: number;
  /** Line colour of ink books, and its mix with the palette's line in colour books. */
  line?: string;
  paper?: string;
  /** How far the hand wavers, u. */
  waver: number;
  /** Strokes per line. */
  strokes: 1 | 2;
  /** Curves become facets, open lines taper. */
  isAngular: boolean;
  /** Open lines swell and end thin. */
  isTapered: boolean;
  /** Edges of flat colour stand off from their lines, u. */
  loose: number;
  /** Folds and shading of clothes: 0 none, 1 few, 2 as usual, 3 many. */
  folds: 0 | 1 | 2 | 3;
  /** Factor on the rim of paper round people. */
  rim?: number;
  /** Factor on the detail of places. */
  place: number;
  /** Shift of hues in colour books. */
  grade?: 'bright' | 'grey' | 'dark' | 'blue' | 'rose' | 'amber' | 'deep';
};

type Change = Partial<Treatment>;

const PLAIN: Treatment = { outline: 1, detail: 1, fine: 1, tone: 'dots', shift: 0, contrast: 0, waver: 0, strokes: 1, isAngular: false, isTapered: false, loose: 0, folds: 2, place: 1 };

const BY_ART: Record<Art, Change> = {
  none: {},
  manga: { tone: 'fine-dots', outline: 1.08, detail: 0.85, fine: 0.8, contrast: 0.35, isTapered: true },
  realistic: { tone: 'wash', outline: 0.62, detail: 0.66, fine: 0.8, line: '#262626', folds: 3, shift: 4, rim: 0.3 },
  cartoon: { tone: 'flat', outline: 1.65, detail: 1.2, fine: 1.1, folds: 1, place: 0.85, grade: 'bright' },
  watercolour: { tone: 'wash', outline: 0.5, detail: 0.55, fine: 0.7, line: '#464646', waver: 0.9, loose: 4, folds: 1, rim: 0.35 },
  oil: { tone: 'oil', outline: 0.75, detail: 0.6, fine: 0.7, line: '#262626', waver: 0.8, loose: 3, folds: 3, shift: 6, rim: 0.2, grade: 'deep' },
  sketch: { tone: 'pencil', outline: 0.5, detail: 0.6, fine: 0.9, line: '#444444', waver: 1.4, strokes: 2, folds: 2, rim: 0.4 },
  digital: { tone: 'flat', outline: 0.85, detail: 0.8, fine: 0.9, line: '#282828', folds: 3, contrast: 0.2, rim: 0.3, grade: 'bright' },
  minimalist: { tone: 'bare', outline: 0.7, detail: 0.7, fine: 0.7, folds: 0, place: 0.18, rim: 0 },
  vintage: { tone: 'coarse-dots', outline: 0.95, detail: 1, fine: 1, paper: '#eeeeee', line: '#1c1c1c', waver: 0.7, loose: 2.2, folds: 2, shift: 6 },
  comic: { tone: 'coarse-dots', outline: 1.35, detail: 1.15, fine: 1.2, contrast: 0.55, shift: 6, isTapered: true, folds: 3, grade: 'bright' },
};

const BY_LINE: Record<LineStyle, Change> = {
  none: {},
  clean: { outline: 0.8, detail: 1.1, fine: 1.5, waver: 0, strokes: 1, folds: 1, tone: 'flat', shift: -6 },
  sketchy: { outline: 0.6, detail: 0.75, fine: 0.9, waver: 2.5, strokes: 2 },
  bold: { outline: 1.7, detail: 1.7, fine: 1.6, folds: 1 },
  soft: { outline: 0.6, detail: 0.6, fine: 0.7, line: '#585858', tone: 'wash', shift: 4, folds: 1, rim: 0.4 },
  detailed: { outline: 0.8, detail: 0.85, fine: 0.85, folds: 3, tone: 'fine-hatch' },
  minimal: { outline: 0.75, detail: 0.7, fine: 0.6, folds: 0, tone: 'bare', place: 0.5 },
  crosshatch: { outline: 0.85, detail: 0.9, fine: 0.8, tone: 'cross-hatch', folds: 3 },
  smooth: { outline: 0.95, detail: 0.9, fine: 0.9, waver: 0, tone: 'wash', folds: 3, isTapered: true, rim: 0.4 },
  sharp: { outline: 1, detail: 1.05, fine: 0.9, isAngular: true, isTapered: true, contrast: 0.3 },
};

const BY_MOOD: Record<StyleMood, Change> = {
  none: {},
  happy: { shift: -8, grade: 'bright' },
  sad: { shift: 4, outline: 0.9, grade: 'grey' },
  mysterious: { shift: 8, grade: 'blue' },
  adventurous: { contrast: 0.4, outline: 1.1, grade: 'bright' },
  romantic: { shift: -8, outline: 0.85, grade: 'rose' },
  dark: { shift: 20, contrast: 0.3, grade: 'dark' },
  peaceful: { shift: -14, outline: 0.85, fine: 0.85, grade: 'bright' },
  energetic: { contrast: 0.35, outline: 1.25, grade: 'bright' },
  nostalgic: { shift: -4, outline: 0.85, grade: 'amber' },
  dramatic: { contrast: 0.9, shift: 5, outline: 1.1, grade: 'deep' },
};

/** Undefined where nothing is asked for: the artist draws as always. */
export function treatmentOf(style: Pick<Style, 'art' | 'line' | 'mood'>): Treatment | undefined {
  if (style.art === 'none' && style.line === 'none' && style.mood === 'none') return undefined;
  return [BY_ART[style.art], BY_LINE[style.line], BY_MOOD[style.mood]].reduce<Treatment>(over, PLAIN);
}

/** Weights multiply, shifts add up, the stronger contrast stays, all else is replaced. */
function over(below: Treatment, change: Change): Treatment {
  const product = (key: 'outline' | 'detail' | 'fine' | 'place'): number => below[key] * (change[key] ?? 1);
  return {
    ...below, ...change, outline: product('outline'), detail: product('detail'), fine: product('fine'), place: product('place'),
    shift: below.shift + (change.shift ?? 0), contrast: Math.max(below.contrast, change.contrast ?? 0),
  };
}
