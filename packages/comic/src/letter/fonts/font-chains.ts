import type { Language, LineKind } from '../../model/kinds.ts';
import { FONT_IDS, type FontId } from '../types.ts';
import { isInJapaneseFonts } from './japanese-set.ts';

const LATIN: FontId[] = ['comic-neue-bold', 'patrick-hand'];
const CHINESE: FontId[] = ['noto-sans-sc-bold', 'noto-sans-sc'];
const JAPANESE: FontId[] = ['shippori-antique', 'klee-one'];
/** Greek, Cyrillic and rare Latin; Korean; rare currencies; emoji. */
const OTHERS: FontId[] = ['comic-relief', 'jua', 'bangers', 'noto-emoji'];

const FIRST: Record<Language, Record<LineKind, FontId[]>> = {
  en: { speech: ['comic-neue-bold'], thought: ['comic-neue-bold'], shout: ['bangers'], whisper: ['patrick-hand'], narration: ['comic-neue-bold'], sfx: ['bangers'] },
  ja: {
    speech: ['shippori-antique'], thought: ['shippori-antique'], shout: ['reggae-one'], whisper: ['yusei-magic'], narration: ['klee-one'], sfx: ['dela-gothic-one'],
  },
  zh: {
    speech: ['noto-sans-sc-bold'], thought: ['noto-sans-sc'], shout: ['zcool-kuaile'], whisper: ['noto-sans-sc'], narration: ['noto-sans-sc'], sfx: ['zcool-kuaile'],
  },
};

/**
 * Shared code points have other forms in Chinese and Japanese fonts: on a Japanese page a Chinese font comes last of
 * all, for what no Japanese one has; on an English page the words around decide.
 */
const REST: Record<Language, FontId[]> = {
  en: [...LATIN, ...OTHERS, ...CHINESE, 'shippori-antique'], ja: [...JAPANESE, ...LATIN, ...OTHERS, 'noto-sans-sc-bold'], zh: [...CHINESE, ...LATIN, ...OTHERS],
};

/** The fonts to try for a kind of line, best first. */
export function fontsFor(language: Language, kind: LineKind): FontId[] {
  return [...new Set([...FIRST[language][kind], ...REST[language]])];
}

const KANA = /[\u3041-\u30ff]/;
const HAN = /[\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/;
const SIGNS = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u;

/** Fonts that are loaded only for texts that hold their characters: together they take more than ten megabytes. */
const ON_DEMAND: Partial<Record<FontId, (language: Language, text: string) => boolean>> = {
  'noto-sans-sc-bold': (language, text) => (language === 'en' ? HAN.test(text) : language === 'zh' || !isInJapaneseFonts(text)),
  'noto-sans-sc': (language, text) => (language === 'en' ? HAN.test(text) : true),
  'shippori-antique': (language, text) => (language === 'en' ? KANA.test(text) : true),
  jua: (_language, text) => HANGUL.test(text),
  'noto-emoji': (_language, text) => SIGNS.test(text),
};

/** The fonts worth loading to letter a book whose words are `texts`. */
export function fontIdsFor(language: Language, texts: readonly string[] = []): FontId[] {
  const wanted = new Set(Object.values(FIRST[language]).flat().concat(REST[language]));
  const own = new Set(Object.values(FIRST[language]).flat());
  return FONT_IDS.filter((id) => {
    const isNeeded = ON_DEMAND[id];
    return wanted.has(id) && (own.has(id) || !isNeeded || texts.some((text) => isNeeded(language, text)));
  });
}
