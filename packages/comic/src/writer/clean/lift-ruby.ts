/** Reads ruby that is written between the words, as Japanese texts on the net do: `｜何処《どこ》`, `浪人《ろうにん》`. */

/** UTF-16 offsets in the text without the marks. */
export type RubyRun = { start: number; end: number; text: string };

const KANJI = '[\\u3400-\\u9fff\\uf900-\\ufaff々〆仝ヶ\\u{20000}-\\u{3ffff}]';
const KANA = '[\\u3041-\\u30ffー・]';
/** A reading is kana behind kanji, or anything short behind a marked base. Book titles in Chinese `《》` are neither. */
const RUBY = new RegExp(`｜([^｜《》\\n]{1,40})《([^《》\\n]{1,40})》|(${KANJI}{1,20})《(${KANA}{1,30})》`, 'gu');

export function liftRuby(text: string): { text: string; ruby: RubyRun[] } {
  if (!text.includes('《')) return { text, ruby: [] };
  const ruby: RubyRun[] = [];
  let plain = '';
  let at = 0;
  for (const match of text.matchAll(RUBY)) {
    const base = match[1] ?? match[3] ?? '';
    plain += text.slice(at, match.index);
    ruby.push({ start: plain.length, end: plain.length + base.length, text: match[2] ?? match[4] ?? '' });
    plain += base;
    at = match.index + match[0].length;
  }
  return { text: plain + text.slice(at), ruby };
}
