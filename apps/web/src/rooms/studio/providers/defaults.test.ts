import type { Provider } from '@komawari/contract';
import { expect, test } from 'vitest';
import { candidatesFor, choiceOf, purposesOf } from './defaults.ts';

const draws = (modelId: string, isEnabled = true, abilities = ['generate']) => ({ modelId, name: modelId.toUpperCase(), job: 'image', isEnabled, image: { abilities }, text: null });
const writes = (modelId: string, pictures?: object) => ({ modelId, name: modelId, job: 'text', isEnabled: true, image: null, text: { pictures } });
const provider = (id: string, models: object[], more: object = {}) => ({ id, name: id, isEnabled: true, isUsable: true, models, ...more }) as unknown as Provider;
const providers = [provider('own', [draws('pen')], { kind: 'built-in' }), provider('a', [draws('ink'), draws('old', false), draws('larger', true, ['upscale']), writes('poet'), writes('eyes', {})]), provider('b', [draws('away')], { isEnabled: false })];
const at = (purpose: 'picture' | 'script', providerId: string, modelId: string) => ({ purpose, providerId, modelId }) as never;

test('only what is on and able is offered', () => {
  const ids = (purpose: Parameters<typeof candidatesFor>[0]) => candidatesFor(purpose, providers).map(({ modelId }) => modelId);
  expect([ids('picture'), ids('panel'), ids('script'), ids('vision')]).toEqual([['ink', 'pen'], ['ink', 'pen'], ['poet', 'eyes'], ['eyes']]);
});

test('a choice that cannot serve any more is told', () => {
  expect(choiceOf('picture', [], providers)).toEqual({ state: 'none' });
  expect(choiceOf('picture', [at('picture', 'a', 'ink')], providers)).toMatchObject({ state: 'chosen', name: 'INK' });
  expect([at('picture', 'a', 'old'), at('picture', 'b', 'away'), at('picture', 'c', 'gone')].map((one) => choiceOf('picture', [one], providers).state)).toEqual(['off', 'off', 'off']);
});

test('a provider knows what it was chosen for', () => {
  const defaults = [at('picture', 'a', 'ink'), at('script', 'a', 'poet')];
  expect([purposesOf(defaults, 'a'), purposesOf(defaults, 'a', 'poet'), purposesOf(defaults, 'b')]).toEqual([['picture', 'script'], ['script'], []]);
});
