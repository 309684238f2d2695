/**
 * Line-breaking rules for Chinese and Japanese after JIS X 4051 and GB/T 15834:
 * what may not begin a line, what may not end one, and what must stay together.
 */
const NO_START = new Set([
  ...'、。，．,.!?！？‼⁇⁈⁉:;：；・·)]}）］｝〉》」』】〕〗〙〛’”»›%％‰℃°…‥ー〜～―—–-゠ゝゞヽヾ々〻',
  ...'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ',
  ...'♪♥♡★☆',
]);
const NO_END = new Set('([{（［｛〈《「『【〔〖〘〚‘“«‹＄￥￡$#＃@');
const TOGETHER = new Set('…‥—―─〜～ー');

function mayStartLine(character: string): boolean {
  return !NO_START.has(character);
}

function mayEndLine(character: string): boolean {
  return !NO_END.has(character);
}

/** True when a line may be broken between two neighbouring characters. */
export function mayBreakBetween(before: string, after: string): boolean {
  if (TOGETHER.has(before) && before === after) return false;
  return mayEndLine(before) && mayStartLine(after);
}

export const OPENING = new Set('（［｛〈《「『【〔〖〘〚‘“');
export const CLOSING = new Set('、。，．：；）］｝〉》」』】〕〗〙〛’”');

const CJK = /^[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3130-\u318f\u31a0-\u31ff\u3200-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const SHARED_PUNCTUATION = new Set('…‥—―“”‘’·※→←↑↓♪♥♡★☆○●◎△▲□■◇◆×÷〜');

/** Set as a full-width character. Punctuation that Latin shares is full-width in Chinese and Japanese text. */
export function isFullWidth(character: string, isCjkText: boolean): boolean {
  return CJK.test(character) || (isCjkText && SHARED_PUNCTUATION.has(character));
}

export const isHiragana = (c: string): boolean => /^[\u3041-\u309f]/.test(c);
export const isKatakana = (c: string): boolean => /^[\u30a1-\u30ff]/.test(c);
export const isHan = (c: string): boolean => /^[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u.test(c);
