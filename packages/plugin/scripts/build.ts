/** `node packages/plugin/scripts/build.ts FOLDER` writes the package as it is installed elsewhere: plain JavaScript with declarations. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const here = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);
/** Of the contract a plug-in sees the shapes of models alone, so they travel along under this name. */
const MODELS = 'models.ts';

/** Throws when the compiler is not satisfied. */
export function buildPlugInPackage(folder: string): void {
  const draft = mkdtempSync(join(tmpdir(), 'komawari-plugin-'));
  try {
    gatherSources(draft);
    const compiler = join(dirname(require.resolve('@typescript/native/package.json')), 'bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', draft, '--pretty', 'false'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`@komawari/plugin cannot be built:\n${stdout}`);
    mkdirSync(folder, { recursive: true });
    // Of the models types alone are taken. Declarations keep the endings of their sources.
    for (const name of readdirSync(join(draft, 'out')).filter((one) => one !== 'models.js')) {
      writeFileSync(join(folder, name), readFileSync(join(draft, 'out', name), 'utf8').replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
    }
    cpSync(join(here, 'README.md'), join(folder, 'README.md'));
    cpSync(join(here, '../../LICENSE'), join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function gatherSources(draft: string): void {
  const sources = readdirSync(join(here, 'src')).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  for (const name of sources) writeFileSync(join(draft, name), readFileSync(join(here, 'src', name), 'utf8').replaceAll(`'@komawari/contract'`, `'./${MODELS}'`));
  cpSync(join(here, '../contract/src/studio-models.ts'), join(draft, MODELS));
  mkdirSync(join(draft, 'node_modules'));
  symlinkSync(realpathSync(dirname(require.resolve('zod/package.json'))), join(draft, 'node_modules/zod'), 'junction');
  writeFileSync(join(draft, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(draft, 'tsconfig.json'), JSON.stringify({
    compilerOptions: {
      target: 'es2022', lib: ['es2024', 'dom', 'dom.asynciterable'], module: 'nodenext', strict: true, verbatimModuleSyntax: true, rewriteRelativeImportExtensions: true, skipLibCheck: true,
      types: [], declaration: true, rootDir: '.', outDir: 'out',
    },
    files: [...sources, MODELS],
  }));
}

function manifest(): object {
  const { name, version, license, type, description, sideEffects, dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as Record<string, unknown> & { dependencies: { zod: string } };
  return { name, version, license, type, description, sideEffects, exports: { '.': { types: './index.d.ts', default: './index.js' } }, dependencies: { zod: dependencies.zod } };
}

if (import.meta.main) {
  const folder = process.argv[2];
  if (folder === undefined) {
    console.error('Usage: node packages/plugin/scripts/build.ts FOLDER');
    process.exitCode = 1;
  } else {
    buildPlugInPackage(resolve(folder));
  }
}
