import { Fields } from './ark-fields.ts';
import { countNamedIn, ratioNamedIn, sidesOf } from './ark-prompt.ts';
import { lookAt } from './ark-references.ts';
import { VisualRefusal } from './visual-errors.ts';

export type VisualModel = {
  /** Most reference pictures. */
  references: number;
  takesSeed: boolean;
  /** Whether one task may give several pictures. */
  makesGroups: boolean;
};

/** By `req_key`. What the older two take beyond a prompt and a size is not told; they are given a seed and no references. */
export const VISUAL_MODELS: Record<string, VisualModel> = {
  jimeng_t2i_v40: { references: 10, takesSeed: false, makesGroups: true },
  jimeng_t2i_v31: { references: 0, takesSeed: true, makesGroups: false },
  jimeng_t2i_v30: { references: 0, takesSeed: true, makesGroups: false },
};

export type VisualOrder = { reqKey: string; prompt: string; references: number; width: number; height: number; count: number };

export type VisualRules = {
  models: Record<string, VisualModel>;
  onUnsupported: 'refuse' | 'ignore';
  /** Told nowhere in the reference. */
  invalidCode: number;
  /** How many pictures a task makes without `force_single`. */
  picks: (prompt: string) => number;
};

const AREA = { min: 1024 ** 2, max: 4096 ** 2 };
const REFERENCE = { formats: ['jpeg', 'png'], maxBytes: 15_000_000, maxPixels: 4096 ** 2, maxSide: 4096, maxRatio: 3, allowsData: false };

/** As many as the prompt names, else one. */
export function picksOneUnlessNamed(prompt: string): number {
  return countNamedIn(prompt) ?? 1;
}

export function visualFields(body: unknown, invalidCode: number): Fields {
  return new Fields(body, ({ name, why }) => new VisualRefusal(invalidCode, `${name} ${why}`));
}

/** Reads a submitted task; throws a `VisualRefusal`. */
export async function readVisualOrder(body: unknown, { models, onUnsupported, invalidCode, picks }: VisualRules): Promise<VisualOrder> {
  const fields = visualFields(body, invalidCode);
  const reqKey = fields.needText('req_key');
  const model = models[reqKey];
  if (!model) throw fields.wrong('req_key', 'is not known');
  if (onUnsupported === 'refuse') fields.onlyKnows(['req_key', 'prompt', 'image_urls', 'size', 'width', 'height', 'scale', 'force_single', 'min_ratio', 'max_ratio', ...(model.takesSeed ? ['seed'] : [])]);
  const prompt = fields.needText('prompt');
  if ([...prompt].length > 800) throw fields.wrong('prompt', 'may have at most 800 characters');
  if (model.takesSeed) fields.number('seed', { min: -1, max: 2_147_483_647, isWhole: true });
  fields.number('scale', { min: 0, max: 1 });
  const isSingle = (fields.flag('force_single') ?? false) || !model.makesGroups;
  return { reqKey, prompt, references: await readReferences(fields, model.references), ...readSize(fields, prompt), count: isSingle ? 1 : Math.max(1, picks(prompt)) };
}

async function readReferences(fields: Fields, max: number): Promise<number> {
  const raw = fields.raw('image_urls') ?? [];
  if (!Array.isArray(raw)) throw fields.wrong('image_urls', 'must be an array');
  if (raw.length > max) throw fields.wrong('image_urls', `may hold at most ${max} pictures`);
  for (const one of raw as unknown[]) await lookAt(one, REFERENCE).catch((error: Error) => { throw fields.wrong('image_urls', error.message); });
  return raw.length;
}

function readSize(fields: Fields, prompt: string): { width: number; height: number } {
  const side = { min: 1, max: 16_384, isWhole: true };
  const [width, height] = [fields.number('width', side), fields.number('height', side)];
  const area = fields.number('size', { ...AREA, isWhole: true }) ?? 2048 ** 2;
  const [least, most] = [fields.number('min_ratio', { min: 0, max: 100 }), fields.number('max_ratio', { min: 0, max: 100 })];
  if (least !== undefined && most !== undefined && least > most) throw fields.wrong('min_ratio', 'must not be above max_ratio');
  if ((width === undefined) !== (height === undefined)) throw fields.wrong(width === undefined ? 'width' : 'height', 'must be given together with the other side');
  if (width !== undefined && height !== undefined) {
    if (width * height < AREA.min || width * height > AREA.max) throw fields.wrong('width', `and height must have between ${AREA.min} and ${AREA.max} pixels`);
    return { width, height };
  }
  const named = ratioNamedIn(prompt) ?? { width: 1, height: 1 };
  return sidesOf(area, { width: Math.min(most ?? Infinity, Math.max(least ?? 0, named.width / named.height)), height: 1 });
}
