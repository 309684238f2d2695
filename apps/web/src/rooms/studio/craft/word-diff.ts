/** What changed between two texts, word by word. Pure. */

export type DiffPiece = { kind: 'same' | 'gone' | 'new'; text: string };

/** Beyond this many pairs of words only the beginning and the end are compared. */
const PAIRS_MAX = 4_000_000;

/** The pieces in the order of reading: those that are not new say `before`, those that are not gone say `after`. Longest common subsequence, by dynamic programming. */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  let [start, end] = [0, 0];
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  while (end < was.length - start && end < is.length - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end += 1;
  const pieces: DiffPiece[] = [];
  const add = (kind: DiffPiece['kind'], words: readonly string[]): void => {
    if (words.length === 0) return;
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += words.join('');
    else pieces.push({ kind, text: words.join('') });
  };
  add('same', was.slice(0, start));
  const [gone, come] = [was.slice(start, was.length - end), is.slice(start, is.length - end)];
  if ((gone.length + 1) * (come.length + 1) > PAIRS_MAX) {
    add('gone', gone);
    add('new', come);
  } else between(gone, come, add);
  add('same', was.slice(was.length - end));
  return joined(pieces);
}

/** Words that were replaced one after another are read as one change, not torn apart by the gaps between them. */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const all: DiffPiece[] = [];
  let [gone, come] = ['', ''];
  const flush = (): void => {
    if (gone !== '') all.push({ kind: 'gone', text: gone });
    if (come !== '') all.push({ kind: 'new', text: come });
    [gone, come] = ['', ''];
  };
  pieces.forEach(({ kind, text }, index) => {
    const isGap = kind === 'same' && gone !== '' && come !== '' && index < pieces.length - 1 && text.trim() === '';
    if (kind !== 'new' && (kind === 'gone' || isGap)) gone += text;
    if (kind !== 'gone' && (kind === 'new' || isGap)) come += text;
    if (kind !== 'same' || isGap) return;
    flush();
    all.push({ kind, text });
  });
  flush();
  return all;
}

function between(gone: readonly string[], come: readonly string[], add: (kind: DiffPiece['kind'], words: readonly string[]) => void): void {
  const wide = come.length + 1;
  // How many words the ends from here on have in common.
  const common = new Uint16Array((gone.length + 1) * wide);
  for (let i = gone.length - 1; i >= 0; i -= 1) for (let j = come.length - 1; j >= 0; j -= 1) common[i * wide + j] = gone[i] === come[j] ? (common[(i + 1) * wide + j + 1] ?? 0) + 1 : Math.max(common[(i + 1) * wide + j] ?? 0, common[i * wide + j + 1] ?? 0);
  let [i, j] = [0, 0];
  while (i < gone.length && j < come.length) {
    if (gone[i] === come[j]) {
      add('same', gone.slice(i, i + 1));
      i += 1;
      j += 1;
    } else if ((common[(i + 1) * wide + j] ?? 0) >= (common[i * wide + j + 1] ?? 0)) {
      add('gone', gone.slice(i, i + 1));
      i += 1;
    } else {
      add('new', come.slice(j, j + 1));
      j += 1;
    }
  }
  add('gone', gone.slice(i));
  add('new', come.slice(j));
}

/** Words, and what stands between them, of any script: Chinese and Japanese have no spaces. */
function wordsOf(text: string): string[] {
  return [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
}
