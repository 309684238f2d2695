import type { Language, LineKind } from '../../model/kinds.ts';
import { FONT_IDS, type FontId } from '../types.ts';

const LATIN: FontId[] = ['comic-neue-bold', 'patrick-hand'];
const CHINESE: FontId[] = ['noto-sans-sc-bold', 'noto-sans-sc'];
const JAPANESE: FontId[] = ['shippori-antique', 'klee-one'];

const FIRST: Record<Language, Record<LineKind, FontId[]>> = {
  en: { speech: ['comic-neue-bold'], thought: ['comic-neue-bold'], shout: ['bangers'], whisper: ['patrick-hand'], narration: ['comic-neue-bold'], sfx: ['bangers'] },
  ja: {
    speech: ['shippori-antique'], thought: ['shippori-antique'], shout: ['reggae-one'], whisper: ['yusei-magic'], narration: ['klee-one'], sfx: ['dela-gothic-one'],
  },
  zh: {
    speech: ['noto-sans-sc-bold'], thought: ['noto-sans-sc'], shout: ['zcool-kuaile'], whisper: ['noto-sans-sc'], narration: ['noto-sans-sc'], sfx: ['zcool-kuaile'],
  },
};

/** A Japanese page never falls back to a Chinese font: shared code points have other forms there. */
const REST: Record<Language, FontId[]> = { en: [...LATIN, ...CHINESE], ja: [...JAPANESE, ...LATIN], zh: [...CHINESE, ...LATIN] };

/** The fonts to try for a kind of line, best first. */
export function fontsFor(language: Language, kind: LineKind): FontId[] {
  return [...new Set([...FIRST[language][kind], ...REST[language]])];
}

/**
 * The fonts worth loading to letter a book. English books need the Chinese font (10 MB)
 * only when a text holds such characters: pass the texts to find out.
 */
export function fontIdsFor(language: Language, texts: readonly string[] = []): FontId[] {
  const wanted = new Set(Object.values(FIRST[language]).flat().concat(REST[language]));
  if (language === 'en' && !texts.some((text) => /[\u2e80-\uffef]/.test(text))) for (const id of CHINESE) wanted.delete(id);
  return FONT_IDS.filter((id) => wanted.has(id));
}
