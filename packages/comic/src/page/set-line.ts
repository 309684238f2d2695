/** Sets a plain line of letters as outlines: titles, names, the colophon. */
import type { Point } from '../model/geometry.ts';
import type { Language } from '../model/kinds.ts';
import { fontsFor, shapeRun, writeOutline, type FontId, type Fonts, type TextRun } from '../letter/index.ts';
import { textWeight } from '../direct/text-weight.ts';

export type SetLine = { d: string; run: TextRun; width: number };
export type LineStyle = { language: Language; voice: 'title' | 'text'; size: number; anchor: 'start' | 'middle' };

/** `at` is the start or middle of the baseline, u. Letters no font has are left out of the picture, not of the text. */
export function setLine(fonts: Fonts, text: string, at: Point, style: LineStyle): SetLine {
  const chain = fontsFor(style.language, style.voice === 'title' ? 'sfx' : 'narration').filter((id) => fonts.ids.includes(id));
  const runs = runsByFont(fonts, text, chain).map(({ id, part }) => ({ id, shaped: shapeRun(fonts, id, part) }));
  const width = runs.reduce((sum, run) => sum + run.shaped.advance, 0) * style.size;
  let x = style.anchor === 'middle' ? at.x - width / 2 : at.x;
  const start = x;
  let d = '';
  for (const { id, shaped } of runs) {
    for (const glyph of shaped.glyphs) {
      const k = fonts.unit(id, glyph.glyphId) * style.size;
      // Fonts have y up; the page has y down.
      d += writeOutline(fonts.outline(id, glyph.glyphId), { a: k, b: 0, c: 0, d: -k, e: x + glyph.x * style.size, f: at.y - glyph.y * style.size });
    }
    x += shaped.advance * style.size;
  }
  return { d, width, run: { text, box: { x: start, y: at.y - style.size * 0.86, width, height: style.size * 1.05 }, isVertical: false, sizeU: style.size } };
}

function runsByFont(fonts: Fonts, text: string, chain: readonly FontId[]): { id: FontId; part: string }[] {
  const runs: { id: FontId; part: string }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const id = chain.find((font) => fonts.has(font, code));
    if (id === undefined) continue;
    const last = runs.at(-1);
    if (last?.id === id) last.part += character;
    else runs.push({ id, part: character });
  }
  return runs;
}

/** Cuts a title into at most `max` balanced lines. */
export function titleLines(text: string, language: Language, max: number): string[] {
  const total = textWeight(text);
  const count = Math.min(max, Math.max(1, Math.ceil(total / 9)));
  if (count === 1) return [text];
  const words = Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text), (part) => part.segment);
  const lines: string[] = [''];
  for (const word of words) {
    const current = lines.at(-1)!;
    const isFull = textWeight(current) + textWeight(word) / 2 > total / count && lines.length < count;
    const mayBreak = current.trim() !== '' && !/^[\p{P}\s]/u.test(word);
    if (isFull && mayBreak) lines.push(word);
    else lines[lines.length - 1] = current + word;
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
