// `npm run bench -- NAME [--json]`: one measurement of bench/, in a process of its own.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './find-node.mjs';

const [name, ...args] = process.argv.slice(2);
const folder = join(rootDir, 'bench');
// A measurement is a file, or a folder with a `run.ts`.
const file = [`${name}.ts`, `${name}/run.ts`].map((path) => join(folder, path)).find((path) => existsSync(path));
if (!name || !/^[a-z][a-z0-9-]*$/.test(name) || !file) {
  const entries = existsSync(folder) ? readdirSync(folder) : [];
  const known = entries.filter((entry) => /^[a-z0-9-]+\.ts$/.test(entry) || existsSync(join(folder, entry, 'run.ts'))).map((entry) => entry.replace(/\.ts$/, ''));
  console.error(`Usage: npm run bench -- NAME [--json]. Known names: ${known.join(', ') || 'none yet'}.`);
  process.exit(1);
}
const child = spawn(process.execPath, [file, ...args], { stdio: 'inherit', cwd: rootDir });
child.on('exit', (code) => { process.exitCode = code ?? 1; });
