import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const isLong = process.env['KOMA_LONG'] === '1';
/** All pages under axe and Lighthouse: minutes of their own, so `npm run test:pages`. */
const isPages = process.env['KOMA_PAGES'] === '1' || isLong;
/** The makes of provider, the way out, and the stand-ins that they meet. */
const PROVIDERS = ['apps/server/src/adapters/{providers/!(plug-ins),safe-fetch}/**/*.test.ts', 'packages/testkit/{fakes/providers,suites}/**/*.test.ts'];
const PAGES = 'e2e/pages/**/*.spec.ts';

/** Where nobody sits beside the machine, what rests on other processes and their timing is tried twice; the end of the run names each that needed it. */
const retry = process.env['CI'] ? 1 : 0;

/** Files that run side by side. Each journey has a program and a browser of its own: more than four would want a large machine. */
const lanes = Math.min(4, availableParallelism());

/** For tests that start the program. */
const setupFiles = ['packages/testkit/src/keep-compiled.ts'];

/** `npm test` adds --coverage; a run of single files has no figure to hold. */
export default defineConfig({
  test: {
    projects: [
      {
        // Pure code shares one world a worker: a third of the time.
        test: { name: 'pure', include: ['packages/{contract,comic}/**/*.test.ts', 'scripts/**/*.test.ts'], isolate: false, maxWorkers: lanes, testTimeout: isLong ? 600_000 : 60_000 },
      },
      {
        // They wait for others most of the time, and need no database: several at once.
        test: { name: 'providers', retry, include: PROVIDERS, maxWorkers: 4, testTimeout: isLong ? 1_800_000 : 120_000, hookTimeout: 120_000, sequence: { groupOrder: 1 } },
      },
      {
        // One PostgreSQL a lane, a database cloned from a template for each test that asks.
        test: { name: 'server', retry, setupFiles, globalSetup: ['packages/testkit/src/global-setup.ts'], include: ['apps/server/**/*.test.ts', 'packages/testkit/**/*.test.ts'], exclude: PROVIDERS, maxWorkers: lanes, testTimeout: isLong ? 1_800_000 : 120_000, hookTimeout: 120_000, sequence: { groupOrder: 2 } },
      },
      {
        test: { name: 'web', include: ['apps/web/**/*.test.{ts,tsx}'], maxWorkers: lanes, testTimeout: 60_000 },
      },
      {
        test: { name: 'e2e', retry, setupFiles, include: ['e2e/**/*.{spec,test}.ts'], exclude: [PAGES], maxWorkers: lanes, testTimeout: isLong ? 1_800_000 : 300_000, hookTimeout: 300_000, sequence: { groupOrder: 2 } },
      },
      {
        test: { name: 'pages', retry, setupFiles, include: isPages ? [PAGES] : [], fileParallelism: false, testTimeout: 900_000, hookTimeout: 400_000, sequence: { groupOrder: 4 } },
      },
    ],
    passWithNoTests: true,
    coverage: {
      provider: 'v8',
      // A failed test must not hide how much is covered.
      reportOnFailure: true,
      reportsDirectory: 'coverage/report',
      reporter: ['json-summary', 'json', 'html'],
      include: ['packages/*/src/**/*.ts', 'apps/*/src/**/*.{ts,tsx}'],
      exclude: ['**/*.test.{ts,tsx}', '**/testing/**', '**/test-*.ts', '**/words/**', '**/*.d.ts', 'packages/testkit/**', '**/types.ts', '**/generated/**'],
      // The web app is held by `scripts/check/web-coverage.ts`, which adds what the browser has reached.
      thresholds: { 'packages/comic/src/**': { lines: 80 }, 'packages/contract/src/**': { lines: 80 }, 'apps/server/src/**': { lines: 80 } },
    },
  },
});
