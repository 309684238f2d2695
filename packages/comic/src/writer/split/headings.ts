/** Chapter headings in English, Chinese and Japanese. */

const EN_NUMBER = '(?:\\d{1,3}|[IVXLC]{1,8}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|the (?:first|second|third|fourth|fifth|last))';
const ENGLISH = new RegExp(`^(?:chapter|part|book|act|scene|volume|section|episode|stave) ${EN_NUMBER}(?:[-\\s.:—–]{1,4}.{0,80})?$`, 'i');
const ENGLISH_WORD = /^(?:prologue|epilogue|preface|introduction|foreword|afterword|interlude|the end)\.?$/i;
const HAN_NUMBER = '[0-9０-９零〇一二三四五六七八九十百千两]{1,7}';
const HAN_CHAPTER = new RegExp(`^第[ ]?${HAN_NUMBER}[ ]?[章回节節卷部话話幕集篇編编](?:[ \u3000:：、.．—「『].{0,60})?$`);
const HAN_WORD = /^(?:楔子|序章|序言|序幕|尾声|尾聲|后记|後記|番外|终章|終章|最終章|プロローグ|エピローグ|まえがき|あとがき|引子|前言|序|跋)(?:[ \u3000:：].{0,40})?$/;
const LONE_NUMBER = /^(?:[一二三四五六七八九十]{1,4}|[０-９]{1,3}|\d{1,3}|[IVXL]{1,7}|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ])[.．、。]?$/;
const NUMBERED_TITLE = /^[IVXL]{1,7}\. [A-Z].{0,60}$/;

/** The title when a line is a heading. `isAlone` says that an empty line stands beside it: a lone number needs one. */
export function readHeading(line: string, isAlone: boolean): string | undefined {
  const text = line.trim();
  if (text.startsWith('# ')) return text.slice(2).trim();
  if (text.length > 100) return undefined;
  if (ENGLISH.test(text) || ENGLISH_WORD.test(text) || HAN_CHAPTER.test(text) || HAN_WORD.test(text)) return text;
  if (LONE_NUMBER.test(text)) return text;
  return isAlone && NUMBERED_TITLE.test(text) && !/[,;]$/.test(text) ? text : undefined;
}
