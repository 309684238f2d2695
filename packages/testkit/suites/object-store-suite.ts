import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ObjectKey } from '@komawari/contract';
import type { ObjectStore } from '../../../apps/server/src/ports/object-store.ts';

/** What every object store must do. `open` gives an empty one. */
export function objectStoreSuite(name: string, open: () => Promise<ObjectStore>): void {
  describe(`object store: ${name}`, () => {
    const bytes = new TextEncoder().encode('漫画');
    const missing = '0'.repeat(64) as ObjectKey;

    test('gives back what was put, under its SHA-256', async () => {
      const store = await open();
      const key = await store.put(bytes);
      expect(key).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(Buffer.from((await store.find(key)) ?? [])).toEqual(Buffer.from(bytes));
      expect(await store.has(key)).toBe(true);
    });

    test('keeps nothing and everything: empty and large objects', async () => {
      const store = await open();
      const large = new Uint8Array(3_000_000).map((_, index) => index % 251);
      expect(await store.find(await store.put(new Uint8Array()))).toHaveLength(0);
      expect(Buffer.from((await store.find(await store.put(large))) ?? []).equals(Buffer.from(large))).toBe(true);
    });

    test('the same bytes are one object, also from many writers at once', async () => {
      const store = await open();
      const keys = await Promise.all(Array.from({ length: 10 }, () => store.put(bytes)));
      expect(new Set(keys).size).toBe(1);
      expect(await store.has(keys[0] as ObjectKey)).toBe(true);
    });

    test('a missing object is undefined, and removing it is no error', async () => {
      const store = await open();
      expect(await store.find(missing)).toBeUndefined();
      expect(await store.has(missing)).toBe(false);
      await store.remove(missing);
      const key = await store.put(bytes);
      await store.remove(key);
      expect(await store.find(key)).toBeUndefined();
    });

    test('lists its objects page by page, in the order of their keys', async () => {
      const store = await open();
      const keys = await Promise.all(Array.from({ length: 25 }, (_, n) => store.put(new TextEncoder().encode(`object ${n}`))));
      const listed: ObjectKey[] = [];
      for (let more = true; more;) {
        const page = await store.list({ after: listed.at(-1), limit: 10 });
        listed.push(...page.map(({ key }) => key));
        more = page.length === 10;
      }
      expect(listed.filter((key) => keys.includes(key))).toEqual(keys.toSorted());
      expect((await store.list({ after: undefined, limit: 1000 })).find(({ key }) => key === keys[0])).toMatchObject({ sizeBytes: 'object 0'.length, putAt: expect.any(Date) as Date });
    });

    test('removes an object only when it was not put since', async () => {
      const store = await open();
      const key = await store.put(bytes);
      expect(await store.removeUnlessPut(key, new Date(Date.now() - 60_000))).toBe(false);
      expect(await store.has(key)).toBe(true);
      expect(await store.removeUnlessPut(key, new Date(Date.now() + 60_000))).toBe(true);
      expect(await store.has(key)).toBe(false);
      expect(await store.removeUnlessPut(key, new Date())).toBe(false);
      expect(await store.put(bytes)).toBe(key);
      expect(await store.has(key)).toBe(true);
    });
  });
}
