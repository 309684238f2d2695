import type { ProviderModel } from '@komawari/contract';
import { expect, test } from 'vitest';
import { endOf, factsOf, findModels, othersThan } from './model-facts.ts';

const image = {
  id: 'seedream', name: 'Seedream', abilities: ['generate', 'edit', 'inpaint'], sizes: { kind: 'free', multipleOf: 1, sideMin: 1, sideMax: 2, areaMin: 1, areaMax: 2, aspectMax: 2, resolutions: ['1K', '4K'] }, countMax: 4, promptMax: 1,
  seedMax: 9, mask: true, progress: 'previews', settings: [], references: { countMax: 14, bytesMax: 1, pixelsMax: 1, mediaTypes: ['image/png'] },
} as const;
const text = { id: 'doubao', name: 'Doubao lite', contextTokens: 256_000, streams: true, schema: false, tools: true, seed: false, thinks: true } as const;
const model = (job: 'image' | 'text', facts: object, isEnabled = true) => ({ modelId: (facts as { id: string }).id, name: (facts as { name: string }).name, job, isEnabled, price: null, image: job === 'image' ? facts : null, text: job === 'text' ? facts : null }) as unknown as ProviderModel;

test('what a model can do is said once, and only that', () => {
  expect(factsOf(model('image', image)).map(({ word }) => word)).toEqual(['can-generate', 'can-edit', 'factMask', 'factReferences', 'factUpTo', 'factCount', 'factSeed', 'factPreviews']);
  expect(factsOf(model('image', { ...image, mask: false, sizes: { kind: 'named', ratios: ['1:1', '3:2'], resolutions: [] } })).map(({ word, fill }) => [word, fill?.['count']])).toContainEqual(['factRatios', 2]);
  expect(factsOf(model('text', text))).toEqual([{ word: 'factContext', fill: { tokens: '256K' } }, { word: 'factTools' }, { word: 'factThinks' }]);
  expect([8192, 1_048_576, 500].map((contextTokens) => factsOf(model('text', { ...text, contextTokens }))[0]?.fill?.['tokens'])).toEqual(['8K', '1M', '500']);
});

test('an end is told when it is near or past', () => {
  const ends = (endsAt?: string) => endOf(model('image', endsAt === undefined ? image : { ...image, endsAt }), new Date('2026-11-23T00:00:00Z'));
  expect([ends(), ends('2027-06-01'), ends('2026-12-01'), ends('2026-11-01')]).toEqual([undefined, undefined, { at: '2026-12-01', isPast: false }, { at: '2026-11-01', isPast: true }]);
});

test('models are found by their names, ids, job and whether they are on', () => {
  const models = [model('image', image), model('text', text, false)];
  const found = (typed: string, filter: Parameters<typeof findModels>[2] = 'all') => findModels(models, typed, filter).map(({ modelId }) => modelId);
  expect([found('SEED'), found('lite doubao'), found(''), found('', 'text'), found('', 'on'), found('', 'off'), found('zzz')]).toEqual([['seedream'], ['doubao'], ['seedream', 'doubao'], ['doubao'], ['seedream'], ['doubao'], []]);
});

test('only those whose switch changes are named', () => {
  const models = [model('image', image), model('text', text, false)];
  expect([othersThan(models, true), othersThan(models, false)]).toEqual([[{ job: 'text', modelId: 'doubao' }], [{ job: 'image', modelId: 'seedream' }]]);
});
