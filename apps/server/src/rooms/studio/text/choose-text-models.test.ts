import type { TextModel } from '@komawari/contract';
import { expect, test } from 'vitest';
import type { ReadyTextModel } from '../gateway/ready-model.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { chooseTextModels } from './choose-text-models.ts';
import type { TextAsk } from './text-ask.ts';

const MODEL: TextModel = { id: 'blind', name: 'Blind', streams: false, schema: true, tools: false, seed: false, thinks: false };
const ready = (providerId: string, model: TextModel) => ({ providerId, model }) as ReadyTextModel;
const blind = ready('one', MODEL);
const seeing = ready('one', { ...MODEL, id: 'seeing', pictures: { countMax: 1, bytesMax: 1000, pixelsMax: 1000, mediaTypes: ['image/png'] } });
const book = (all: readonly ReadyTextModel[]) => ({ listTextModels: async () => all, findTextDefault: async () => blind, findChain: async () => undefined }) as unknown as ProviderBook;
const ask = (pictures: number): TextAsk => ({ messages: [{ role: 'user', text: 'x', pictures: Array.from({ length: pictures }, () => ({ bytes: new Uint8Array(1), mediaType: 'image/png' as const, width: 1, height: 1 })) }] });

test('where the usual model cannot see, one that can is asked; where none can, that is said', async () => {
  expect(await chooseTextModels(book([blind, seeing]), { purpose: 'vision' }, ask(1))).toEqual([seeing]);
  expect(await chooseTextModels(book([blind, seeing]), { purpose: 'vision' }, ask(0))).toEqual([blind]);
  await expect(chooseTextModels(book([blind]), { purpose: 'vision' }, ask(1))).rejects.toMatchObject({ code: 'studio.cannot' });
});
