import type { Line } from '../model/book.ts';
import type { Language } from '../model/kinds.ts';
import { styleOf, type Form } from './kind-style.ts';
import { cleanText, textOfLine } from './text/clean-text.ts';
import { rubyOf } from './text/ruby.ts';
import { roughLength, splitLine } from './text/split-line.ts';

/** Room that the lettering of these lines needs, u², bubbles with their padding; no fonts needed. */
export function estimateTextArea(lines: readonly Line[], language: Language, isVertical: boolean): number {
  return lines.reduce((sum, line) => sum + lineArea(line, language, isVertical), 0);
}

/** How much more room a bubble takes than the rectangle of its text; measured against real pages. */
const ROUNDNESS: Record<Form, number> = { round: 1.55, cloud: 1.55, burst: 1.36, box: 1.06 };

function lineArea(line: Line, language: Language, isVertical: boolean): number {
  const text = cleanText(textOfLine(line, language));
  if (text === '') return 0;
  const style = styleOf({ language, kind: line.kind, isVertical, isOffPanel: line.isOffPanel, hasRuby: rubyOf(line, language).length > 0 });
  if (line.kind === 'sfx') return roughLength(text) * (style.size * 0.9) ** 2;
  let area = 0;
  for (const part of splitLine(text, style.limit, language)) {
    const ink = Math.max(1, roughLength(part)) * style.block.leading;
    const width = Math.sqrt(ink * style.aspect) + 2 * (style.pad + style.grow);
    const height = Math.sqrt(ink / style.aspect) + 2 * (style.pad + style.grow);
    area += width * height * ROUNDNESS[style.form] * (isVertical && style.form !== 'box' ? 1.24 : 1);
  }
  return area * style.size * style.size;
}
