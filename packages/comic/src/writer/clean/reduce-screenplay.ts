/** Brings the page form of screenplays, the name above the words, to the form `NAME (softly): words` that the reader knows. */

const CUE = /^(\p{Lu}[\p{Lu}\d .’'&#-]{1,34}?)((?: ?\([^()]{1,24}\))*) ?\^?$/u;
const HEAD = /^(?:\d{1,3}[A-Z]?[. ] ?)?(?:INT|EXT|I\/E)\b/;
const NO_NAME = /^(?:CUT TO|FADE (?:IN|OUT|TO)|DISSOLVE TO|SMASH CUT|THE END|CONTINUED|CONTINUOUS|LATER|MEANWHILE|TITLE|CREDITS|MONTAGE|FLASHBACK|CHAPTER|PART|ACT|SCENE|PROLOGUE|EPILOGUE|END)\b|^[IVXLC]+$/;
/** So many names above words make a screenplay. */
const LEAST = 3;

type Cue = { at: number; to: number; line: string };

/** Lines of other texts come back unchanged. A cue stands below an empty line and right above its words. */
export function reduceScreenplay(lines: readonly string[]): string[] {
  const cues = findCues(lines);
  const names = cues.map(({ line }) => line.split(/ ?[(:]/)[0] ?? '');
  const returns = names.some((name, i) => names.indexOf(name) !== i);
  if (cues.length < LEAST || !(returns || lines.some((line) => HEAD.test(line.trim())))) return [...lines];
  const result: string[] = [];
  let at = 0;
  for (const cue of cues) {
    result.push(...lines.slice(at, cue.at), cue.line);
    at = cue.to;
  }
  return [...result, ...lines.slice(at)];
}

function findCues(lines: readonly string[]): Cue[] {
  const cues: Cue[] = [];
  let to = 0;
  for (let i = 0; i < lines.length; i++) {
    const cue = i >= to && isAbove(lines, i) ? CUE.exec((lines[i] ?? '').trim()) : null;
    const name = cue?.[1]?.trim() ?? '';
    if (!cue || name.length < 2 || HEAD.test(name) || NO_NAME.test(name) || /[-.]$/.test(name)) continue;
    to = i + 1;
    while (to < lines.length && (lines[to] ?? '').trim() !== '') to++;
    const words = lines.slice(i + 1, to).map((line) => line.trim()).join(' ');
    const manners = (cue[2] ?? '').trim().replace(/\((?:CONT['’]?D|CONTINUED|MORE)\.?\)/gi, '').replaceAll(') (', ', ').trim();
    if (/\p{Ll}|[?!…]/u.test(words)) cues.push({ at: i, to, line: `${name}${manners === '' ? '' : ` ${manners}`}: ${words}` });
  }
  return cues;
}

/** An empty line above (or nothing), and words right below. */
function isAbove(lines: readonly string[], i: number): boolean {
  return (i === 0 || (lines[i - 1] ?? '').trim() === '' || HEAD.test((lines[i - 1] ?? '').trim())) && (lines[i + 1] ?? '').trim() !== '';
}
