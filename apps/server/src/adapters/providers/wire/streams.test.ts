import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { events, PieceTooLarge, type StreamEvent } from './events.ts';
import { lines } from './lines.ts';

async function* torn(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.byteLength + 1)), bytes.byteLength])].sort((a, b) => a - b);
  for (const [index, from] of places.entries()) yield bytes.subarray(from, places[index + 1] ?? bytes.byteLength);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function all<Piece>(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const found: Piece[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}

const told = (data: string, event = 'message'): StreamEvent => ({ event, data });
const cuts = fc.array(fc.nat(), { maxLength: 30 });
const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('猫が鳴く', '{"a":"👩‍🚀"}', '[DONE', 'data: x', ''));

describe('events', () => {
  test('are the same however the bytes are split, with any line end', async () => {
    const event = fc.record({ data: fc.array(words, { minLength: 1, maxLength: 3 }), name: fc.option(fc.constantFrom('done', 'image_generation.completed')), note: fc.boolean() });
    await fc.assert(fc.asyncProperty(fc.array(event, { maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\r'), cuts, async (list, end, at) => {
      const clean = list.map(({ data, name, note }) => ({ data: data.map((line) => line.replace(/[\r\n]/g, '')), name, note }));
      const body = clean.map(({ data, name, note }) => [...(note ? [': still here'] : []), ...(name ? [`event: ${name}`] : []), ...data.map((line) => `data: ${line}`), '', ''].join(end)).join('');
      const found = await all(events(torn(bytesOf(body), at)));
      const stop = clean.findIndex(({ data }) => data.join('\n').trim() === '[DONE]');
      expect(found).toEqual(clean.slice(0, stop < 0 ? undefined : stop).map(({ data, name }) => told(data.join('\n'), name ?? 'message')));
    }), { numRuns: 200 });
  });

  test('of any bytes at all do not depend on how they are split', async () => {
    const noise = fc.array(fc.constantFrom('data', ':', ' ', '\n', '\r', 'event', 'id', '猫', 'x', '\0'), { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(fc.asyncProperty(noise, cuts, async (body, at) => {
      expect(await all(events(torn(bytesOf(body), at)))).toEqual(await all(events(torn(bytesOf(body), []))));
    }), { numRuns: 300 });
  });

  test('end with [DONE], and leave what comes after unread', async () => {
    let isLeft = false;
    async function* body(): AsyncGenerator<Uint8Array> {
      try {
        yield bytesOf('data: 1\n\ndata: [DONE]\n\n');
        yield bytesOf('data: 2\n\n');
      } finally {
        isLeft = true;
      }
    }
    expect(await all(events(body()))).toEqual([told('1')]);
    expect(isLeft).toBe(true);
  });

  test('end with the body too, and tell the last one without its empty line', async () => {
    expect(await all(events(torn(bytesOf('data: 1\n\ndata: {"b":2}'), [])))).toEqual([told('1'), told('{"b":2}')]);
    expect(await all(events(torn(bytesOf('data: 1\n\ndata: [DONE]'), [])))).toEqual([told('1')]);
    expect(await all(events(torn(bytesOf('\uFEFFid: 7\ndata: 1\n\n: only a note\n\n'), [1, 2])))).toEqual([{ ...told('1'), id: '7' }]);
  });

  test('are refused above their size, in one line or in many', async () => {
    for (const body of [`data: ${'a'.repeat(2000)}`, 'data: aaaaaaa\n'.repeat(300)]) await expect(all(events(torn(bytesOf(body), [500, 900]), { pieceMax: 1000 }))).rejects.toThrow(PieceTooLarge);
    expect(await all(events(torn(bytesOf(`data: ${'a'.repeat(900)}\n\n`.repeat(20)), [500]), { pieceMax: 1000 }))).toHaveLength(20);
  });
});

describe('lines', () => {
  test('are the same however the bytes are split', async () => {
    await fc.assert(fc.asyncProperty(fc.array(words), fc.constantFrom('\n', '\r\n'), fc.boolean(), cuts, async (list, end, isClosed, at) => {
      const clean = list.map((line) => line.replace(/[\r\n]/g, '').trim());
      expect(await all(lines(torn(bytesOf(clean.join(end) + (isClosed ? end : '')), at)))).toEqual(clean.filter((line) => line !== ''));
    }), { numRuns: 200 });
  });

  test('are refused above their size', async () => {
    await expect(all(lines(torn(bytesOf('a'.repeat(2000)), [300, 600]), { lineMax: 1000 }))).rejects.toThrow(PieceTooLarge);
    expect(await all(lines(torn(bytesOf(`${'a'.repeat(900)}\n`.repeat(20)), [300, 950]), { lineMax: 1000 }))).toHaveLength(20);
  });
});
