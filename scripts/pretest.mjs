// `npm test`, first half: packages with the tools, and the programs the tests look at finished comics with.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildWebWhenNeeded } from './build-web.mjs';
import { installWhenNeeded } from './install.mjs';

/** What is run by its name, and the Debian package that brings it. */
const programs = {
  chromium: 'chromium',
  ffmpeg: 'ffmpeg',
  'redis-server': 'redis-server',
  qpdf: 'qpdf',
  java: 'default-jre-headless',
  epubcheck: 'epubcheck',
  pdftotext: 'poppler-utils',
  xmllint: 'libxml2-utils',
  unzip: 'unzip',
  setpriv: 'util-linux',
};

installWhenNeeded({ withTools: true });
provideSystemPrograms();
buildWebWhenNeeded();

function provideSystemPrograms() {
  const missing = Object.keys(programs).filter((name) => !isThere(name));
  if (missing.length === 0) return;
  const packages = [...new Set(missing.map((name) => programs[name]))];
  if (isDebian() && process.getuid?.() === 0) {
    console.error(`Installing ${packages.join(', ')} by apt ...`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) => spawnSync('apt-get', ['-y', '-q', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
    if (apt('install', '--no-install-recommends', ...packages) || (apt('update') && apt('install', '--no-install-recommends', ...packages))) return;
  }
  const command = isDebian() ? `sudo apt-get install ${packages.join(' ')}` : `install with your package manager: ${packages.join(', ')}`;
  console.error(`Some tests need programs that are not here (${missing.join(', ')}) and are left out or fail without them; ${command}.`);
}

function isThere(name) {
  const names = name === 'chromium' ? ['chromium', 'chromium-browser', 'google-chrome'] : [name];
  return (process.env.PATH ?? '').split(delimiter).some((dir) => names.some((one) => existsSync(join(dir, one)) || existsSync(join(dir, `${one}.exe`))));
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    // Not Linux.
    return false;
  }
}
