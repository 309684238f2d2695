/** The models of Ark as they were known in autumn 2026, as defaults of its settings: ids end soon, so nothing else may name one. */
import type { Resolution, SizeRule } from '@komawari/contract';

/** Width to height from 1:16 to 16:1. */
const ASPECT_MAX = 16;

function byArea(areaMin: number, areaMax: number, resolutions: Resolution[]): SizeRule {
  const [sideMin, sideMax] = [Math.ceil(Math.sqrt(areaMin / ASPECT_MAX)), Math.floor(Math.sqrt(areaMax * ASPECT_MAX))];
  return { kind: 'free', multipleOf: 1, sideMin, sideMax, areaMin, areaMax, aspectMax: ASPECT_MAX, resolutions };
}

function bySides(sideMin: number, sideMax: number, resolutions: Resolution[]): SizeRule {
  return { kind: 'free', multipleOf: 1, sideMin, sideMax, areaMin: sideMin ** 2, areaMax: sideMax ** 2, aspectMax: sideMax / sideMin, resolutions };
}

const LATER = { references: 14, groups: true, streams: true };
const FIRST_TYPES: ('image/png' | 'image/jpeg')[] = ['image/png', 'image/jpeg'];

/** `1024x1024` is too small for 4.5 and 5.0 lite. The pro model ends at 4.19 or 4.62 MP, as sources differ: the smaller holds. */
export const ARK_IMAGE_MODELS = [
  { ...LATER, id: 'doubao-seedream-5-0-260128', name: 'Seedream 5.0 lite', sizes: byArea(3_686_400, 16_777_216, ['2K', '3K', '4K']), formats: ['jpeg' as const, 'png' as const], webSearch: true },
  { id: 'doubao-seedream-5-0-pro-260628', name: 'Seedream 5.0 pro', sizes: byArea(921_600, 4_194_304, ['1K', '1.5K', '2K']), references: 10, formats: ['jpeg' as const, 'png' as const] },
  { ...LATER, id: 'doubao-seedream-4-5-251128', name: 'Seedream 4.5', sizes: byArea(3_686_400, 16_777_216, ['2K', '4K']) },
  { ...LATER, id: 'doubao-seedream-4-0-250828', name: 'Seedream 4.0', sizes: byArea(921_600, 16_777_216, ['1K', '2K', '4K']), promptModes: ['standard', 'fast'] },
  { id: 'doubao-seedream-3-0-t2i-250415', name: 'Seedream 3.0', sizes: bySides(512, 2048, ['512', '1K', '1.5K', '2K']), seed: true, guidanceDefault: 2.5 },
  { id: 'doubao-seededit-3-0-i2i-250628', name: 'SeedEdit 3.0', sizes: 'source' as const, references: 1, needsSource: true, referenceTypes: FIRST_TYPES, seed: true, guidanceDefault: 5.5 },
];

const SEED_2 = { contextTokens: 256_000, tools: true, thinks: true, sees: true };

/** Told by those who use them, not by their maker. */
export const ARK_TEXT_MODELS = [
  { ...SEED_2, id: 'doubao-seed-2-1-pro-260628', name: 'Doubao Seed 2.1 pro' },
  { ...SEED_2, id: 'doubao-seed-2-1-turbo-260628', name: 'Doubao Seed 2.1 turbo' },
  { ...SEED_2, id: 'doubao-seed-2-0-lite-260428', name: 'Doubao Seed 2.0 lite' },
  { ...SEED_2, id: 'doubao-seed-2-0-mini-260428', name: 'Doubao Seed 2.0 mini' },
];
