/** Joins the lines of hard-wrapped text (e-mail, old e-texts), where a paragraph is a run of lines between blank ones. */

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\u3000-\u303f]/;
const SENTENCE_END = /[.!?…:;。！？：；”’"'」』*)\]—-]$/;

/** Returns the lines unchanged unless most of them are cut off in the middle of a sentence at about the same width. */
export function unwrapLines(lines: string[]): string[] {
  const filled = lines.filter((line) => line !== '');
  if (filled.length < 4 || !isHardWrapped(lines, filled)) return lines;
  const result: string[] = [];
  for (const line of lines) {
    const previous = result.at(-1);
    if (line === '' || previous === undefined || previous === '' || isApart(line) || isApart(previous)) result.push(line);
    else result[result.length - 1] = join(previous, line);
  }
  return result;
}

const INDENTED = /^(?:\u3000{1,4}| {2,8})\S/;

/**
 * The custom of Chinese and Japanese e-texts: paragraphs are indented and their further lines are not. Joins those to
 * the line above, when that one is as wide as lines are.
 */
export function joinUnindented(lines: string[]): string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const indented = filled.filter((line) => INDENTED.test(line)).length;
  if (indented < 5 || indented > filled.length * 0.85 || indented < filled.length * 0.1) return lines;
  const widths = filled.map((line) => line.trim().length).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.9)] ?? 0;
  // Cut lines are nearly all of one width and none is wider; paragraphs of their own are of any length.
  const alike = widths.filter((length) => length >= width * 0.9 && length <= width * 1.1).length;
  const wider = widths.filter((length) => length > width * 1.3).length;
  if (width > 100 || width < 15 || alike < filled.length * 0.35 || wider > filled.length * 0.03) return lines;
  const result: string[] = [];
  let isFull = false;
  for (const line of lines) {
    const isNext = line.trim() !== '' && !INDENTED.test(line) && !isApart(line.trim()) && !/^[“「『]/.test(line);
    const previous = result.at(-1);
    if (isNext && isFull && previous !== undefined) result[result.length - 1] = join(previous.trimEnd(), line.trim());
    else result.push(line);
    isFull = line.trim().length >= width * 0.8;
  }
  return result;
}

const LABEL = /^[^\s:：。、，！？「」“”"][^:：。、，！？「」“”"]{0,24}[:：] ?\S/;

function isHardWrapped(lines: string[], filled: string[]): boolean {
  let cut = 0;
  let joins = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const [line = '', next = ''] = [lines[i], lines[i + 1]];
    if (line === '' || next === '') continue;
    joins++;
    if (!SENTENCE_END.test(line) && !isApart(line)) cut++;
  }
  // Lines of a script open with a name and are short by themselves.
  const labelled = filled.filter((line) => LABEL.test(line)).length;
  if (labelled >= 3 && labelled >= filled.length * 0.3) return false;
  const long = filled.filter((line) => line.length > 100).length;
  const isWide = filled.some((line) => line.length >= 20);
  const hasBlanks = lines.length > filled.length || joins >= 4;
  return hasBlanks && joins >= 3 && cut / joins > 0.6 && long / filled.length < 0.05 && isWide;
}

function isApart(line: string): boolean {
  return line.startsWith('# ') || /^[*\-=~＊※◇◆☆★○● ]+$/.test(line);
}

function join(left: string, right: string): string {
  const isTight = CJK.test(left.slice(-1)) && CJK.test(right.slice(0, 1));
  return isTight ? left + right : `${left} ${right}`;
}
