/** Takes away what libraries of free texts wrap round a story: licences, legends, printers' notes. */

/** Text without such wrapping comes back unchanged. */
export function reduceEtext(text: string): string {
  return reduceAozora(reduceGutenberg(text));
}

/** Project Gutenberg marks where the work begins and ends. */
function reduceGutenberg(text: string): string {
  if (!text.includes('PROJECT GUTENBERG')) return text;
  const start = /^\*{3} ?START OF TH(?:E|IS) PROJECT GUTENBERG[^\n]{0,300}\n/m.exec(text);
  const end = /^\*{3} ?END OF TH(?:E|IS) PROJECT GUTENBERG/m.exec(text);
  const from = start === null ? 0 : start.index + start[0].length;
  return text.slice(from, end === null || end.index < from ? text.length : end.index);
}

const LEGEND = '【テキスト中に現れる記号について】';

/**
 * Aozora Bunko: a legend between two rules, notes of the typist in `［＃ ］`, the printed source at the end. Ruby
 * stays: `liftRuby` reads it.
 */
function reduceAozora(text: string): string {
  if (!text.includes('［＃') && !text.includes(LEGEND) && !text.includes('底本：')) return text;
  return withoutColophon(withoutLegend(text)).split('\n').map(reduceNotes).join('\n');
}

function withoutLegend(text: string): string {
  const at = text.indexOf(LEGEND);
  if (at < 0) return text;
  const rule = /^-{20,}$/gm;
  const rules = Array.from(text.slice(0, at + 5000).matchAll(rule), (match) => ({ start: match.index, end: match.index + match[0].length }));
  const [before, after] = [rules.findLast((one) => one.start < at), rules.find((one) => one.start > at)];
  return before && after ? text.slice(0, before.start) + text.slice(after.end) : text;
}

function withoutColophon(text: string): string {
  const at = text.lastIndexOf('\n底本：');
  return at > text.length * 0.3 ? text.slice(0, at) : text;
}

function reduceNotes(line: string): string {
  if (!line.includes('［＃')) return line;
  const isHeading = /［＃[^］]{0,80}見出し］/.test(line);
  // A character that no code had: printers put 〓 in its place.
  const plain = line.replace(/※［＃[^］]{0,200}］/g, '〓').replace(/［＃[^］]{0,200}］/g, '');
  return isHeading && plain.trim() !== '' ? `# ${plain.trim()}` : plain;
}
