import type { TextEvent, WrittenText } from '@komawari/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../kernel/errors.ts';
import type { TextPiece } from '../../../ports/text-provider.ts';
import { hasBegun, openPieceLine } from './piece-line.ts';
import { textEvents } from './text-events.ts';

const ANSWER = { text: 'It rains.', toolCalls: [] } as unknown as WrittenText;

async function told(pieces: readonly TextPiece[], writing: Promise<WrittenText>, isGone = false): Promise<TextEvent[]> {
  const line = openPieceLine();
  for (const piece of pieces) line.tell(piece);
  line.end();
  const events: TextEvent[] = [];
  for await (const text of textEvents({ line, writing, isGone: () => isGone, language: 'en' })) {
    expect(text).toMatch(/^data: [^\n]+\n\n$/);
    events.push(JSON.parse(text.slice('data: '.length)) as TextEvent);
  }
  return events;
}

test('every word comes once, in its order, and one end after all of them', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ kind: fc.constantFrom('text' as const, 'thinking' as const), text: fc.string({ unit: 'binary' }) })), async (pieces) => {
    const events = await told(pieces, Promise.resolve(ANSWER));
    const words = (kind: string, from: readonly { kind?: string; text?: string }[]) => from.filter((one) => one.kind === kind).map(({ text }) => text).join('');
    for (const kind of ['text', 'thinking']) expect(words(kind, events as { kind?: string; text?: string }[])).toBe(words(kind, pieces));
    expect(events.map(({ type }) => type).lastIndexOf('piece')).toBe(events.length - 2);
    expect(events.at(-1)).toEqual({ type: 'end', answer: ANSWER });
  }), { numRuns: 50 });
});

test('what goes wrong after words is said in the language of the reader, and whoever has gone is told nothing', async () => {
  const lost = () => Promise.reject<WrittenText>(new AppError('tasks.unknown'));
  const piece: TextPiece = { kind: 'text', text: 'It' };
  expect(await told([piece], lost())).toEqual([{ type: 'piece', ...piece }, { type: 'error', error: { code: 'tasks.unknown', message: expect.stringMatching(/\w/) } }]);
  expect(await told([piece], Promise.reject(new Error('secret')))).toMatchObject([{}, { error: { code: 'server.error', message: expect.not.stringContaining('secret') } }]);
  expect(await told([piece], lost(), true)).toEqual([{ type: 'piece', ...piece }]);
});

test('what goes wrong before a word is thrown', async () => {
  await expect(hasBegun(openPieceLine(), Promise.reject(new AppError('studio.provider-down')))).rejects.toMatchObject({ code: 'studio.provider-down' });
});
