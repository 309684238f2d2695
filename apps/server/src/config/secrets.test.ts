import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder, removeFolder } from '../supervisor/testing/instances.ts';
import { beginKeyExchange, endKeyExchange, loadSecrets } from './secrets.ts';

let dir: string;
beforeEach(() => { dir = makeFolder(); });
afterEach(() => removeFolder(dir));
const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');

test('an exchange of the key: both are there until it ends, then the old one is gone from the file', () => {
  const before = loadSecrets(dir, {});
  const during = beginKeyExchange(dir);
  expect(during).toEqual({ authSecret: before.authSecret, encryptionKeyB64: expect.not.stringMatching(before.encryptionKeyB64), oldEncryptionKeysB64: [before.encryptionKeyB64] });
  expect(loadSecrets(dir, {})).toEqual(during);
  // Begun again after it was cut off: no third key.
  expect(beginKeyExchange(dir)).toEqual(during);
  endKeyExchange(dir);
  endKeyExchange(dir);
  expect(loadSecrets(dir, {})).toEqual({ authSecret: before.authSecret, encryptionKeyB64: during.encryptionKeyB64 });
  expect(readFileSync(join(dir, 'secrets.json'), 'utf8')).not.toContain(before.encryptionKeyB64);
  expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a key of the environment comes with the one before it, never with that of the file', () => {
  beginKeyExchange(dir);
  expect(loadSecrets(dir, { KOMA_ENCRYPTION_KEY: keyOf(1) }).oldEncryptionKeysB64).toBeUndefined();
  expect(loadSecrets(dir, { KOMA_ENCRYPTION_KEY: keyOf(1), KOMA_ENCRYPTION_KEY_OLD: keyOf(2) })).toMatchObject({ encryptionKeyB64: keyOf(1), oldEncryptionKeysB64: [keyOf(2)] });
  expect(() => loadSecrets(dir, { KOMA_ENCRYPTION_KEY: keyOf(1), KOMA_ENCRYPTION_KEY_OLD: 'short' })).toThrow(/KOMA_ENCRYPTION_KEY/);
});
