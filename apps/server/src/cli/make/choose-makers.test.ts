import { expect, test } from 'vitest';
import { chooseMakers } from './choose-makers.ts';
import { parseMake } from './parse-make.ts';

const offers = [{ providerId: 'provider_1', providerName: 'Ark', model: { id: 'seedream/4' } }, { providerId: 'provider_2', providerName: 'Home', model: { id: 'sd' } }, { providerId: 'provider_3', providerName: 'home', model: { id: 'sd' } }];
const list = async () => ({ items: offers });

test('a model goes by its provider and its id, whatever stands in it', async () => {
  expect(await chooseMakers(list, { artist: 'ark/seedream/4', writer: 'provider_2/sd' })).toEqual({ artist: 'provider_1/seedream/4', writer: 'provider_2/sd' });
  expect(await chooseMakers(list, { artist: undefined, writer: undefined })).toEqual({});
});

test('names that nobody has, or several, are told so', async () => {
  for (const [artist, code] of [['home/sd', 'studio.which-provider'], ['Nobody/sd', 'studio.no-such-provider'], ['Ark/sd', 'studio.no-such-model']] as const) {
    await expect(chooseMakers(list, { artist, writer: undefined }), artist).rejects.toMatchObject({ mistakes: [{ code }] });
  }
});

test('the built-in ones need no name, and a name without its provider is none', () => {
  expect(parseMake(['s.txt'])).toMatchObject({ artist: undefined, writer: undefined });
  expect(parseMake(['s.txt', '--artist', 'Ark/seedream', '--writer', 'built-in'])).toMatchObject({ artist: 'Ark/seedream', writer: undefined });
  expect(() => parseMake(['s.txt', '--artist', 'seedream'])).toThrow(/--artist.*storyboard/);
  expect(() => parseMake(['s.txt', '--writer', 'Ark/doubao', '--alone'])).toThrow(/running/);
});
