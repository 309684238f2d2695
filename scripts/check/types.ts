import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootDir } from '../find-node.mjs';
import { runTool, type Check } from './run-check.ts';
import { projectFiles } from './source-files.ts';

const compiler = '@typescript/native/bin/tsc';

/** Every project is compiled by TypeScript 7, two at a time; a workspace with sources and no project is a fault. */
export const typesCheck: Check = {
  name: 'types',
  async run() {
    const version = (await runTool(compiler, ['--version'])).output.trim();
    if (!/\b7\./.test(version)) return { faults: [`TypeScript 7 is wanted, found: ${version}`], note: '' };
    const files = projectFiles();
    const projects = files.filter((path) => /(^|\/)tsconfig\.json$/.test(path));
    const faults = unprojected(files, projects);
    const queue = [...projects];
    const work = async () => {
      for (let project = queue.shift(); project; project = queue.shift()) {
        const { code, output } = await runTool(compiler, ['-p', project, '--noEmit', '--pretty', 'false']);
        if (code !== 0) faults.push(...output.trim().split('\n'));
      }
    };
    await Promise.all([work(), work()]);
    // A file that several projects include is wrong only once.
    return { faults: [...new Set(faults)], note: `${projects.length} projects, TypeScript ${version.replace('Version ', '')}` };
  },
};

function unprojected(files: string[], projects: string[]): string[] {
  const folders = projects.map((path) => dirname(path)).filter((dir) => dir !== '.');
  const workspaces = files.filter((path) => /^(apps|packages)\/[^/]+\/package\.json$/.test(path)).map((path) => dirname(path));
  return workspaces
    .filter((dir) => existsSync(join(rootDir, dir, 'src')) && files.some((path) => path.startsWith(`${dir}/src/`) && /\.tsx?$/.test(path)) && !folders.includes(dir))
    .map((dir) => `${dir} has sources but no tsconfig.json (${String(JSON.parse(readFileSync(join(rootDir, dir, 'package.json'), 'utf8')).name)})`);
}
