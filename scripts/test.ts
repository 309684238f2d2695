// `npm test`: every check, every test, one summary; `--pages`: the pages under axe and Lighthouse instead. Exit code 2 when the checks themselves could not look.
import { importEndingsCheck, lengthCheck, linksCheck, roomsCheck, sqlCheck } from './check/files.ts';
import { importsCheck } from './check/imports.ts';
import { lintCheck } from './check/lint.ts';
import { runChecks, type Outcome } from './check/run-check.ts';
import { runTests } from './check/tests.ts';
import { typesCheck } from './check/types.ts';
import { unusedCheck } from './check/unused.ts';
import { webCoverageCheck } from './check/web-coverage.ts';

const args = process.argv.slice(2);
const isLong = args.includes('--long') || process.env['KOMA_LONG'] === '1';
const isPages = args.includes('--pages');
const rest = args.filter((arg) => !['--long', '--pages', '--no-tests'].includes(arg));
if (isPages) rest.push('--project', 'pages');

const outcomes: Outcome[] = [];
const tell = (checked: Outcome[]) => {
  for (const { name, faults } of checked) if (faults.length > 0) console.error(`\n${name}:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  outcomes.push(...checked);
};
if (rest.length === 0) tell(await runChecks([typesCheck], [lintCheck, importsCheck, lengthCheck, importEndingsCheck, sqlCheck, roomsCheck, unusedCheck, linksCheck]));
const tests = args.includes('--no-tests') ? undefined : await runTests({ isLong, isPages, args: rest });
if (tests && rest.length === 0) tell(await runChecks([webCoverageCheck]));

console.log('');
for (const { name, isGood, note, seconds } of outcomes) console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s  ${note}`);
if (tests) console.log(`${tests.failed === 0 ? 'ok    ' : 'FAILED'} ${'tests'.padEnd(20)} ${tests.seconds.toFixed(1).padStart(6)} s  ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`);
for (const line of tests?.unsteady ?? []) console.log(`UNSTEADY ${line}`);
for (const failure of tests?.failures ?? []) console.log(`FAILED ${failure}`);
const failed = outcomes.filter(({ isGood }) => !isGood).length + (tests?.failed ?? 0);
const passed = outcomes.filter(({ isGood }) => isGood).length + (tests?.passed ?? 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = outcomes.some(({ isBlind }) => isBlind) ? 2 : failed > 0 ? 1 : 0;
