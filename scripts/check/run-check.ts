import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findNode, rootDir } from '../find-node.mjs';

/** One line of the closing summary. */
export type Outcome = { name: string; isGood: boolean; isBlind: boolean; note: string; seconds: number };

/** `isBlind`: the check could not look at everything, so its silence about the rest means nothing. */
export type Finding = { faults: string[]; note: string; isBlind?: boolean };

export type Check = { name: string; run(): Promise<Finding> };

export async function runCheck({ name, run }: Check): Promise<Outcome> {
  const startedAt = performance.now();
  const result = await run().catch((error: unknown): Finding => ({ faults: [String(error)], note: '' }));
  const isGood = result.faults.length === 0;
  const seconds = (performance.now() - startedAt) / 1000;
  if (!isGood) console.error(`\n${name}:\n${result.faults.map((fault) => `  ${fault}`).join('\n')}`);
  return { name, isGood, isBlind: result.isBlind ?? false, note: isGood ? result.note : `${result.faults.length} faults`, seconds };
}

/** Runs a tool of node_modules on our Node. Returns its exit code and everything it wrote. */
export function runTool(script: string, args: string[], cwd = rootDir): Promise<{ code: number; output: string }> {
  const node = findNode() ?? process.execPath;
  return new Promise((resolve) => {
    const child = spawn(node, [join(rootDir, 'node_modules', script), ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.stderr.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}
