import { runTool, type Check } from './run-check.ts';

export const lintCheck: Check = {
  name: 'lint',
  async run() {
    const { code, output } = await runTool('oxlint/bin/oxlint', ['--format', 'unix']);
    const lines = output.trim().split('\n').filter(Boolean);
    return { faults: code === 0 ? [] : lines, note: 'oxlint' };
  },
};
