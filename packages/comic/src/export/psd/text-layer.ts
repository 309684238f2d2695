/** Text that Photoshop can edit: the words, their font and size, beside the drawn letters. */
import type { LayerTextData } from 'ag-psd';
import { FONT_FILES, type Bubble, type FontId } from '../../letter/index.ts';

/** `scale` pixels per u, `origin` of the document in page u. Fonts are named; who has not installed them sees the drawn letters until the text is touched. */
export function textOf(bubbles: readonly Bubble[], at: { scale: number; origin: number; ink: string }): LayerTextData | undefined {
  const runs = bubbles.flatMap((bubble) => bubble.runs);
  const [first] = runs;
  const bubble = bubbles.find((one) => one.runs.length > 0);
  if (!first || !bubble) return undefined;
  const px = (value: number): number => (value - at.origin) * at.scale;
  const size = bubble.sizeU * at.scale;
  const { box } = first;
  const [x, y] = bubble.isVertical ? [px(box.x + box.width / 2), px(box.y)] : [px(box.x + box.width / 2), px(box.y + box.height * 0.8)];
  const font = bubble.glyphs[0]?.fontId;
  return {
    text: runs.map((run) => run.text.trim()).join('\n'), transform: [1, 0, 0, 1, x, y], orientation: bubble.isVertical ? 'vertical' : 'horizontal', shapeType: 'point', antiAlias: 'smooth',
    style: { font: { name: font ? postScriptName(font) : 'ArialMT' }, fontSize: size, autoLeading: false, leading: leadingOf(bubble) * at.scale, fillColor: rgb(at.ink) },
    paragraphStyle: { justification: bubble.isVertical ? 'left' : 'center' },
  };
}

/** Distance between two lines, u. */
function leadingOf({ runs, isVertical, sizeU }: Bubble): number {
  const [a, b] = runs;
  const between = a && b ? Math.abs(isVertical ? a.box.x - b.box.x : a.box.y - b.box.y) : 0;
  return between > sizeU * 0.8 ? between : sizeU * 1.2;
}

/** The packages name their files after the font: `400Regular/ComicNeue_400Regular.ttf` holds `ComicNeue-Regular`. */
export function postScriptName(id: FontId): string {
  return FONT_FILES[id].file.replace(/^.*\//, '').replace(/\.ttf$/, '').replace(/_\d+/, '-');
}

function rgb(colour: string): { r: number; g: number; b: number } {
  const [, hex = '000000'] = /^#([0-9a-f]{6})$/i.exec(colour) ?? [];
  const value = Number.parseInt(hex, 16);
  return { r: value >> 16, g: (value >> 8) & 255, b: value & 255 };
}
