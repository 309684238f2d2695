/** Tells zh, en and ja apart by the share of their scripts. */
import type { Language } from '../model/kinds.ts';

/**
 * Kana mark Japanese (Chinese texts quote at most a word of it), Han without kana Chinese (simplified and
 * traditional alike), everything else counts as English. Reads at most the first 20 000 characters.
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, 20_000);
  let kana = 0;
  let han = 0;
  let latin = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code >= 0x3041 && code <= 0x30fe && code !== 0x30fb) kana++;
    else if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)) han++;
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f)) latin++;
  }
  // A Latin word has about five letters where Han and kana need two characters.
  const east = kana + han;
  if (east === 0 || latin / 2.5 > east) return 'en';
  return kana / east > 0.12 ? 'ja' : 'zh';
}
