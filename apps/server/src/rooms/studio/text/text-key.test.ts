import type { OwnerRef, ProviderId, TextModel } from '@komawari/contract';
import { expect, test } from 'vitest';
import type { ReadyTextModel } from '../gateway/ready-model.ts';
import { textProblems, type SeenPicture, type TextAsk } from './text-ask.ts';
import { textKey } from './text-key.ts';

const MODEL: TextModel = { id: 'm', name: 'M', streams: true, schema: false, tools: false, seed: false, thinks: false, answerTokensMax: 100 };
const ready = { providerId: 'provider_1' as ProviderId, model: MODEL } as ReadyTextModel;
const ME = 'user:me' as OwnerRef;
const picture = (byte: number): SeenPicture => ({ bytes: new Uint8Array([byte]), mediaType: 'image/png', width: 1, height: 1 });
const ask = (more: Partial<TextAsk> = {}): TextAsk => ({ messages: [{ role: 'user', text: 'x' }], seed: 1, ...more });

test('the same request of the same person has the same key, and nothing else has', () => {
  const key = (asked = ask(), owner = ME, one = ready) => textKey(owner, one, asked);
  expect(key(ask({ temperature: 0.5, topP: 1 }))).toBe(key({ topP: 1, seed: 1, messages: [{ role: 'user', text: 'x' }], temperature: 0.5 }));
  const seen = (byte: number) => ask({ messages: [{ role: 'user', text: 'x', pictures: [picture(byte)] }] });
  expect(key(seen(1))).toBe(key(seen(1)));
  const others = [key(), key(ask({ seed: 2 })), key(ask({ temperature: 0 })), key(ask({ messages: [{ role: 'system', text: 'x' }] })), key(seen(1)), key(seen(2)), key(ask(), 'user:you' as OwnerRef), key(ask(), ME, { ...ready, model: { ...MODEL, id: 'n' } }), key(ask({ stop: ['x'] }))];
  expect(new Set(others).size).toBe(others.length);
});

test('what is left to chance is not kept', () => {
  const { seed: _, ...chance } = ask();
  expect([textKey(ME, ready, chance), textKey(ME, ready, { ...chance, temperature: 0.1 })]).toEqual([undefined, undefined]);
  expect(textKey(ME, ready, { ...chance, temperature: 0 })).toMatch(/^[0-9a-f]{64}$/);
});

test('what a model cannot do is said field by field', () => {
  const all = textProblems(ask({ tools: [{ name: 't', description: '', schema: {} }], thinking: true, answerTokensMax: 101, messages: [{ role: 'user', text: '', pictures: [picture(1)] }] }), MODEL);
  expect(all.map(({ field }) => field)).toEqual(['messages', 'tools', 'seed', 'thinking', 'answerTokensMax']);
  const able: TextModel = { ...MODEL, tools: true, seed: true, thinks: true, pictures: { countMax: 1, bytesMax: 10, pixelsMax: 10, mediaTypes: ['image/png'] } };
  expect(textProblems(ask({ thinking: false, answerTokensMax: 100, messages: [{ role: 'user', text: '', pictures: [picture(1)] }] }), able)).toEqual([]);
  const large: SeenPicture = { bytes: new Uint8Array(11), mediaType: 'image/webp', width: 11, height: 1 };
  expect(textProblems(ask({ messages: [{ role: 'user', text: '', pictures: [large, large] }] }), able).length).toBeGreaterThan(3);
});
