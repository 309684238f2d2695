// `npm run bench -- NAME [--json]`: one measurement of bench/, in a process of its own.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rootDir } from './find-node.mjs';

const [name, ...args] = process.argv.slice(2);
const folder = join(rootDir, 'bench');
const file = join(folder, `${name}.ts`);
if (!name || !/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(file)) {
  const known = readdirSync(folder).filter((entry) => /^[a-z0-9-]+\.ts$/.test(entry)).map((entry) => entry.replace(/\.ts$/, ''));
  console.error(`Usage: npm run bench -- NAME [--json]. Known names: ${known.join(', ') || 'none yet'}.`);
  process.exit(1);
}
const child = spawn(process.execPath, [file, ...args], { stdio: 'inherit', cwd: rootDir });
child.on('exit', (code) => { process.exitCode = code ?? 1; });
