/** Which words of a text went and which came. Pure. */
export type TextPart = { how: 'same' | 'gone' | 'new'; text: string };

/** Beyond this many word pairs the middle is shown as replaced: a comparison must not stop the page. */
const PAIRS_MAX = 250_000;

/** Longest common run of words, by the segmenter of the language: Chinese and Japanese have words too. */
export function diffText(before: string, after: string, language: string): TextPart[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const [a, b] = [before, after].map((text) => [...segmenter.segment(text)].map((part) => part.segment)) as [string[], string[]];
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < endA && start < endB && a[start] === b[start]) start += 1;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const parts: TextPart[] = [{ how: 'same', text: a.slice(0, start).join('') }, ...middle(a.slice(start, endA), b.slice(start, endB)), { how: 'same', text: a.slice(endA).join('') }];
  return joined(parts);
}

function middle(a: readonly string[], b: readonly string[]): TextPart[] {
  if (a.length * b.length > PAIRS_MAX) return [{ how: 'gone', text: a.join('') }, { how: 'new', text: b.join('') }];
  // Length of the longest common run of the rests from (i, j) on.
  const runs = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const run = (i: number, j: number) => runs[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) for (let j = b.length - 1; j >= 0; j -= 1) (runs[i] as Uint16Array)[j] = a[i] === b[j] ? run(i + 1, j + 1) + 1 : Math.max(run(i + 1, j), run(i, j + 1));
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      parts.push({ how: 'same', text: a[i] ?? '' });
      [i, j] = [i + 1, j + 1];
    } else if (i < a.length && (j >= b.length || run(i + 1, j) >= run(i, j + 1))) parts.push({ how: 'gone', text: a[i++] ?? '' });
    else parts.push({ how: 'new', text: b[j++] ?? '' });
  }
  return parts;
}

function joined(parts: readonly TextPart[]): TextPart[] {
  const out: TextPart[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    const last = out.at(-1);
    if (last?.how === part.how) out[out.length - 1] = { how: part.how, text: last.text + part.text };
    else out.push(part);
  }
  return out;
}
