// Runs on the user's own Node (20.19 or newer): built-in modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findNode, rootDir } from './find-node.mjs';
import { fail } from './install.mjs';

const webDir = join(rootDir, 'apps/web');
const distDir = join(webDir, 'dist');
const stampFile = join(distDir, '.built-from');
/** Parts of an older build are kept this long, for tabs that are open and servers that run. */
const KEPT_MS = 24 * 3600 * 1000;

/** Builds the web app when a file it is made of has changed since the last build. */
export function buildWebWhenNeeded() {
  if (!existsSync(join(webDir, 'vite.config.ts'))) return;
  if (isBuilt(fingerprint())) return;
  mkdirSync(distDir, { recursive: true });
  const release = takeTurn();
  try {
    build();
  } finally {
    release();
  }
}

function build() {
  const sources = fingerprint();
  if (isBuilt(sources)) return;
  console.error('Building the web app ...');
  const vite = ['node_modules', 'apps/web/node_modules'].map((dir) => join(rootDir, dir, 'vite/bin/vite.js')).find(existsSync);
  if (!vite) fail('Vite is not installed, so the web app cannot be built: run `npm ci`.');
  const freshDir = mkdtempSync(join(distDir, '.fresh-'));
  const done = spawnSync(findNode(), [vite, 'build', '--logLevel', 'warn', '--outDir', freshDir, '--emptyOutDir'], { cwd: webDir, stdio: ['inherit', 2, 2] });
  if (done.status === 0) takeIn(freshDir, distDir);
  rmSync(freshDir, { recursive: true, force: true });
  if (done.status !== 0) {
    rmSync(join(distDir, '.building'), { force: true });
    fail('The web app could not be built: Vite says why above.');
  }
  writeFileSync(stampFile, sources);
}

function isBuilt(sources) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources;
}

/** One build at a time; the turn of a process that is gone is over. */
function takeTurn() {
  const turn = join(distDir, '.building');
  for (;;) {
    try {
      writeFileSync(turn, String(process.pid), { flag: 'wx' });
      return () => rmSync(turn, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = existsSync(turn) ? Number(readFileSync(turn, 'utf8')) : 0;
    if (holder === process.pid || (holder > 0 && !isAlive(holder))) rmSync(turn, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A new build beside the one that is being served: parts with a hash in their name first, then each page in one move. */
export function takeIn(freshDir, intoDir, now = new Date()) {
  const parts = filesOf(join(freshDir, 'assets'));
  for (const name of parts) {
    const to = join(intoDir, 'assets', name);
    if (!existsSync(to)) cpSync(join(freshDir, 'assets', name), to, { recursive: true });
    utimesSync(to, now, now);
  }
  for (const name of filesOf(freshDir)) {
    if (name.startsWith('assets')) continue;
    mkdirSync(join(intoDir, name, '..'), { recursive: true });
    renameSync(join(freshDir, name), join(intoDir, name));
  }
  const current = new Set(parts);
  for (const name of filesOf(join(intoDir, 'assets'))) {
    const path = join(intoDir, 'assets', name);
    if (!current.has(name) && now.getTime() - statSync(path).mtimeMs > KEPT_MS) rmSync(path);
  }
}

/** Paths of all files below a folder, from it. */
function filesOf(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => relative(dir, join(entry.parentPath, entry.name)));
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
