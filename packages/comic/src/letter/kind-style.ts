import type { Language, LineKind } from '../model/kinds.ts';
import type { BlockStyle } from './text/set-block.ts';

/** Smallest size that still reads in print, u (12 u = 5.8 pt). */
export const MIN_SIZE = 12;

export type Form = 'round' | 'burst' | 'cloud' | 'box';

export type KindStyle = {
  form: Form;
  /** Full type size, u. */
  size: number;
  block: BlockStyle;
  /** Exponent of the superellipse: 2 is an ellipse, larger is squarer. */
  power: number;
  /** Clear space between text and outline, em. */
  pad: number;
  /** How far spikes or cloud puffs stand out of the inner outline, em. */
  grow: number;
  /** Longest text of one bubble, em of line length. */
  limit: number;
  /** Wished width / height of a bubble. */
  aspect: number;
};

const SIZE: Record<Language, Record<LineKind, number>> = {
  en: { speech: 18, thought: 17.5, shout: 26, whisper: 18, narration: 17, sfx: 60 },
  ja: { speech: 22.5, thought: 22, shout: 28, whisper: 19, narration: 21, sfx: 62 },
  zh: { speech: 21.5, thought: 21, shout: 28, whisper: 18.5, narration: 22, sfx: 62 },
};

const FORM: Record<LineKind, Form> = { speech: 'round', thought: 'cloud', shout: 'burst', whisper: 'round', narration: 'box', sfx: 'box' };

export type StyleOptions = { language: Language; kind: LineKind; isVertical: boolean; isOffPanel: boolean; hasRuby: boolean; /** Dots beside stressed characters need room between the lines. */ hasDots?: boolean };

/** How a kind of line is set and framed. */
export function styleOf(options: StyleOptions): KindStyle {
  const { language, kind, isVertical } = options;
  const form = FORM[kind];
  return {
    form,
    size: SIZE[language][kind],
    block: blockStyle(options, form),
    power: powerOf(options, form),
    pad: { round: 0.56, burst: 0.46, cloud: 0.42, box: 0.5 }[form],
    grow: { round: 0, burst: 0.85, cloud: 0.4, box: 0 }[form],
    limit: language === 'en' ? (form === 'box' ? 75 : 46) : form === 'box' ? 64 : 40,
    aspect: isVertical ? 0.62 : form === 'box' ? 2.6 : language === 'en' ? 1.5 : 1.65,
  };
}

function powerOf({ isVertical, isOffPanel, kind }: StyleOptions, form: Form): number {
  if (form === 'burst') return 2;
  if (isOffPanel && kind === 'speech') return 4;
  return isVertical ? 2.7 : 2.3;
}

function blockStyle({ language, kind, isVertical, hasRuby, hasDots = false }: StyleOptions, form: Form): BlockStyle {
  const isLatin = language === 'en';
  const tight = kind === 'shout' ? 0.06 : 0;
  const leading = isVertical ? 1.34 : isLatin ? (kind === 'shout' ? 1.02 : 1.1) : 1.3;
  return {
    isVertical,
    leading: (hasRuby ? leading + 0.36 : hasDots ? leading + 0.2 : leading) - tight,
    thickness: isLatin ? 0.86 : 0.96,
    middle: isLatin ? (kind === 'shout' ? 0.36 : 0.28) : 0.38,
    isRound: !isVertical && form !== 'box',
  };
}
