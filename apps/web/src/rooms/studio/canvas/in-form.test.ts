import { ImageModel, Recipe, type ImageModelOffer } from '@komawari/contract';
import { recipeProblems } from '@komawari/contract/studio-check';
import { expandPrompt } from '@komawari/contract/studio-craft';
import { describe, expect, test } from 'vitest';
import { EMPTY_DRAFT, parseDraft, recipeOf, worksOf, type Draft } from '../desk/draft.ts';
import { partsOf } from '../desk/form-parts.ts';
import { changesOf, recalled } from '../picture/recall.ts';
import { extending } from './extending.ts';

const SIZES = { kind: 'free', multipleOf: 8, sideMin: 64, sideMax: 2048, areaMin: 4096, areaMax: 4_194_304, aspectMax: 4, resolutions: ['1K'] } as const;
const model = (part: object = {}) => ImageModel.parse({ id: 'm', name: 'M', abilities: ['generate', 'inpaint'], countMax: 1, promptMax: 400, mask: true, progress: 'none', sizes: SIZES, settings: [], strength: { min: 0, max: 1, step: 0.05, default: 0.75 }, references: { countMax: 1, bytesMax: 1e7, pixelsMax: 1e8, mediaTypes: ['image/png'] }, ...part });
const offer = (part: object = {}): ImageModelOffer => ({ providerId: `provider_${'0'.repeat(26)}` as ImageModelOffer['providerId'], providerName: 'P', bills: false, isDefault: true, price: null, model: model(part) });
const ID = `input_${'0'.repeat(26)}`;
const source = { id: ID, mediaType: 'image/png', width: 600, height: 401, sizeBytes: 9, thumb: '' };
const draft: Draft = { ...EMPTY_DRAFT, prompt: 'a harbour', work: 'outpaint', source, grows: { sourceId: ID, left: 0, top: 0, right: 113, bottom: 0 }, strength: 0.3 };

describe('in the form', () => {
  test('who draws parts or edits by words is offered for going beyond the edges; then the canvas is the size', () => {
    expect([worksOf(model()), worksOf(model({ abilities: ['edit'], mask: false })), worksOf(model({ mask: false }))]).toEqual([['inpaint', 'outpaint'], ['edit', 'outpaint'], []]);
    expect(partsOf(model(), draft)).toMatchObject({ canvas: true, mask: false, strength: false });
    const recipe = recipeOf(draft, offer());
    expect(recipe).toMatchObject({ ability: 'outpaint', sourceId: ID, grows: { left: 0, top: 0, right: 113, bottom: 0 }, size: { kind: 'pixels', width: 713, height: 401 } });
    expect(recipe.strength).toBeUndefined();
    expect(Recipe.safeParse(recipe).success).toBe(true);
    expect(recipeProblems(recipe, model(), { source, references: [] })).toEqual([]);
    expect(recipeProblems(recipeOf({ ...draft, grows: null }, offer()), model(), { source, references: [] }).map(({ code }) => code)).toEqual(['grow-missing']);
  });

  test('it is there again after a refresh, and comes back from a picture, told before it does', () => {
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft);
    const recipe = recipeOf(draft, offer());
    const part = recalled('all', { recipe, seed: 5, model: recipe.model ?? null });
    expect(part).toMatchObject({ work: 'outpaint', grows: draft.grows, source: { id: ID } });
    expect(part.size, 'the canvas is no shape for other pictures').toBeUndefined();
    expect(changesOf(EMPTY_DRAFT, part, [offer()]).find(({ part: name }) => name === 'canvas')).toEqual({ part: 'canvas', before: null, after: '→ 113' });
    expect(recipeOf({ ...EMPTY_DRAFT, ...part, source }, offer())).toMatchObject({ grows: recipe.grows, size: recipe.size });
  });

  test('words that stand there stay, and those of a picture come as they were drawn', () => {
    const to = { work: 'outpaint', model: { providerId: offer().providerId, modelId: 'm' } };
    expect(extending({ prompt: 'a fox' }, offer(), { prompt: 'a dog' })).toEqual(to);
    const part = extending({ prompt: 'a sign that says {a|b}' }, offer(), { prompt: ' ' });
    expect(part).toEqual({ ...to, prompt: String.raw`a sign that says \{a\|b\}` });
    expect(expandPrompt(part.prompt ?? '', new Map(), 1), 'nothing is chosen in it').toBe('a sign that says {a|b}');
  });

  test('without its background a picture keeps its size', () => {
    expect(recipeOf({ ...draft, work: 'cut-out' }, offer({ abilities: ['cut-out'] }))).toMatchObject({ ability: 'cut-out', size: { kind: 'pixels', width: 600, height: 400 } });
  });
});
