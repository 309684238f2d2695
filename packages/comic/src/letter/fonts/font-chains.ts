import type { Line } from '../../model/book.ts';
import { stressFonts, stressOf } from '../text/stress.ts';
import { isFontId } from '../hand.ts';
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

/**
 * The fonts worth loading to letter a book whose words are `texts`; with `lines`, also those that are chosen by hand
 * or that stressed words call for.
 */
export function fontIdsFor(language: Language, texts: readonly string[] = [], lines: readonly Line[] = []): FontId[] {
  const wanted = new Set(Object.values(FIRST[language]).flat().concat(REST[language]));
  const chosen = new Set(lines.flatMap((line) => chosenFonts(line, language)));
  const own = new Set(Object.values(FIRST[language]).flat());
  return FONT_IDS.filter((id) => {
    const isNeeded = ON_DEMAND[id];
    return chosen.has(id) || (wanted.has(id) && (own.has(id) || !isNeeded || texts.some((text) => isNeeded(language, text))));
  });
}

/** Fonts of a line beyond those of its language and kind. */
function chosenFonts(line: Line, language: Language): FontId[] {
  const font = line.letter?.[language]?.font;
  const own = isFontId(font) ? [font] : [];
  const isStressed = stressOf(line, language).some((run) => run.how !== 'dots');
  return isStressed ? [...own, ...[...own, ...fontsFor(language, line.kind).slice(0, 2)].flatMap(stressFonts)] : own;
}

/** A font to choose in a menu: its own name, and words to show it with. */
export type FontChoice = { id: FontId; name: string; sample: string };

const NAMES: Partial<Record<FontId, string>> = {
  'comic-neue': 'Comic Neue', 'comic-neue-bold': 'Comic Neue Bold', 'comic-neue-italic': 'Comic Neue Italic', 'comic-neue-bold-italic': 'Comic Neue Bold Italic', bangers: 'Bangers', 'patrick-hand': 'Patrick Hand',
  'comic-relief': 'Comic Relief', 'shippori-antique': 'しっぽりアンチック', 'klee-one': 'クレー One', 'yusei-magic': '油性マジック', 'reggae-one': 'レゲエ One', 'dela-gothic-one': 'デラゴシック One',
  'noto-sans-sc-bold': '思源黑体 粗', 'noto-sans-sc': '思源黑体', 'zcool-kuaile': '站酷快乐体', 'zcool-xiaowei': '站酷小薇体',
};

const MENU: Record<Language, FontId[]> = {
  en: ['comic-neue-bold', 'comic-neue', 'comic-neue-bold-italic', 'comic-neue-italic', 'patrick-hand', 'bangers', 'comic-relief'],
  ja: ['shippori-antique', 'klee-one', 'yusei-magic', 'reggae-one', 'dela-gothic-one'],
  zh: ['noto-sans-sc-bold', 'noto-sans-sc', 'zcool-kuaile', 'zcool-xiaowei'],
};
const SAMPLE: Record<Language, string> = { en: 'Look up!', ja: 'あ、雨だ！', zh: '下雨了！' };

/** Fonts to choose from for a kind of line: its usual one first. */
export function fontChoicesFor(language: Language, kind: LineKind): FontChoice[] {
  return [...new Set([...FIRST[language][kind], ...MENU[language]])].map((id) => ({ id, name: NAMES[id] ?? id, sample: SAMPLE[language] }));
}
