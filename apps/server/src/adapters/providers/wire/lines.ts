import { PieceTooLarge } from './events.ts';

const LINE_MAX = 72 * 2 ** 20;

/** The lines of a body, however its bytes are split, without their ends and without empty ones. The last needs no end. */
export async function* lines(body: AsyncIterable<Uint8Array>, { lineMax = LINE_MAX }: { lineMax?: number } = {}): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  // Kept in parts: joining a long line anew with each piece would take the square of its length.
  let open: string[] = [];
  let length = 0;
  for await (const piece of body) {
    const [first = '', ...others] = decoder.decode(piece, { stream: true }).split('\n');
    open.push(first);
    length += first.length;
    for (const part of others) {
      const line = open.join('').trim();
      if (line !== '') yield line;
      open = [part];
      length = part.length;
    }
    if (length > lineMax) throw new PieceTooLarge(`a line of more than ${lineMax} characters`);
  }
  const rest = (open.join('') + decoder.decode()).trim();
  if (rest !== '') yield rest;
}
