import type { Ask } from './wire-types.ts';

/** A body as it is sent, and what in it may be somebody's words. */
export type Payload = { bytes: Uint8Array; mediaType: string; words: unknown };

export function bodyOf(json: unknown): Payload {
  return { bytes: new TextEncoder().encode(JSON.stringify(json)), mediaType: 'application/json', words: json };
}

/** Multipart, written once: a signature needs its bytes, and its boundary stands in the header. */
export async function bodyOfForm(form: FormData): Promise<Payload> {
  const written = new Response(form);
  const mediaType = written.headers.get('content-type') ?? 'multipart/form-data';
  return { bytes: new Uint8Array(await written.arrayBuffer()), mediaType, words: [...form.values()].filter((value) => typeof value === 'string') };
}

/** The address of a path below the endpoint's own, which may have a path itself. */
export function addressOf(url: string, path: string, query: Ask['query']): URL {
  const address = new URL(url.replace(/\/+$/, '') + path);
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) address.searchParams.append(name, String(value));
  return address;
}

/** All headers of a request by lower-case names, later ones first; undefined where one cannot be sent, as of a key with a line break in it. */
export function headersOf(payload: Payload | undefined, ofEndpoint: Readonly<Record<string, string>> | undefined, ofRequest: Readonly<Record<string, string>> | undefined): Record<string, string> | undefined {
  const headers: Record<string, string> = { accept: 'application/json, text/event-stream, */*;q=0.5' };
  if (payload) headers['content-type'] = payload.mediaType;
  for (const part of [ofEndpoint, ofRequest]) for (const [name, value] of Object.entries(part ?? {})) headers[name.toLowerCase()] = value;
  return Object.values(headers).every((value) => /^[\t\u0020-\u007e]*$/.test(value)) ? headers : undefined;
}
