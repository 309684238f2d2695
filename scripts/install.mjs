// Runs on the user's own Node (20.19 or newer) before anything is installed: built-in modules only.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findNode, rootDir } from './find-node.mjs';

/**
 * Installs what the lock file asks for and the folder lacks.
 * @param {{ withTools: boolean }} options withTools: compilers and test tools too
 * @returns {boolean} whether something was installed
 */
export function installWhenNeeded({ withTools }) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Komawari needs Node 20.19 or newer to start; this is ${process.versions.node}. Get one from https://nodejs.org/.`);
  }
  const missing = firstMismatch(withTools);
  if (!missing) {
    linkNode();
    return false;
  }
  console.error(`Installing packages (${missing}) ...`);
  // Tools that are already there stay: a start must not undo what a test run installed.
  const keepTools = withTools || existsSync(join(rootDir, 'node_modules/knip'));
  install(keepTools);
  if (!findNode()) {
    // npm drops an optional package silently when its download fails once.
    rmSync(join(rootDir, 'node_modules/.package-lock.json'), { force: true });
    install(keepTools);
  }
  const node = findNode();
  if (!node) fail(`There is no Node 24 package for ${process.platform} on ${process.arch}: install Node 24 from https://nodejs.org/ and try again.`);
  if (process.platform !== 'win32' && node !== process.execPath) makeExecutable(node);
  linkNode();
  return true;
}

/** No package of ours needs its install script, so none runs: one way less for foreign code to act. */
function install(withTools) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!withTools) args.push('--omit=dev');
  const env = { ...process.env };
  // Settings of the npm that called us would otherwise reach the inner one (such as --ignore-scripts=false, --omit, -w).
  for (const name of Object.keys(env)) if (/^npm_config_(omit|include|workspace|workspaces|production|only)$/i.test(name)) delete env[name];
  // Standard output belongs to the command that is about to run.
  const stdio = ['inherit', 2, 2];
  const npm = process.env.npm_execpath;
  const done = npm && /\.c?js$/.test(npm) ? spawnSync(process.execPath, [npm, ...args], { cwd: rootDir, stdio, env }) : spawnSync('npm', args, { cwd: rootDir, stdio, env, shell: process.platform === 'win32' });
  if (done.status !== 0) fail('The packages could not be installed: npm says why above. Check the network and the free space, then try again.');
}

/**
 * Compares the lock with npm's own record of what lies in node_modules.
 * @returns {string | undefined} the first thing that is wrong, for the reader
 */
function firstMismatch(withTools) {
  const wanted = JSON.parse(readFileSync(join(rootDir, 'package-lock.json'), 'utf8')).packages;
  let present;
  try {
    present = JSON.parse(readFileSync(join(rootDir, 'node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return 'first start';
  }
  for (const [path, entry] of Object.entries(wanted)) {
    // A workspace that came with an update.
    if (entry.link && !existsSync(join(rootDir, path))) return path.replace(/^.*node_modules\//, '');
    if (!path.includes('node_modules/') || entry.link) continue;
    const isTool = entry.dev || entry.devOptional;
    if (isTool && !withTools) continue;
    const found = present[path];
    if (!found ? !(entry.optional || entry.devOptional || entry.peer) : found.version !== entry.version) return `${path.replace(/^.*node_modules\//, '')} ${entry.version}`;
  }
  if (!findNode()) return 'Node 24';
  return undefined;
}

/** `npm run` finds our Node as `node_modules/.bin/node`; npm 10 does not make that link for an optional package. */
function linkNode() {
  const node = findNode();
  const binDir = join(rootDir, 'node_modules/.bin');
  const link = join(binDir, process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!node || node === process.execPath || existsSync(link)) return;
  try {
    mkdirSync(binDir, { recursive: true });
    if (process.platform === 'win32') writeFileSync(link, `@"${node}" %*\r\n`);
    else symlinkSync(relative(binDir, node), link);
  } catch (error) {
    fail(`${link} cannot be made (${error.code}): mend the permissions of the project folder.`);
  }
}

function makeExecutable(file) {
  try {
    chmodSync(file, 0o755);
  } catch {
    // Somebody else's installation: if it cannot be run either, the next line says so.
  }
  if (spawnSync(file, ['-v']).status !== 0) fail(`${dirname(file)} holds a Node that does not run on this system.`);
}

export function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
