import type { ImageModel, PictureInput, SizeRule, TextModel } from '@komawari/contract';
import type { ArkImageModel, ArkSettings, ArkTextModel } from './ark-settings.ts';

const SEED_MAX = 2_147_483_647;
/** The API takes 1 to 10 wherever it takes guidance. */
const GUIDANCE = { min: 1, max: 10, step: 0.5 };
/** The size comes out as that of the picture that is edited, whatever is chosen. */
const AS_SOURCE: SizeRule = { kind: 'named', ratios: ['1:1', '3:2', '2:3', '4:3', '3:4', '16:9', '9:16', '21:9', '9:21'], resolutions: [] };

export function imageModelOf(row: ArkImageModel, settings: ArkSettings): ImageModel {
  const edits = row.references > 0 ? ['edit' as const] : [];
  return {
    id: row.id, name: row.name, abilities: row.needsSource ? ['edit'] : ['generate', ...edits],
    sizes: row.sizes === 'source' ? AS_SOURCE : row.sizes, countMax: row.groups ? settings.groupMax : 1, promptMax: settings.promptMax,
    ...(row.seed ? { seedMax: SEED_MAX } : {}), ...(row.guidanceDefault === undefined ? {} : { guidance: { ...GUIDANCE, default: row.guidanceDefault } }),
    ...(row.references > 0 ? { references: inputOf(settings, row.references, row.referenceTypes) } : {}),
    mask: false, progress: 'none', settings: choicesOf(row), ...known(row),
  };
}

export function textModelOf(row: ArkTextModel, settings: ArkSettings): TextModel {
  const { contextTokens, answerTokensMax, schema, tools, thinks, sees } = row;
  return {
    id: row.id, name: row.name, streams: true, schema, tools, thinks, seed: false,
    ...(contextTokens === undefined ? {} : { contextTokens }), ...(answerTokensMax === undefined ? {} : { answerTokensMax }),
    ...(sees ? { pictures: inputOf(settings, settings.seenMax, ['image/png', 'image/jpeg', 'image/webp']) } : {}), ...known(row),
  };
}

function inputOf({ referenceBytesMax, referencePixelsMax }: ArkSettings, countMax: number, mediaTypes: PictureInput['mediaTypes']): PictureInput {
  return { countMax, bytesMax: referenceBytesMax, pixelsMax: referencePixelsMax, mediaTypes };
}

function choicesOf({ formats, promptModes, webSearch }: ArkImageModel): ImageModel['settings'] {
  return [
    ...(formats.length > 0 ? [{ name: 'format', kind: 'choice' as const, choices: formats, default: formats[0] }] : []),
    ...(promptModes.length > 0 ? [{ name: 'promptMode', kind: 'choice' as const, choices: promptModes, default: promptModes[0] }] : []),
    ...(webSearch ? [{ name: 'webSearch', kind: 'switch' as const, default: false }] : []),
  ];
}

function known({ price, endsAt }: Pick<ArkImageModel, 'price' | 'endsAt'>): Pick<ImageModel, 'price' | 'endsAt'> {
  return { ...(price ? { price } : {}), ...(endsAt === undefined ? {} : { endsAt }) };
}
