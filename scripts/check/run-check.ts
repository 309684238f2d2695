import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findNode, rootDir } from '../find-node.mjs';

/** One line of the closing summary, and what was found wrong. */
export type Outcome = { name: string; isGood: boolean; isBlind: boolean; note: string; seconds: number; faults: string[] };

/** `isBlind`: the check could not look at everything, so its silence about the rest means nothing. */
export type Finding = { faults: string[]; note: string; isBlind?: boolean };

export type Check = { name: string; run(): Promise<Finding> };

async function runCheck({ name, run }: Check): Promise<Outcome> {
  const startedAt = performance.now();
  const result = await run().catch((error: unknown): Finding => ({ faults: [String(error)], note: '' }));
  const isGood = result.faults.length === 0;
  const seconds = (performance.now() - startedAt) / 1000;
  return { name, isGood, isBlind: result.isBlind ?? false, note: isGood ? result.note : `${result.faults.length} faults`, seconds, faults: result.faults };
}

/** Lanes run side by side, the checks of a lane one after the other; told lane by lane, in order. */
export async function runChecks(...lanes: Check[][]): Promise<Outcome[]> {
  const told = await Promise.all(lanes.map(async (lane) => {
    const outcomes: Outcome[] = [];
    for (const check of lane) outcomes.push(await runCheck(check));
    return outcomes;
  }));
  return told.flat();
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
