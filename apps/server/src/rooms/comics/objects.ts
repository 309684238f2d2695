/** Between the room's values and the bytes of the object store. */
import type { Book, PagePlan } from '@komawari/comic/make';
import type { ObjectKey } from '@komawari/contract';
import type { App } from '../../kernel/app.ts';
import { AppError } from '../../kernel/errors.ts';

/** As much of the program as the bytes need. */
export type Shelf = { ports: Pick<App['ports'], 'objects'> };

/** Throws AppError `server.storage` when the store takes nothing more: what was stored stays, and the task can be continued. */
export async function putBytes(app: App, bytes: Uint8Array): Promise<ObjectKey> {
  try {
    return await app.ports.objects.put(bytes);
  } catch (error) {
    throw new AppError('server.storage', { cause: error });
  }
}

export async function putText(app: App, text: string): Promise<ObjectKey> {
  return putBytes(app, new TextEncoder().encode(text));
}

export async function putJson(app: App, value: object): Promise<ObjectKey> {
  return putText(app, JSON.stringify(value));
}

/** Throws when the object is gone: the store lost what the database still names. */
export async function getBytes(app: Shelf, key: ObjectKey): Promise<Uint8Array> {
  const bytes = await app.ports.objects.find(key);
  if (!bytes) throw new Error(`comics: object ${key} is missing`);
  return bytes;
}

export async function getJson<T>(app: Shelf, key: ObjectKey): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await getBytes(app, key))) as T;
}

export type Script = { book: Book; plan: PagePlan };

/** Keeps the scripts read last, since all panels of a comic ask for the same one. */
export function scriptShelf(size: number): (app: App, key: string) => Promise<Script> {
  const kept = new Map<string, Promise<Script>>();
  return (app, key) => {
    const script = kept.get(key) ?? getJson<Script>(app, key as ObjectKey);
    kept.delete(key);
    kept.set(key, script);
    script.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) if (kept.size > size) kept.delete(oldest);
    return script;
  };
}
