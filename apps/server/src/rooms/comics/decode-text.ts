import chardet from 'chardet';
import { AppError } from '../../kernel/errors.ts';

/** Legacy encodings that stories come in; others (such as Latin-1) would accept any bytes. */
const LEGACY = ['gb18030', 'shift_jis', 'big5', 'euc-jp', 'euc-kr'] as const;

/**
 * Reads the bytes of a text file: UTF-8 and UTF-16 with or without a mark, GB18030, Shift_JIS, Big5,
 * EUC-JP, EUC-KR, and Windows-1252 for western texts. Throws `comics.not-text` for anything else.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = byMark(bytes) ?? asUtf8(bytes) ?? asUtf16(bytes) ?? asLegacy(bytes);
  if (text === undefined || isFullOfZeros(text)) throw new AppError('comics.not-text');
  return text;
}

/** Some programs leave a zero or two in a text; what is no text is full of them. The writer drops the few. */
function isFullOfZeros(text: string): boolean {
  let zeros = 0;
  for (let at = text.indexOf('\u0000'); at >= 0; at = text.indexOf('\u0000', at + 1)) if (++zeros > 8 || (zeros > 2 && zeros > text.length / 50)) return true;
  return false;
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly(bytes, 'utf-16be');
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? strictly(bytes, 'utf-8') : undefined;
}

/** ASCII in UTF-16 is valid UTF-8 too, but half of it are zeros. */
function asUtf8(bytes: Uint8Array): string | undefined {
  const text = strictly(bytes, 'utf-8');
  return text !== undefined && !isFullOfZeros(text) ? text : undefined;
}

/** UTF-16 without a mark: line ends and spaces leave zeros, which no other text has. The byte order that reads like writing is the right one. */
function asUtf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0 || !bytes.subarray(0, 4000).includes(0)) return undefined;
  return mostPlausible(['utf-16le', 'utf-16be'].map((encoding) => strictly(bytes, encoding)), 0.8);
}

function mostPlausible(texts: readonly (string | undefined)[], least: number): string | undefined {
  const scored = texts.flatMap((text) => (text === undefined ? [] : [{ text, score: plausibility(text) }])).sort((x, y) => y.score - x.score);
  return scored[0] && scored[0].score >= least ? scored[0].text : undefined;
}

function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Among the encodings that can read every byte, the one whose text looks most like writing. */
function asLegacy(bytes: Uint8Array): string | undefined {
  const likely = new Map(chardet.analyse(bytes).map((guess) => [guess.name.toLowerCase(), guess.confidence]));
  const candidates = LEGACY.flatMap((encoding) => {
    const text = strictly(bytes, encoding);
    return text === undefined ? [] : [{ text, score: plausibility(text) + (likely.get(encoding) ?? 0) / 200 }];
  }).sort((a, b) => b.score - a.score);
  const [best] = candidates;
  if (best && best.score > 0.5) return best.text;
  const western = strictly(bytes, 'windows-1252');
  return western !== undefined && isWesternText(western) ? western : undefined;
}

/** Share of characters that texts are made of, less those that only misreadings produce. */
function plausibility(text: string): number {
  const sample = text.slice(0, 5000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const good = count(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7afa-zA-Z0-9\s、。，！？：；「」『』“”‘’（）…—,.!?'"-]/g) + count(/[、。，！？「」“”のにはをが的了是一]/g);
  const bad = count(/[\uff61-\uff9f\ue000-\uf8ff\u0080-\u00ff\u0000-\u0008\u000e-\u001f\u3400-\u4dbf\u0400-\u04ff]/g);
  return (good - bad * 2) / Math.max(sample.length, 1);
}

function isWesternText(text: string): boolean {
  const sample = text.slice(0, 5000);
  const letters = sample.match(/[a-zA-Z\u00c0-\u00ff\s.,;:!?'"\u2018-\u201d-]/g)?.length ?? 0;
  return letters > sample.length * 0.9;
}
