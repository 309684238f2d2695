/** How a picture that grows is asked for, and how what comes of it is put together. Pure. */
import { canvasOf, EXTEND_WORDS, overlapOf, placeOnSheet, sheetOf, wayToExtend, type Growth, type ImageModel, type PixelSize, type SizeRule } from '@komawari/contract';

/** Of a model's range, unless told: the rim is a hint of colours, and little of it shall stay. */
const STRENGTH = 0.9;

export function canvasPlan(source: PixelSize, grows: Growth, sizes: SizeRule) {
  const canvas = canvasOf(source, grows);
  const sheet = sheetOf(canvas, sizes);
  const depths = overlapOf(source, grows);
  const onSheet = (px: number) => (px === 0 ? 0 : Math.max(1, Math.round(px * sheet.scale)));
  return { canvas, sheet, depths, place: placeOnSheet(sheet, source, grows), depthsOnSheet: { left: onSheet(depths.left), top: onSheet(depths.top), right: onSheet(depths.right), bottom: onSheet(depths.bottom) } };
}

/** What a model is asked for: as the drawing beyond edges that it knows, as a part drawn anew, or in words. Throws for one that `recipeProblems` would have refused. */
export function canvasAsk(model: ImageModel, { prompt, strength }: { prompt: string; strength: number | undefined }) {
  const ability = wayToExtend(model);
  if (!ability) throw new Error(`${model.id} cannot draw beyond edges`);
  const range = ability === 'inpaint' ? model.strength : undefined;
  const strong = strength ?? (range && Math.round((range.min + (range.max - range.min) * STRENGTH) * 1000) / 1000);
  return { ability, prompt: ability === 'edit' ? `${EXTEND_WORDS}\n${prompt}` : prompt, takesMask: ability !== 'edit' && model.mask, ...(strong === undefined ? {} : { strength: strong }) };
}
