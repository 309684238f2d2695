/** Where the words of a Chinese text begin and end, by the dictionary of the platform's segmenter. */

export type WordBounds = {
  /** A word begins at `at` (so one also ends there). */
  isEdge(at: number): boolean;
  /** `from` to `end` is exactly one word of the dictionary. */
  isWord(from: number, end: number): boolean;
  /** Length of the word that begins at `at`; 0 within a word. */
  lengthAt(at: number): number;
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function findWordBounds(text: string): WordBounds {
  const lengths = new Uint8Array(text.length + 1);
  for (const { index, segment } of segmenter.segment(text)) lengths[index] = Math.min(255, segment.length);
  lengths[text.length] = 1;
  return {
    isEdge: (at) => (lengths[at] ?? 0) > 0,
    isWord: (from, end) => lengths[from] === end - from,
    lengthAt: (at) => lengths[at] ?? 0,
  };
}

/** Answers already looked up; the segmenter is slow and a story asks for the same words again and again. */
const LOOKED_UP = new Map<string, boolean>();
const MOST_LOOKED_UP = 20_000;

/** One word of the dictionary when it stands alone. */
export function isDictionaryWord(name: string): boolean {
  const known = LOOKED_UP.get(name);
  if (known !== undefined) return known;
  if (LOOKED_UP.size >= MOST_LOOKED_UP) LOOKED_UP.clear();
  const isWord = [...segmenter.segment(name)].length === 1;
  LOOKED_UP.set(name, isWord);
  return isWord;
}
