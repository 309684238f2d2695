import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPlugInPackage } from '../../../../../../packages/plugin/scripts/build.ts';
import type { ProviderKind } from '../../../ports/provider.ts';
import { loadPlugIns } from './load-plug-ins.ts';

const root = join(import.meta.dirname, '../../../../../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'koma plug-ins '));
  buildPlugInPackage(join(folder, 'node_modules/@komawari/plugin'));
  cpSync(join(root, 'node_modules/zod'), join(folder, 'node_modules/zod'), { recursive: true });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function place(path: string, text: string): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const HEAD = "import { defineImageProvider, defineTextProvider } from '@komawari/plugin';\n";
const definition = (facts: string) => `{ kind: 'mine', title: 'Mine', bills: false, open: () => ({ check() {}, listModels() {}, draw() {}, write() {} }), ${facts} }`;
const good = (facts = '') => `${facts.includes('z.') ? "import { z } from 'zod';\n" : ''}${HEAD}export default defineImageProvider(${definition(facts)});`;

const load = (names: string[], { shipped = [], timeoutMs }: { shipped?: ProviderKind[]; timeoutMs?: number } = {}) => loadPlugIns({ names, folder, shipped, timeoutMs });

let count = 0;

/** What becomes of those with these texts, beside one that is good. */
async function endsOf(texts: readonly string[], timeoutMs?: number): Promise<string[]> {
  const names = texts.map((text) => {
    const name = `./one-${(count += 1)}`;
    place(`${name}/index.mjs`, text);
    return name;
  });
  place('good/index.mjs', good("kind: 'good'"));
  const { kinds, broken } = await load([...names, './good'], { timeoutMs });
  expect(kinds.map(({ kind }) => kind)).toContain('good');
  return names.map((name) => {
    const left = broken.find((one) => one.name === name);
    return left ? `${left.code.replace('studio.plug-in-', '')}: ${left.detail}` : 'good';
  });
}

test('one that breaks at load is left out, and the others stay', async () => {
  expect(await endsOf(["throw new Error('no ink');", 'throw null;', 'export default {', "import 'a-package-that-is-not-there';"])).toEqual([
    'threw: Error: no ink', expect.stringMatching(/^threw: /), expect.stringMatching(/^threw: SyntaxError/), expect.stringMatching(/^threw: Error: Cannot find package/),
  ]);
});

test('one that would end or hold up the program is found out in a thread of its own', async () => {
  const meanwhile = 'await new Promise((go) => setTimeout(go, 50));';
  expect(await endsOf(['process.exit(0);', `setImmediate(() => { throw new Error('late'); }); ${meanwhile}`, `Promise.reject(new Error('nobody looks')); ${meanwhile}`, 'await new Promise(() => undefined);'])).toEqual([
    'threw: process.exit(0)', 'threw: Error: late', 'threw: Error: nobody looks', 'late: 20 s',
  ]);
  expect(await endsOf(['await new Promise(() => setInterval(() => undefined, 1000));', 'for (;;);'], 4000)).toEqual(['late: 4 s', 'late: 4 s']);
});

test('what is no provider is said to be none', async () => {
  expect(await endsOf(['export const x = 1;', 'export default [];', "export default { komawari: 2, job: 'image', definition: {} };"])).toEqual([
    'nonsense: it has no default export', 'nonsense: it has no default export', 'nonsense: it was made for version 2 of the plug-in interface, and this is version 1',
  ]);
  for (const end of await endsOf(['5', 'null', '{}', 'async () => 1', '[{ komawari: 1 }]'].map((nonsense) => `export default ${nonsense};`))) expect(end).toMatch(/^nonsense: its default export was not made by/);
  const wrong = [
    ["kind: 'Mine!'", 'kind'], ["title: ''", 'title'], ["bills: 'no'", 'bills'], ["defaultUrl: 'file:///etc'", 'defaultUrl'], ["secrets: [{ name: 'a' }]", 'secrets'],
    ["secrets: [{ name: 'a', isRequired: true }, { name: 'a', isRequired: true }]", 'secrets'], ['open: 5', 'open'], ['settings: 5', ''], ['settings: z.string()', 'settings'], ['settings: { safeParse() {} }', ''],
  ] as const;
  const ends = await endsOf(wrong.map(([facts]) => good(facts)));
  for (const [at, [facts, field]] of wrong.entries()) expect(ends[at], facts).toMatch(new RegExp(`^nonsense: .*${field}`));
});

test('a kind that exists already is not replaced; a plug-in may bring several', async () => {
  expect(await endsOf([`${HEAD}export default [defineImageProvider(${definition('')}), defineTextProvider(${definition("kind: 'mine-too'")})];`, good("kind: 'mine-too'"), `${HEAD}export default [defineImageProvider(${definition("kind: 'twice'")}), defineTextProvider(${definition("kind: 'twice'")})];`])).toEqual([
    'good', 'taken: mine-too', 'taken: twice',
  ]);
  place('shipped/index.js', good("kind: 'a1111'"));
  place('shipped/package.json', '{ "type": "module" }');
  const { kinds: [other] } = await load(['./good']);
  const { broken, kinds } = await load(['./shipped'], { shipped: [{ ...other!, kind: 'a1111', title: 'Ours' }] });
  expect([broken, kinds.map(({ title }) => title)]).toEqual([[{ name: './shipped', code: 'studio.plug-in-taken', detail: 'a1111' }], ['Ours']]);
});

test('the example is right by the declarations of the package that is installed', () => {
  cpSync(join(root, 'docs/examples/plugin-stripes'), join(folder, 'example'), { recursive: true });
  const compilerOptions = { allowJs: true, checkJs: true, noEmit: true, strict: true, module: 'nodenext', target: 'es2024', lib: ['es2024', 'dom'], types: ['node'], typeRoots: [join(root, 'node_modules/@types')], skipLibCheck: true };
  place('example/tsconfig.json', JSON.stringify({ compilerOptions, files: ['index.js'] }));
  const { status, stdout } = spawnSync(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', join(folder, 'example')], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('it is found as a package, by its exports, as a folder or a file; once', async () => {
  place('node_modules/@me/dots/package.json', JSON.stringify({ type: 'module', exports: { '.': { require: './no.cjs', import: { types: './no.d.ts', default: './lib/start.js' } } } }));
  place('node_modules/@me/dots/lib/start.js', good("kind: 'dots'"));
  place('typed/index.ts', good("kind: 'typed'").replace('export default', 'const answer: number = 1; export default').replace(', open', ', extra: answer, open'));
  const { kinds, broken } = await load(['@me/dots', './typed', join(folder, 'good/index.mjs'), '@me/dots', '../nowhere', 'not a name', 'not-there']);
  expect(kinds.map(({ kind }) => kind)).toEqual(['dots', 'typed', 'good']);
  expect(broken.map(({ name, code }) => [name, code])).toEqual(['../nowhere', 'not a name', 'not-there'].map((name) => [name, 'studio.plug-in-missing']));
});

test('its settings are read by its own schema, which may break', async () => {
  place('settings/index.mjs', good("kind: 'settings', settings: z.object({ ink: z.number().max(5).default(1) }).transform((given) => { if (given.ink === 4) throw new Error('four'); return { ...given, isRead: true }; })"));
  const { kinds: [kind], broken } = await load(['./settings']);
  expect(broken).toEqual([]);
  expect(kind?.settings.parse({})).toEqual({ ink: 1, isRead: true });
  expect(kind?.settings.safeParse({ ink: 6 }).error?.issues).toMatchObject([{ path: ['ink'] }]);
  expect(kind?.settings.safeParse({ ink: 4 }).error?.issues).toMatchObject([{ path: [], message: 'Error: four' }]);
  expect(kind?.settings.safeParse('x').success).toBe(false);
});
