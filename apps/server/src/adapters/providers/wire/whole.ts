import type { Streamed } from './wire-types.ts';

/** An answer that was to come as a stream, and came whole. */
export function isJson({ headers }: Pick<Streamed, 'headers'>): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\b/i.test(headers.get('content-type') ?? '');
}

/** The body as text. Throws ProviderError. */
export async function wholeText({ body }: Pick<Streamed, 'body'>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** Undefined for what is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
