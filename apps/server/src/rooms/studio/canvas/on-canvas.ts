/** Drawing beyond the edges: the picture is set on a larger sheet with a mask of what is new, and laid back over the answer. */
import type { ImageModel, Recipe } from '@komawari/contract';
import type { ImageRequest } from '../../../ports/image-provider.ts';
import type { ObjectStore } from '../../../ports/object-store.ts';
import type { PictureTools } from '../../../ports/picture-tools.ts';
import type { StoredPicture } from '../gateway/call-store.ts';
import type { InputRow } from '../making/picture-store.ts';
import { bytesOf } from '../making/recipe-inputs.ts';
import { canvasAsk, canvasPlan } from './canvas-plan.ts';

type Tools = { objects: ObjectStore; pictures: PictureTools };
type Of = { recipe: Recipe; source: InputRow | undefined };

/** What differs from a request that does not grow; nothing where it does not. Throws what `PictureTools` throws, and `studio.input-gone`. */
export async function askOnCanvas({ objects, pictures }: Tools, { recipe, source, model, prompt }: Of & { model: ImageModel; prompt: string }): Promise<Partial<ImageRequest>> {
  if (!recipe.grows || !source) return {};
  const { sheet, place, depthsOnSheet } = canvasPlan(source, recipe.grows, model.sizes);
  const { takesMask, ...asked } = canvasAsk(model, { prompt, strength: recipe.strength });
  const { mediaTypes = ['image/png'], bytesMax = Infinity } = model.references ?? {};
  const { mask, ...picture } = await pictures.setOnSheet(await bytesOf(objects, source), { sheet, box: place, depths: depthsOnSheet, mediaTypes, bytesMax });
  return { ...asked, size: sheet.asked, source: picture, ...(takesMask ? { mask: { bytes: mask, mediaType: 'image/png' } } : {}) };
}

/** The answer as it is kept: cut to its canvas, the picture laid back over it. One whose model is not here any more is taken for what it looks like. */
export async function layOnCanvas({ objects, pictures }: Tools, { recipe, source, model, answer }: Of & { model: ImageModel | undefined; answer: StoredPicture }): Promise<StoredPicture> {
  if (!recipe.grows || !source) return answer;
  const { grows } = recipe;
  const { canvas, sheet, depths } = canvasPlan(source, grows, model?.sizes ?? { kind: 'fixed', sizes: [{ width: answer.width, height: answer.height }] });
  const isWhole = sheet.box.width === sheet.width && sheet.box.height === sheet.height;
  if (grows.isRedrawn && isWhole) return answer;
  const [drawn, given] = await Promise.all([bytesOf(objects, answer), grows.isRedrawn ? undefined : bytesOf(objects, source)]);
  const { bytes, ...made } = await pictures.layBack(drawn, given, { sheet, box: sheet.box, canvas, at: { left: grows.left, top: grows.top }, depths });
  return { ...made, key: await objects.put(bytes), sizeBytes: bytes.byteLength, ...(answer.seed === undefined ? {} : { seed: answer.seed }) };
}
