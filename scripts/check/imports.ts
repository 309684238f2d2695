import { runTool, type Check } from './run-check.ts';
import { projectFiles } from './source-files.ts';

/**
 * The import rules of `.dependency-cruiser.cjs`. The tool sees no module at all when its TypeScript is the wrong one,
 * and calls that a success: so the modules it saw are counted against the files that exist.
 */
export const importsCheck: Check = {
  name: 'imports',
  async run() {
    const files = projectFiles().filter((path) => /^(apps|packages)\/[^/]+\/src\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
    const { code, output } = await runTool('dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'packages']);
    const report = parseReport(output);
    if (!report) return { faults: [`dependency-cruiser failed (exit code ${code}): ${output.slice(0, 2000)}`], note: '', isBlind: true };
    const seen = report.modules.filter(({ source }) => /\.tsx?$/.test(source) && !source.includes('node_modules')).length;
    if (seen < files.length) return { faults: [`dependency-cruiser saw ${seen} TypeScript modules, but there are ${files.length}: the rules were not checked`], note: '', isBlind: true };
    const faults = report.summary.violations.filter(({ rule }) => rule.severity === 'error').map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`);
    return { faults, note: `${seen} modules` };
  },
};

type Report = { modules: { source: string }[]; summary: { violations: { from: string; to: string; rule: { name: string; severity: string } }[] } };

function parseReport(output: string): Report | undefined {
  try {
    // The tool's own report, by its documented shape.
    return JSON.parse(output.slice(output.indexOf('{'))) as Report;
  } catch {
    return undefined;
  }
}
