import { expect, test } from 'vitest';
import type { TextPiece } from '../../../ports/text-provider.ts';
import { openPieceLine } from './piece-line.ts';

const text = (words: string): TextPiece => ({ kind: 'text', text: words });

test('pieces come in order; what gathers goes as one of its kind; the end is the end', async () => {
  const line = openPieceLine();
  for (const piece of [text('a'), text('b'), { kind: 'thinking', text: 'c' } as const, text('d')]) line.tell(piece);
  await line.begun;
  const reader = line.read(60_000);
  expect([(await reader.next()).value, (await reader.next()).value, (await reader.next()).value]).toEqual([text('ab'), { kind: 'thinking', text: 'c' }, text('d')]);
  const next = reader.next();
  line.tell(text('e'));
  line.end();
  expect([(await next).value, (await reader.next()).done]).toEqual([text('e'), true]);
});

test('silence is heard', async () => {
  const line = openPieceLine();
  const reader = line.read(1);
  expect(await reader.next()).toEqual({ value: undefined, done: false });
  line.end();
  expect((await reader.next()).done).toBe(true);
});
