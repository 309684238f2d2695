import { expect, test } from 'vitest';
import { HOST_SENTENCES } from './host-sentences.ts';
import { sentence } from './sentences.ts';
import { SECRETS_SENTENCES } from './secrets-sentences.ts';
import { STUDIO_SENTENCES } from './studio-sentences.ts';

const gapsOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

test.each(Object.entries({ ...STUDIO_SENTENCES, ...HOST_SENTENCES, ...SECRETS_SENTENCES }))('%s says the same in every language', (_, { en, ...others }) => {
  for (const text of Object.values(others)) expect(gapsOf(text)).toEqual(gapsOf(en));
});

test('the heads of a table are as many in every language', () => {
  for (const code of ['providers.heads', 'providers.kind-heads'] as const) expect(new Set((['en', 'zh-CN', 'ja'] as const).map((language) => sentence(language, code).split(',').length)).size).toBe(1);
});
