#!/usr/bin/env node
// `npx koma ...`: runs the command line on Node 24, whatever Node called it; installs at the first use after a clone.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findNode, rootDir } from './find-node.mjs';
import { installWhenNeeded } from './install.mjs';

installWhenNeeded({ withTools: false });

const child = spawn(findNode(), [join(rootDir, 'apps/server/src/main.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, KOMA_LAUNCHER_PID: String(process.pid) },
});
// The terminal sends Ctrl-C to both; a signal meant for one process must reach the one that does the work.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal === 'SIGINT' || child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
