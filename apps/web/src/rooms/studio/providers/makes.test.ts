import type { ProviderKindInfo } from '@komawari/contract';
import { expect, test } from 'vitest';
import { makesOf, titleOf, wordOr } from './makes.ts';

const kind = (name: string, defaultUrl: string | null): ProviderKindInfo => ({ kind: name, title: name, bills: false, defaultUrl, secrets: [], settingsSchema: '{}' });

test('the best known stand first, plug-ins last', () => {
  const makes = makesOf([kind('stripes', 'http://127.0.0.1:1'), kind('built-in', 'http://built-in.invalid'), kind('ollama', 'http://127.0.0.1:11434'), kind('angles', null), kind('ark', 'https://ark.test'), kind('openai-compatible', null)]);
  expect(makes.map(({ info, group }) => `${info.kind}:${group}`)).toEqual(['ark:cloud', 'openai-compatible:cloud', 'ollama:home', 'built-in:home', 'angles:plug-in', 'stripes:plug-in']);
  expect(makes[0]?.guidePath).toBe('docs/providers/ark.md');
});

test('what has no word is at least readable', () => {
  const say = (key: string) => (key === 'setting-sideMax' ? 'Longest side' : key);
  expect([wordOr('setting-sideMax', 'sideMax', say as never), wordOr('setting-maxRetryCount', 'maxRetryCount', say as never)]).toEqual(['Longest side', 'Max retry count']);
  const sayTitle = (key: string) => (key === 'title-ark' ? '火山方舟' : key);
  expect([titleOf({ kind: 'ark', title: 'Ark' }, sayTitle as never), titleOf({ kind: 'mine', title: 'Mine' }, sayTitle as never)]).toEqual(['火山方舟', 'Mine']);
});
