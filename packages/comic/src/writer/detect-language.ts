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
  const share = kana / east;
  if (share < 0.05 || share > 0.5) return share > 0.5 ? 'ja' : 'zh';
  // A Chinese story with Japanese words, or a Japanese one full of names: the small words of grammar tell.
  const chinese = count(sample, /[的了吗嗎呢们們说說这這么么你她]|不是/g);
  const japanese = count(sample, /[のをはにがとで](?=[^\u3041-\u309f])|[たるいだす]。|「/g);
  return japanese > chinese ? 'ja' : 'zh';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
