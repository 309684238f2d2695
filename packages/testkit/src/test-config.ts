import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../../apps/server/src/config/config.ts';

/** A complete configuration for tests, with a data folder of its own. */
export function testConfig(changes: Partial<Config> & Pick<Config, 'databaseUrl'>): Config {
  return {
    dataDir: mkdtempSync(join(tmpdir(), 'koma-data-')), host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1:8080', isDatabaseOurs: false, databaseConnectionsMax: 12,
    secrets: { authSecret: 'secret-for-tests-only-0123456789abcdef', encryptionKeyB64: Buffer.alloc(32, 7).toString('base64') },
    controlToken: 'control-token-for-tests-only-0123456789', role: 'web', logLevel: 'silent', ...changes,
  };
}
