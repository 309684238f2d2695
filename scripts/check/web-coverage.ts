import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CoverageReport } from 'monocart-coverage-reports';
import { JsxEmit, ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { rootDir } from '../find-node.mjs';
import type { Check } from './run-check.ts';

/** Where the journeys write what their pages reached, and where Vitest writes what the tests beside the code reached. */
export const PAGES_FOLDER = join(rootDir, 'coverage/pages');
const UNIT_FILE = join(rootDir, 'coverage/report/coverage-final.json');
const DIST = join(rootDir, 'apps/web/dist');
const SOURCES = 'apps/web/src/';

type Statements = { path: string; statementMap: Record<string, { start: { line: number } }>; s: Record<string, number> };
type Script = { path: string; functions: unknown[] };
/** Whether a line was reached, by its number. */
type Lines = Map<number, boolean>;
type LineCoverage = { lines: number; covered: number; percent: number; worst: { file: string; missing: number }[] };

const WANTED_PERCENT = 80;

export const webCoverageCheck: Check = {
  name: 'web coverage',
  async run() {
    const { lines, covered, percent, worst } = await webCoverage();
    const note = `${percent.toFixed(1)} % of ${lines} lines, by tests beside the code and in the browser`;
    return { faults: percent >= WANTED_PERCENT ? [] : [`${covered} of ${lines} lines of the web app are reached: ${percent.toFixed(1)} %, wanted ${WANTED_PERCENT}`, ...worst.map(({ file, missing }) => `${file}: ${missing} missing`)], note };
  },
};

/** Lines of the web app that a test beside the code or a journey in the browser has reached. Needs the report of a whole run. */
async function webCoverage(): Promise<LineCoverage> {
  const units = unitLines();
  const pages = await linesOfPages();
  const counts = sourceFiles().map((file) => {
    const unit = units.get(file) ?? new Map<number, boolean>();
    const lines = pages.get(file) ?? (unit.size > 0 ? unit : untouchedLines(file));
    const covered = [...lines].filter(([line, isReached]) => isReached || unit.get(line) === true).length;
    return { file, lines: lines.size, covered, missing: lines.size - covered };
  });
  const lines = counts.reduce((total, one) => total + one.lines, 0);
  const covered = counts.reduce((total, one) => total + one.covered, 0);
  return { lines, covered, percent: (100 * covered) / Math.max(1, lines), worst: counts.toSorted((one, other) => other.missing - one.missing).slice(0, 25) };
}

/** All but words, which are data, and tests with their grounds. */
function sourceFiles(): string[] {
  return readdirSync(join(rootDir, SOURCES), { recursive: true, encoding: 'utf8' }).map((path) => SOURCES + path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|\.d\.ts$|\/words\/|\/test-[\w-]+\.ts$/.test(path)).toSorted();
}

function unitLines(): Map<string, Lines> {
  if (!existsSync(UNIT_FILE)) return new Map();
  const units = Object.values(JSON.parse(readFileSync(UNIT_FILE, 'utf8')) as Record<string, Statements>);
  return new Map(units.filter(({ path }) => path.includes(SOURCES)).map(({ path, statementMap, s }) => {
    const lines: Lines = new Map();
    for (const [id, { start }] of Object.entries(statementMap)) lines.set(start.line, (lines.get(start.line) ?? false) || (s[id] ?? 0) > 0);
    return [path.slice(path.indexOf(SOURCES)), lines];
  }));
}

/** A file that nothing has loaded counts whole, but for types, comments and what it only passes on. */
function untouchedLines(file: string): Lines {
  const { outputText } = transpileModule(readFileSync(join(rootDir, file), 'utf8'), { fileName: file, compilerOptions: { target: ScriptTarget.ESNext, module: ModuleKind.ESNext, jsx: JsxEmit.Preserve, removeComments: true } });
  return new Map(outputText.split('\n').flatMap((line, index) => (/^\s*$|^import |^export (\{.*\}|\*) from|^export \{\};/.test(line) ? [] : [[index + 1, false] as const])));
}

/** By the source maps of the build that the journeys loaded. */
async function linesOfPages(): Promise<Map<string, Lines>> {
  const raw = existsSync(PAGES_FOLDER) ? readdirSync(PAGES_FOLDER) : [];
  if (raw.length === 0) return new Map();
  const outputDir = join(rootDir, 'coverage/pages-report');
  rmSync(outputDir, { recursive: true, force: true });
  mkdirSync(outputDir, { recursive: true });
  const report = new CoverageReport({
    outputDir, logging: 'off', baseDir: rootDir, reports: [['codecov', { outputFile: 'lines.json' }]],
    sourceFilter: (path) => /(^|\/)src\/.+\.tsx?$/.test(path) && !/node_modules|packages\//.test(path), sourcePath: (path) => SOURCES + path.replace(/^.*?src\//, ''),
  });
  for (const name of raw) {
    const scripts = (JSON.parse(readFileSync(join(PAGES_FOLDER, name), 'utf8')) as Script[]).filter(({ path }) => existsSync(join(DIST, `${path}.map`)));
    if (scripts.length > 0) await report.add(scripts.map(({ path, functions }) => ({ url: path, functions, source: readFileSync(join(DIST, path), 'utf8'), sourceMap: JSON.parse(readFileSync(join(DIST, `${path}.map`), 'utf8')) as unknown })) as never);
  }
  await report.generate();
  const { coverage } = JSON.parse(readFileSync(join(outputDir, 'lines.json'), 'utf8')) as { coverage: Record<string, Record<string, number | string>> };
  // A line of which a part was reached stands as `1/2`.
  return new Map(Object.entries(coverage).map(([file, lines]) => [file, new Map(Object.entries(lines).map(([line, hits]) => [Number(line), Number.parseInt(String(hits), 10) > 0]))]));
}

if (import.meta.main) {
  const { faults, note } = await webCoverageCheck.run();
  console.log([note, ...faults].join('\n'));
}
