import { expect, test } from 'vitest';
import { findNamed, nameModels, type Nameable } from './model-names.ts';
import { OpenaiRefusal } from './openai-refusal.ts';

const of = (providerId: string, providerName: string, ...ids: string[]): Nameable[] => ids.map((id) => ({ providerId, providerName, model: { id } }));
const MODELS = [...of('provider_bbbbbb', 'Open AI!', 'gpt', 'shared'), ...of('provider_aaaaaa', 'OpenAI — Ä', 'shared'), ...of('provider_cccccc', 'open ai', 'gpt'), ...of('provider_dddddd', '豆包', 'seed'), ...of('provider_eeeeee', 'Komawari', 'x/y')];

test('a name is plain letters; what is called the same or has none is told apart, and ours stays ours', () => {
  expect(nameModels(MODELS).map(({ name }) => name)).toEqual(['open-ai/gpt', 'open-ai/shared', 'openai-a/shared', 'open-ai-cccccc/gpt', 'provider-dddddd/seed', 'komawari-eeeeee/x/y']);
});

test('a provider that is added later takes no name away', () => {
  const before = nameModels(MODELS).map(({ name }) => name);
  expect(nameModels([...of('provider_zzzzzz', 'Open AI', 'gpt'), ...MODELS]).map(({ name }) => name).slice(1)).toEqual(before);
});

test.each([['open-ai/gpt', 0], ['open-ai-cccccc/gpt', 3], ['provider_cccccc/gpt', 3], ['seed', 4], ['x/y', 5], ['komawari-eeeeee/x/y', 5]])('%s is found', (asked, at) => {
  expect(findNamed(MODELS, asked)).toBe(MODELS[at]);
});

test.each([['gpt', 400, 'ambiguous_model'], ['shared', 400, 'ambiguous_model'], ['', 404, 'model_not_found'], ['open-ai/', 404, 'model_not_found'], ['OPEN-AI/GPT', 404, 'model_not_found'], ['../open-ai/gpt', 404, 'model_not_found'], ['toString', 404, 'model_not_found']])('%j is not', (asked, status, code) => {
  const error = ((): unknown => { try { return findNamed(MODELS, asked); } catch (thrown) { return thrown; } })();
  expect(error).toBeInstanceOf(OpenaiRefusal);
  expect((error as OpenaiRefusal).problem).toMatchObject({ status, code, param: 'model' });
});
