// Runs on the user's own Node (20.19 or newer): built-in modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNode, rootDir } from './find-node.mjs';
import { fail } from './install.mjs';

const webDir = join(rootDir, 'apps/web');
const stampFile = join(webDir, 'dist/.built-from');

/** Builds the web app when a file it is made of has changed since the last build. */
export function buildWebWhenNeeded() {
  if (!existsSync(join(webDir, 'vite.config.ts'))) return;
  const sources = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return;
  console.error('Building the web app ...');
  const vite = ['node_modules', 'apps/web/node_modules'].map((dir) => join(rootDir, dir, 'vite/bin/vite.js')).find(existsSync);
  if (!vite) fail('Vite is not installed, so the web app cannot be built: run `npm ci`.');
  const done = spawnSync(findNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: webDir, stdio: ['inherit', 2, 2] });
  if (done.status !== 0) fail('The web app could not be built: Vite says why above.');
  writeFileSync(stampFile, sources);
}

function fingerprint() {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(rootDir, 'package-lock.json')));
  for (const file of readdirSync(webDir, { withFileTypes: true })) {
    if (file.isFile()) hash.update(file.name).update(readFileSync(join(webDir, file.name)));
  }
  for (const dir of ['apps/web/src', 'apps/web/scripts', 'apps/web/public', 'packages/contract', 'packages/comic']) {
    addFolder(hash, join(rootDir, dir));
  }
  return hash.digest('hex');
}

function addFolder(hash, dir) {
  if (!existsSync(dir)) return;
  for (const entry of readdirSync(dir, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist', 'coverage'].includes(entry.name)) addFolder(hash, path);
    } else if (!/\.test\.tsx?$/.test(entry.name)) hash.update(path.slice(rootDir.length)).update(readFileSync(path));
  }
}
