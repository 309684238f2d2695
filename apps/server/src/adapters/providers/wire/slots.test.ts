import { expect, test } from 'vitest';
import type { ImageSlot, Picture } from '../../../ports/image-provider.ts';
import { ProviderError } from '../../../ports/provider-error.ts';
import { answerOfSlots, slotWith } from './slots.ts';

const picture: Picture = { bytes: new Uint8Array([1]), mediaType: 'image/png' };
const failing = (error: Error) => slotWith(() => { throw error; });

test('what goes wrong with one picture is its own', async () => {
  expect(await slotWith(() => picture)).toEqual({ kind: 'picture', picture });
  expect(await failing(new ProviderError('refused', { side: 'output' }))).toEqual({ kind: 'fault', fault: 'refused', facts: { side: 'output' } });
});

test('a cancel, and what is a defect, is that of the whole', async () => {
  await expect(failing(new ProviderError('cancelled'))).rejects.toMatchObject({ fault: 'cancelled' });
  await expect(failing(new TypeError('a defect'))).rejects.toThrow('a defect');
});

test('one picture is an answer; without any, the first fault is told', () => {
  const lost: ImageSlot = { kind: 'fault', fault: 'unknown', facts: {} };
  const refused: ImageSlot = { kind: 'fault', fault: 'refused', facts: { code: 'x' } };
  expect(answerOfSlots([refused, { kind: 'picture', picture }, lost]).slots).toHaveLength(3);
  expect(() => answerOfSlots([refused, lost], new ProviderError('down'))).toThrow(expect.objectContaining({ fault: 'refused', facts: { code: 'x' } }));
  expect(() => answerOfSlots([], new ProviderError('down'))).toThrow(expect.objectContaining({ fault: 'down' }));
  expect(() => answerOfSlots([])).toThrow(expect.objectContaining({ fault: 'empty', facts: { code: 'picture.missing' } }));
});
