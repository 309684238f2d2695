import fc from 'fast-check';
import { ImageModel, Recipe, type ImageModelOffer } from '@komawari/contract';
import { describe, expect, test } from 'vitest';
import { costOf } from './cost.ts';
import { EMPTY_DRAFT, leftOutOf, offerOf, parseDraft, recipeOf, type Draft, type HeldInput } from './draft.ts';
import { partsOf } from './form-parts.ts';
import { fittingSize, pixelsOf, shapesOf } from './shapes.ts';
import { negativeWith, promptWith, promptWithout, STYLES } from './styles.ts';

const FREE = { kind: 'free', multipleOf: 64, sideMin: 256, sideMax: 2048, areaMin: 65_536, areaMax: 4_194_304, aspectMax: 2, resolutions: ['512', '1K', '2K'] } as const;
const model = (part: object = {}) => ImageModel.parse({ id: 'm', name: 'M', abilities: ['generate'], countMax: 1, promptMax: 100, mask: false, progress: 'none', sizes: FREE, settings: [], ...part });
const PROVIDER = `provider_${'0'.repeat(26)}`;
const offer = (part: object = {}, about: object = {}): ImageModelOffer => ({ providerId: PROVIDER as never, providerName: 'P', bills: false, isDefault: false, price: null, model: model(part), ...about });
const held = (n: number): HeldInput => ({ id: `input_${String(n).padStart(26, '0')}`, mediaType: 'image/png', width: 10, height: 10, sizeBytes: 10, thumb: '' });
const draft = (part: Partial<Draft> = {}): Draft => ({ ...EMPTY_DRAFT, prompt: 'a cat', ...part });
const RANGE = { min: 1, max: 50, step: 1, default: 20 };
const TAKES = { countMax: 3, bytesMax: 10, pixelsMax: 10, mediaTypes: ['image/png'] };

describe('what the form shows', () => {
  test('of a plain model nothing that it has no use for', () => {
    expect(partsOf(model({ sizes: { kind: 'named', ratios: ['1:1'], resolutions: ['1K'] } }), draft())).toEqual({ negativePrompt: false, seed: false, steps: false, guidance: false, strength: false, mask: false, canvas: false, pixels: false, resolution: false, works: [], referencesMax: 0, settings: false });
  });

  test('of a rich one all that it can do', () => {
    const rich = model({ abilities: ['generate', 'vary', 'inpaint', 'upscale'], negativePromptMax: 10, seedMax: 9, steps: RANGE, guidance: RANGE, strength: RANGE, references: TAKES, settings: [{ name: 'tiled', kind: 'switch', default: false }] });
    expect(partsOf(rich, draft())).toEqual({ negativePrompt: true, seed: true, steps: true, guidance: true, strength: false, mask: false, canvas: false, pixels: true, resolution: true, works: ['vary', 'upscale'], referencesMax: 3, settings: true });
    // Strength belongs to a picture that is varied, and that picture takes one of the places.
    expect(partsOf(rich, draft({ source: held(1) }))).toMatchObject({ strength: true, referencesMax: 2 });
    expect(partsOf(rich, draft({ source: held(1), work: 'upscale' })).strength).toBe(false);
  });

  test('the only picture that a model takes is the one it works on', () => {
    expect(partsOf(model({ abilities: ['generate', 'vary'], references: { ...TAKES, countMax: 1 } }), draft())).toMatchObject({ works: ['vary'], referencesMax: 0 });
    expect(partsOf(model({ references: { ...TAKES, countMax: 1 } }), draft())).toMatchObject({ works: [], referencesMax: 1 });
  });
});

describe('the recipe of a draft', () => {
  const full = draft({ negativePrompt: 'hands', seed: 7, steps: 3, guidance: 4, strength: 0.4, settings: { tiled: true, other: 1 }, styleWords: 'ink', isFresh: true, count: 3 });

  test('leaves out what the model knows nothing of, and says so', () => {
    expect(recipeOf(full, offer())).toEqual({ ability: 'generate', prompt: 'a cat, ink', model: { providerId: PROVIDER, modelId: 'm' }, size: { kind: 'ratio', ratio: '1:1', resolution: '1K' }, count: 3, referenceIds: [], settings: {} });
    expect(leftOutOf(full, model())).toEqual(['negativePrompt', 'seed', 'steps', 'guidance']);
    expect(leftOutOf(draft(), model())).toEqual([]);
  });

  test('has what the model can do, and is one that the server takes', () => {
    const rich = { abilities: ['generate', 'vary'], negativePromptMax: 10, seedMax: 99, steps: RANGE, guidance: RANGE, strength: RANGE, references: TAKES, settings: [{ name: 'tiled', kind: 'switch', default: false }] };
    const recipe = recipeOf({ ...full, source: held(1), references: [held(2)] }, offer(rich));
    expect(recipe).toMatchObject({ ability: 'vary', negativePrompt: 'hands', seed: 7, steps: 3, guidance: 4, strength: 0.4, isFresh: true, settings: { tiled: true }, sourceId: held(1).id, referenceIds: [held(2).id] });
    expect(Recipe.parse(recipe)).toEqual(recipe);
  });

  test('says what is written for the variables of its words alone, and which style they end with', () => {
    const recipe = recipeOf(draft({ prompt: 'a {{Hair}} {{animal=fox}}', values: { hair: ' red ', animal: '', other: 'x' }, style: 'ink', styleWords: ' ink, {{paper=old}} ', styleNegative: 'colour', negativePrompt: 'hands' }), offer({ negativePromptMax: 99 }));
    expect(recipe).toMatchObject({ prompt: 'a {{Hair}} {{animal=fox}}, ink, {{paper=old}}', hasChoices: true, variables: { hair: 'red' }, style: { id: 'ink', words: 'ink, {{paper=old}}' }, negativePrompt: 'hands, colour' });
    expect(Recipe.parse(recipe)).toEqual(recipe);
    expect(recipeOf(draft({ values: { hair: 'red' }, style: 'ink' }), offer())).not.toHaveProperty('variables');
    expect(recipeOf(draft({ style: 'ink' }), offer())).not.toHaveProperty('style');
  });

  test('keeps pictures that the model does not take, so that it is refused and nobody pays for a drawing without them', () => {
    expect(recipeOf(draft({ source: held(1) }), offer())).toMatchObject({ ability: 'edit', sourceId: held(1).id });
  });

  test('is meant for the model it names, the usual one, or any', () => {
    const [one, two] = [offer({ id: 'one' }), offer({ id: 'two' }, { isDefault: true })];
    expect([offerOf(draft({ model: { providerId: PROVIDER as never, modelId: 'one' } }), [one, two]), offerOf(draft({ model: { providerId: PROVIDER as never, modelId: 'gone' } }), [one, two]), offerOf(draft(), [one]), offerOf(draft(), [])]).toEqual([one, two, one, undefined]);
  });
});

test('a kept draft comes back whole, and nonsense does no harm', () => {
  const whole = draft({ model: { providerId: PROVIDER as never, modelId: 'm' }, size: { kind: 'pixels', width: 512, height: 768 }, seed: 3, source: held(1), references: [held(2)], style: 'ink', styleWords: 'ink', styleNegative: 'colour', values: { hair: 'red' }, settings: { a: 1, b: true } });
  expect(parseDraft(JSON.stringify({ ...whole, style: `style_${'0'.repeat(26)}` })).style).toBe(`style_${'0'.repeat(26)}`);
  expect(parseDraft(JSON.stringify(whole))).toEqual(whole);
  for (const json of [undefined, '', '{', '[]', 'null', '7']) expect(parseDraft(json)).toEqual(EMPTY_DRAFT);
  expect(parseDraft(JSON.stringify({ prompt: 7, count: 99, size: { kind: 'ratio', ratio: '0:1' }, style: 'constructor', values: { a: 7 }, references: [{}], settings: { a: {} }, model: {} }))).toEqual(EMPTY_DRAFT);
});

describe('sizes', () => {
  test('of a free model are those that are not too slim; of others what they say', () => {
    expect(shapesOf(FREE as never).map(({ name }) => name)).toEqual(['1:1', '4:3', '3:4', '3:2', '2:3', '16:9', '9:16']);
    expect(shapesOf({ kind: 'fixed', sizes: [{ width: 100, height: 50 }] })).toEqual([{ name: '100 × 50', aspect: 2, size: { kind: 'pixels', width: 100, height: 50 } }]);
  });

  test('a wish goes to the nearest that there is', () => {
    const named = { kind: 'named', ratios: ['1:1', '16:9'], resolutions: ['2K', '4K'] } as const;
    expect(fittingSize({ kind: 'ratio', ratio: '3:2' }, named as never)).toEqual({ kind: 'ratio', ratio: '16:9', resolution: '2K' });
    expect(fittingSize({ kind: 'pixels', width: 500, height: 500 }, named as never)).toEqual({ kind: 'ratio', ratio: '1:1', resolution: '2K' });
    expect(fittingSize({ kind: 'ratio', ratio: '16:9', resolution: '1K' }, { kind: 'fixed', sizes: [{ width: 1024, height: 1024 }, { width: 1792, height: 1024 }] })).toEqual({ kind: 'pixels', width: 1792, height: 1024 });
    expect(fittingSize({ kind: 'pixels', width: 500, height: 500 }, FREE as never)).toEqual({ kind: 'pixels', width: 500, height: 500 });
  });

  test('pixels begin near the ratio, on the grid', () => {
    expect(pixelsOf({ kind: 'ratio', ratio: '16:9', resolution: '1K' }, FREE as never)).toEqual({ width: 1344, height: 768 });
    expect(pixelsOf({ kind: 'ratio', ratio: '2:1', resolution: '4K' }, FREE as never)).toEqual({ width: 2048, height: 2048 });
  });
});

test('what it will cost', () => {
  const priced = (micros: number, currency = 'CNY') => offer({}, { bills: true, price: { currency, perPictureMicros: micros } });
  expect(costOf(offer(), 4, 'en')).toEqual({ kind: 'free' });
  expect(costOf(priced(200_000), 4, 'en')).toEqual({ kind: 'about', text: '¥0.80' });
  expect(costOf(priced(39_000, 'USD'), 1, 'en')).toEqual({ kind: 'about', text: '$0.04' });
  expect(costOf(priced(1500, 'USD'), 1, 'en')).toEqual({ kind: 'about', text: '$0.0015' });
  expect(costOf(offer({ price: { currency: 'USD', perPictureMicros: 40_000 } }, { bills: true }), 2, 'en')).toEqual({ kind: 'about', text: '$0.08' });
  expect(costOf(offer({}, { bills: true, price: { currency: 'USD', perMillionInputTokensMicros: 5 } }), 2, 'en')).toEqual({ kind: 'unknown' });
});

test('the words of a style stand behind the prompt', () => {
  expect([promptWith(' a cat ', 'ink'), promptWith('a cat.', ' ink '), promptWith('一只猫。', 'ink'), promptWith('', 'ink'), promptWith('a cat', '')]).toEqual(['a cat, ink', 'a cat. ink', '一只猫。 ink', '', 'a cat']);
  expect([negativeWith(' hands ', ''), negativeWith('', ' text '), negativeWith('hands', 'text')]).toEqual(['hands', 'text', 'hands, text']);
});

test('and are taken from there again', () => {
  expect([promptWithout('a cat, ink', 'ink'), promptWithout('a cat. ink', 'ink'), promptWithout('a cat', 'ink'), promptWithout('ink', 'ink'), promptWithout('a catink', 'ink'), promptWithout('a cat', '')]).toEqual(['a cat', 'a cat.', undefined, undefined, undefined, undefined]);
  const words = fc.oneof(fc.stringMatching(/^[a-z猫。., ]{1,20}$/), fc.string({ minLength: 1, maxLength: 30 })).filter((text) => text.trim() !== '');
  fc.assert(fc.property(words, fc.oneof(words, fc.constantFrom(...Object.values(STYLES).map((style) => style.words))), (prompt, style) => {
    const sent = promptWith(prompt, style);
    const found = promptWithout(sent, style.trim());
    expect(found).toBeDefined();
    expect(promptWith(found ?? '', style)).toBe(sent);
  }), { numRuns: 200 });
});
