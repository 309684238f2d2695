import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPlugInPackage } from '../../../../../../packages/plugin/scripts/build.ts';
import type { ProviderKind } from '../../../ports/provider.ts';
import { loadPlugIns } from './load-plug-ins.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'koma plug-ins '));
  buildPlugInPackage(join(folder, 'node_modules/@komawari/plugin'));
  cpSync(join(import.meta.dirname, '../../../../../../node_modules/zod'), join(folder, 'node_modules/zod'), { recursive: true });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function place(path: string, text: string): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const HEAD = "import { defineImageProvider, defineTextProvider } from '@komawari/plugin';\nimport { z } from 'zod';\n";
const definition = (facts: string) => `{ kind: 'mine', title: 'Mine', bills: false, open: () => ({ check() {}, listModels() {}, draw() {}, write() {} }), ${facts} }`;
const good = (facts = '') => `${HEAD}export default defineImageProvider(${definition(facts)});`;

const load = (names: string[], { shipped = [], timeoutMs }: { shipped?: ProviderKind[]; timeoutMs?: number } = {}) => loadPlugIns({ names, folder, shipped, timeoutMs });

/** What becomes of one with this text, beside one that is good. */
async function endOf(text: string, timeoutMs?: number): Promise<string> {
  const name = `./one-${(count += 1)}`;
  place(`${name}/index.mjs`, text);
  place('good/index.mjs', good("kind: 'good'"));
  const { kinds, broken } = await load([name, './good'], { timeoutMs });
  expect(kinds.map(({ kind }) => kind)).toContain('good');
  return broken.length === 0 ? `good: ${kinds.map(({ kind }) => kind).join(', ')}` : broken.map(({ name: left, code, detail }) => `${left === name ? '' : left} ${code.replace('studio.plug-in-', '')}: ${detail}`.trim()).join('; ');
}
let count = 0;

test('one that breaks at load is left out, and the others stay', async () => {
  expect(await endOf("throw new Error('no ink');")).toBe('threw: Error: no ink');
  expect(await endOf('throw null;')).toMatch(/^threw: /);
  expect(await endOf('export default {')).toMatch(/^threw: SyntaxError/);
  expect(await endOf("import 'a-package-that-is-not-there';")).toMatch(/^threw: Error: Cannot find package/);
});

test('one that would end or hold up the program is found out in a thread of its own', async () => {
  expect(await endOf('process.exit(0);')).toBe('threw: process.exit(0)');
  expect(await endOf("setImmediate(() => { throw new Error('late'); }); await new Promise((go) => setTimeout(go, 50));")).toBe('threw: Error: late');
  expect(await endOf("Promise.reject(new Error('nobody looks')); await new Promise((go) => setTimeout(go, 50));")).toBe('threw: Error: nobody looks');
  expect(await endOf('await new Promise(() => undefined);')).toBe('late: 20 s');
  expect(await endOf('await new Promise(() => setInterval(() => undefined, 1000));', 1500)).toBe('late: 1.5 s');
  expect(await endOf('for (;;);', 1500)).toBe('late: 1.5 s');
});

test('what is no provider is said to be none', async () => {
  expect(await endOf('export const x = 1;')).toBe('nonsense: it has no default export');
  for (const nonsense of ['5', 'null', '{}', 'async () => 1', '[{ komawari: 1 }]']) expect(await endOf(`export default ${nonsense};`)).toMatch(/^nonsense: its default export was not made by/);
  expect(await endOf('export default [];')).toBe('nonsense: it has no default export');
  expect(await endOf("export default { komawari: 2, job: 'image', definition: {} };")).toBe('nonsense: it was made for version 2 of the plug-in interface, and this is version 1');
  for (const [facts, field] of [["kind: 'Mine!'", 'kind'], ["title: ''", 'title'], ["bills: 'no'", 'bills'], ["defaultUrl: 'file:///etc'", 'defaultUrl'], ["secrets: [{ name: 'a' }]", 'secrets'], ["secrets: [{ name: 'a', isRequired: true }, { name: 'a', isRequired: true }]", 'secrets'], ['open: 5', 'open'], ['settings: 5', ''], ['settings: z.string()', 'settings'], ['settings: { safeParse() {} }', '']] as const) {
    expect(await endOf(good(facts)), facts).toMatch(new RegExp(`^nonsense: .*${field}`));
  }
});

test('a kind that exists already is not replaced; a plug-in may bring several', async () => {
  expect(await endOf(good("kind: 'good'"))).toBe('./good taken: good');
  expect(await endOf(`${HEAD}export default [defineImageProvider(${definition('')}), defineTextProvider(${definition("kind: 'mine-too'")})];`)).toBe('good: mine, mine-too, good');
  expect(await endOf(`${HEAD}export default [defineImageProvider(${definition('')}), defineTextProvider(${definition('')})];`)).toBe('taken: mine');
  place('shipped/index.js', good("kind: 'a1111'").replace('import', '/* */ import'));
  place('shipped/package.json', '{ "type": "module" }');
  const { kinds } = await load(['./good'], {});
  const { broken, kinds: still } = await load(['./shipped'], { shipped: [{ ...kinds[0]!, kind: 'a1111', title: 'Ours' }] });
  expect([broken, still.map(({ title }) => title)]).toEqual([[{ name: './shipped', code: 'studio.plug-in-taken', detail: 'a1111' }], ['Ours']]);
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
