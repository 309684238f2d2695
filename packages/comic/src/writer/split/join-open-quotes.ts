/** Joins the lines of a quote that spans several lines (a song, a letter) into one paragraph. */
import type { Block } from './blocks.ts';
import type { QuoteStyle } from './quote-marks.ts';

const MOST_LINES = 40;
const MOST_LENGTH = 1500;

/**
 * A line that opens a quote and does not close it is joined with the lines up to the closing mark, unless the next
 * line opens anew (the custom of long speeches in English) or another quote of the kind begins first.
 */
export function joinOpenQuotes(text: string, blocks: readonly Block[], style: QuoteStyle): Block[] {
  const joined: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    const close = block.type === 'paragraph' ? openAtEnd(text, block, style) : undefined;
    const last = close === undefined ? undefined : findEnd(text, blocks, i, close);
    joined.push(last === undefined ? block : { ...block, end: blocks[last]?.end ?? block.end });
    if (last !== undefined) i = last;
  }
  return joined;
}

type OpenMark = { open: string; close: string };

/** The outermost mark left open at the end of a line; straight quotes are too unsure to be joined. */
function openAtEnd(text: string, block: Block, style: QuoteStyle): OpenMark | undefined {
  const stack: OpenMark[] = [];
  for (let i = block.start; i < block.end; i++) {
    const mark = text[i] ?? '';
    if (stack.at(-1)?.close === mark) stack.pop();
    else {
      const close = style.pairs.get(mark);
      if (close !== undefined && close !== mark) stack.push({ open: mark, close });
    }
  }
  return stack[0];
}

function findEnd(text: string, blocks: readonly Block[], from: number, { open, close }: OpenMark): number | undefined {
  const start = blocks[from]?.start ?? 0;
  for (let i = from + 1; i < Math.min(blocks.length, from + MOST_LINES); i++) {
    const block = blocks[i];
    if (!block || block.type !== 'paragraph' || block.end - start > MOST_LENGTH) return undefined;
    const line = text.slice(block.start, block.end);
    const closesAt = line.indexOf(close);
    const opensAt = line.indexOf(open);
    if (opensAt >= 0 && (closesAt < 0 || opensAt < closesAt)) return undefined;
    if (closesAt >= 0) return i;
  }
  return undefined;
}
