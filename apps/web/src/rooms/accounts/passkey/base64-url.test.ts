import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64-url.ts';

test('bytes come back, and the letters are safe in an address', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
    const text = toBase64Url(bytes);
    expect(text).toMatch(/^[\w-]*$/);
    expect([...fromBase64Url(text)]).toEqual([...bytes]);
  }), { numRuns: 100 });
});
