/** What a picture can say about how it was made. */
import type { Recipe } from '@komawari/contract';

export type Making = { /** Of this one picture: its own words and seed. */ recipe: Recipe; modelName: string | null; width: number; height: number; createdAt: Date };

/** The program's name, as files carry it. */
export const PROGRAM = 'Komawari';

const VERSION = 1;

/** As our own files carry it: JSON in which nothing is left that XML or a C string cannot hold. Lone surrogates are escaped by JSON itself. */
export function makingText({ recipe, modelName, createdAt }: Making): string {
  return JSON.stringify({ komawari: VERSION, recipe, modelName, createdAt: createdAt.toISOString() }).replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);
}

/** Abilities that begin with a picture: what comes of it is not the model's alone. */
const WITH_SOURCE: ReadonlySet<Recipe['ability']> = new Set(['vary', 'edit', 'inpaint', 'outpaint', 'upscale', 'cut-out']);
const NEWSCODES = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** IPTC's word for where the picture comes from. */
export function digitalSourceType({ recipe }: Making): string {
  return `${NEWSCODES}${WITH_SOURCE.has(recipe.ability) ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia'}`;
}
