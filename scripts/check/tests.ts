import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findNode, rootDir } from '../find-node.mjs';
import { PAGES_FOLDER } from './web-coverage.ts';

/** `failures` names each failed test with its file and the first line of what it said; `unsteady` those that passed when tried again. */
export type TestCounts = { passed: number; failed: number; skipped: number; seconds: number; failures: string[]; unsteady: string[] };

type Report = { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number; numTodoTests?: number; testResults: ReportedFile[] };
type ReportedFile = { name: string; status: string; message?: string; assertionResults: { fullName: string; status: string; failureMessages?: string[] }[] };

/** Runs the whole suite with coverage, what it prints goes to the terminal, and counts from Vitest's own report. */
export async function runTests(options: { isLong: boolean; isPages: boolean; args: string[] }): Promise<TestCounts> {
  const report = join(rootDir, 'coverage', 'tests.json');
  mkdirSync(join(rootDir, 'coverage'), { recursive: true });
  rmSync(report, { force: true });
  const startedAt = performance.now();
  const isPart = options.args.length > 0;
  if (!isPart) rmSync(PAGES_FOLDER, { recursive: true, force: true });
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...(isPart ? [] : ['--coverage']), ...options.args];
  const env = { ...process.env, ...(options.isLong ? { KOMA_LONG: '1' } : {}), ...(options.isPages ? { KOMA_PAGES: '1' } : {}), ...(isPart ? {} : { KOMA_COVER_PAGES: PAGES_FOLDER }) };
  const code = await new Promise<number>((resolve) => {
    const child = spawn(findNode() ?? process.execPath, [join(rootDir, 'node_modules/vitest/vitest.mjs'), ...args], { cwd: rootDir, stdio: 'inherit', env });
    child.on('error', () => resolve(1));
    child.on('exit', (status) => resolve(status ?? 1));
  });
  return { ...countsOf(report, code), seconds: (performance.now() - startedAt) / 1000 };
}

/** A run that failed without a failed test (coverage too low, a file that cannot be read) counts as one failure. */
function countsOf(report: string, code: number): Omit<TestCounts, 'seconds'> {
  try {
    const told = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const brokenFiles = told.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
    const failed = (told.numFailedTests ?? 0) + brokenFiles.length;
    const linesOf = (wanted: 'failed' | 'passed') => told.testResults.flatMap(({ name, assertionResults }) => assertionResults
      .filter(({ status, failureMessages }) => status === wanted && (failureMessages?.length ?? 0) > 0).map((test) => failureLine(name, test.fullName, test.failureMessages?.[0])));
    const failures = [
      ...linesOf('failed'),
      ...brokenFiles.map(({ name, message }) => failureLine(name, 'the file itself', message)),
    ];
    return { passed: told.numPassedTests ?? 0, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: (told.numPendingTests ?? 0) + (told.numTodoTests ?? 0), failures, unsteady: linesOf('passed') };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, failures: ['the suite ended without a report'], unsteady: [] };
  }
}

function failureLine(file: string, test: string, message = ''): string {
  return `${relative(rootDir, file)}: ${test}: ${message.split('\n', 1)[0]}`;
}
