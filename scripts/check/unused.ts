import { runTool, type Check } from './run-check.ts';

/** Files nobody reaches, imports of packages that no package.json names. Unused exports are left to the reader's eye. */
export const unusedCheck: Check = {
  name: 'unused files',
  async run() {
    const { code, output } = await runTool('knip/bin/knip.js', ['--include', 'files,unlisted,unresolved', '--no-progress', '--no-config-hints']);
    return { faults: code === 0 ? [] : output.trim().split('\n'), note: 'knip' };
  },
};
