/** What a model can do, in a few chips; and which models are looked for. */
import type { ImageModel, ProviderModel, TextModel } from '@komawari/contract';

export type Fact = { word: `can-${ImageModel['abilities'][number]}` | 'factRatios' | 'factUpTo' | 'factSizes' | 'factReferences' | 'factMask' | 'factSeed' | 'factPreviews' | 'factShare' | 'factCount' | 'factNegative' | 'factSees' | 'factSchema' | 'factTools' | 'factThinks' | 'factContext'; fill?: Record<string, string | number> };

export function factsOf({ image, text }: ProviderModel): Fact[] {
  if (image) return imageFacts(image);
  return text ? textFacts(text) : [];
}

function imageFacts(model: ImageModel): Fact[] {
  const { sizes } = model;
  const top = sizes.kind === 'fixed' ? undefined : sizes.resolutions.at(-1);
  return [
    ...model.abilities.filter((ability) => ability !== 'inpaint' || !model.mask).map((ability): Fact => ({ word: `can-${ability}` })),
    ...(model.mask ? [{ word: 'factMask' } as const] : []),
    ...(model.references ? [{ word: 'factReferences', fill: { count: model.references.countMax } } as const] : []),
    ...(sizes.kind === 'named' ? [{ word: 'factRatios', fill: { count: sizes.ratios.length } } as const] : sizes.kind === 'fixed' ? [{ word: 'factSizes', fill: { count: sizes.sizes.length } } as const] : []),
    ...(top === undefined ? [] : [{ word: 'factUpTo', fill: { size: top } } as const]),
    ...(model.countMax > 1 ? [{ word: 'factCount', fill: { count: model.countMax } } as const] : []),
    ...(model.seedMax === undefined ? [] : [{ word: 'factSeed' } as const]),
    ...(model.negativePromptMax === undefined ? [] : [{ word: 'factNegative' } as const]),
    ...(model.progress === 'previews' ? [{ word: 'factPreviews' } as const] : model.progress === 'share' ? [{ word: 'factShare' } as const] : []),
  ];
}

function textFacts(model: TextModel): Fact[] {
  return [
    ...(model.contextTokens === undefined ? [] : [{ word: 'factContext', fill: { tokens: shortCount(model.contextTokens) } } as const]),
    ...(model.pictures ? [{ word: 'factSees' } as const] : []), ...(model.schema ? [{ word: 'factSchema' } as const] : []),
    ...(model.tools ? [{ word: 'factTools' } as const] : []), ...(model.thinks ? [{ word: 'factThinks' } as const] : []),
  ];
}

/** `8192` is 8K, `256000` 256K, `1000000` 1M: as their makers call them. */
function shortCount(tokens: number): string {
  if (tokens >= 1_000_000) return `${Math.round(tokens / 100_000) / 10}M`;
  const by = tokens % 1000 === 0 ? 1000 : 1024;
  return tokens < 1000 ? String(tokens) : `${Math.round(tokens / by)}K`;
}

const NEAR_MS = 60 * 86_400_000;

/** The day on which a model ends, when that is near or past. */
export function endOf({ image, text }: ProviderModel, now: Date): { at: string; isPast: boolean } | undefined {
  const at = (image ?? text)?.endsAt;
  if (at === undefined) return undefined;
  const left = Date.parse(at) - now.getTime();
  return left > NEAR_MS ? undefined : { at, isPast: left <= 0 };
}

export type ModelFilter = 'all' | 'image' | 'text' | 'on' | 'off';

/** Every typed word must stand in the name or the id. */
export function findModels(models: readonly ProviderModel[], typed: string, filter: ModelFilter): ProviderModel[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '');
  return models.filter((model) => {
    const text = `${model.name} ${model.modelId}`.normalize('NFKC').toLowerCase();
    const fits = filter === 'all' || filter === model.job || (filter === 'on' && model.isEnabled) || (filter === 'off' && !model.isEnabled);
    return fits && words.every((word) => text.includes(word));
  });
}

/** Those whose switch is not so yet, as a request names them. */
export function othersThan(models: readonly ProviderModel[], isEnabled: boolean): { job: ProviderModel['job']; modelId: string }[] {
  return models.filter((model) => model.isEnabled !== isEnabled).map(({ job, modelId }) => ({ job, modelId }));
}
