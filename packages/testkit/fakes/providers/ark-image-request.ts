import { ArkRefusal } from './ark-errors.ts';
import { Fields } from './ark-fields.ts';
import { findArkModel, type ArkAccess, type ArkImageModel } from './ark-models.ts';
import { countNamedIn, ratioNamedIn, sidesOf } from './ark-prompt.ts';
import { lookAt, type Reference } from './ark-references.ts';

export type ImageOrder = {
  modelId: string;
  prompt: string;
  width: number;
  height: number;
  references: number;
  isGroup: boolean;
  count: number;
  isStream: boolean;
  isBase64: boolean;
  hasWatermark: boolean;
  type: 'png' | 'jpeg';
};

export type ImageRules = {
  models: Record<string, ArkImageModel>;
  access: ArkAccess;
  /** Whether a field that the model does not have is refused or passed over. */
  onUnsupported: 'refuse' | 'ignore';
  maxReferenceBytes: number;
  /** How many pictures of a group the model makes; at most `max` count. */
  picks: (prompt: string, max: number) => number;
};

const FIELDS = ['model', 'prompt', 'image', 'size', 'seed', 'guidance_scale', 'watermark', 'response_format', 'output_format', 'sequential_image_generation', 'sequential_image_generation_options', 'stream', 'optimize_prompt_options', 'tools'];
const NAMED: Record<string, number> = { '1K': 1024, '1.5K': 1536, '2K': 2048, '3K': 3072, '4K': 4096 };
/** References and outputs together. */
const MOST = 15;

/** As many as the prompt names, else four, and never more than may be. */
export function picksFromPrompt(prompt: string, max: number): number {
  return Math.min(countNamedIn(prompt) ?? 4, max);
}

export function arkFields(body: unknown): Fields {
  return new Fields(body, ({ name, isMissing, why }) => new ArkRefusal({ code: isMissing ? 'MissingParameter' : 'InvalidParameter', message: `The parameter \`${name}\` ${why}.`, param: name }));
}

/** Reads a request for pictures; refuses what the model cannot do. */
export async function readImageOrder(body: unknown, rules: ImageRules): Promise<ImageOrder> {
  const fields = arkFields(body);
  const { id, model } = findArkModel(fields.needText('model'), rules.models, rules.access);
  if (rules.onUnsupported === 'refuse') fields.onlyKnows(FIELDS);
  const prompt = fields.needText('prompt');
  checkExtras(fields, model, rules.onUnsupported === 'refuse');
  const references = await readReferences(fields, model, rules.maxReferenceBytes);
  const max = readMost(fields, model, references.length);
  const isStream = fields.flag('stream') ?? false;
  if (isStream && !model.makesGroups) throw fields.wrong('stream', 'is not supported by this model');
  const type = model.choosesFormat ? (fields.oneOf('output_format', ['png', 'jpeg']) ?? 'jpeg') : 'jpeg';
  return {
    modelId: id, prompt, ...readSize({ fields, model, prompt, reference: references[0] }), references: references.length, isGroup: max !== undefined,
    count: max === undefined ? 1 : Math.max(1, Math.min(max, rules.picks(prompt, max))), isStream, type,
    isBase64: (fields.oneOf('response_format', ['url', 'b64_json']) ?? 'url') === 'b64_json', hasWatermark: fields.flag('watermark') ?? true,
  };
}

function checkExtras(fields: Fields, model: ArkImageModel, isStrict: boolean): void {
  const foreign = [...(model.isThird ? [] : ['seed', 'guidance_scale']), ...(model.choosesFormat ? [] : ['output_format']), ...(model.searchesWeb ? [] : ['tools'])].find((name) => fields.has(name));
  if (isStrict && foreign !== undefined) throw fields.wrong(foreign, 'is not supported by this model');
  if (model.isThird) {
    fields.number('seed', { min: -1, max: 2_147_483_647, isWhole: true });
    fields.number('guidance_scale', { min: 1, max: 10 });
  }
  fields.part('optimize_prompt_options')?.oneOf('mode', model.promptModes);
  const tools = model.searchesWeb ? (fields.raw('tools') ?? []) : [];
  const isSearch = (tool: unknown) => typeof tool === 'object' && tool !== null && (tool as { type?: unknown }).type === 'web_search';
  if (!Array.isArray(tools) || !tools.every(isSearch)) throw fields.wrong('tools', 'may hold web_search only');
}

async function readReferences(fields: Fields, model: ArkImageModel, maxBytes: number): Promise<Reference[]> {
  if (model.needsReference) fields.need('image');
  const raw = fields.raw('image');
  const all: unknown[] = raw === undefined ? [] : Array.isArray(raw) ? raw : [raw];
  if (all.length > model.references) throw fields.wrong('image', `may hold at most ${model.references} pictures for this model`);
  const seen: Reference[] = [];
  for (const one of all) {
    seen.push(await lookAt(one, { formats: model.referenceFormats, maxBytes, maxPixels: 36_000_000, aboveSide: 14, allowsData: true }).catch((error: Error) => { throw fields.wrong('image', error.message); }));
  }
  return seen;
}

/** The most pictures of a group, or nothing when a single one is asked for. */
function readMost(fields: Fields, model: ArkImageModel, references: number): number | undefined {
  const mode = fields.oneOf('sequential_image_generation', ['disabled', 'auto']);
  const max = fields.part('sequential_image_generation_options')?.number('max_images', { min: 1, max: MOST, isWhole: true });
  if (mode !== 'auto') return undefined;
  if (!model.makesGroups) throw fields.wrong('sequential_image_generation', 'is not supported by this model');
  if (max !== undefined && max + references > MOST) throw fields.wrong('sequential_image_generation_options.max_images', `and the references may be ${MOST} together`);
  return max ?? MOST - references;
}

function readSize({ fields, model, prompt, reference }: { fields: Fields; model: ArkImageModel; prompt: string; reference: Reference }): { width: number; height: number } {
  const size = fields.text('size') ?? model.defaultSize;
  if (model.namedSizes.includes(size)) {
    if (size === 'adaptive') return reference ?? { width: 1024, height: 1024 };
    return sidesOf((NAMED[size] ?? 1024) ** 2, ratioNamedIn(prompt) ?? { width: 1, height: 1 });
  }
  const [, wide, high] = /^(\d{1,5})x(\d{1,5})$/.exec(size) ?? [];
  const [width, height] = [Number(wide), Number(high)];
  if (wide === undefined || (!model.sides && !model.area)) throw fields.wrong('size', `must be ${[...model.namedSizes, ...(model.sides || model.area ? ['WxH'] : [])].join(', ')}`);
  const isOutside = ([min, max]: readonly [number, number], value: number) => value < min || value > max;
  if (model.sides && (isOutside(model.sides, width) || isOutside(model.sides, height))) throw fields.wrong('size', `must have sides between ${model.sides.join(' and ')}`);
  if (model.area && isOutside(model.area, width * height)) throw fields.wrong('size', `must have between ${model.area.join(' and ')} pixels`);
  if (width > height * 16 || height > width * 16) throw fields.wrong('size', 'must have a ratio between 1/16 and 16');
  return { width, height };
}
