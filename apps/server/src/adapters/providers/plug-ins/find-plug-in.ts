import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** In the order of Node, of those that say "a module for this program". */
const CONDITIONS = ['node', 'import', 'module-sync', 'default'];
const PACKAGE_NAME = /^(@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/i;
const INDEXES = ['index.js', 'index.mjs', 'index.ts'];

/**
 * The file that a plug-in begins with. A name that begins with `.` or `/` (or a drive) is a folder or file, seen from `folder`; any other is
 * a package below a `node_modules` of `folder` or of one above it, else of the program. Undefined where there is none.
 */
export function findPlugIn(name: string, folder: string): string | undefined {
  if (/^\.{1,2}([/\\]|$)/.test(name) || isAbsolute(name)) return entryOf(resolve(folder, name));
  if (!PACKAGE_NAME.test(name)) return undefined;
  const places = [...upwards(resolve(folder)), ...upwards(import.meta.dirname)].map((dir) => join(dir, 'node_modules', name));
  const found = places.find((place) => existsSync(place));
  return found && entryOf(found);
}

function entryOf(place: string): string | undefined {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? place : undefined;
  const named = entryNameOf(join(place, 'package.json'));
  return [...(named === undefined ? [] : [named]), ...INDEXES].map((name) => resolve(place, name)).find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

function entryNameOf(manifest: string): string | undefined {
  try {
    const { exports, main } = JSON.parse(readFileSync(manifest, 'utf8')) as { exports?: unknown; main?: unknown };
    return chosen(isRecord(exports) && '.' in exports ? exports['.'] : exports) ?? (typeof main === 'string' ? main : undefined);
  } catch {
    return undefined;
  }
}

function chosen(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (Array.isArray(target)) return target.map(chosen).find((one) => one !== undefined);
  if (!isRecord(target)) return undefined;
  return Object.entries(target).filter(([condition]) => CONDITIONS.includes(condition)).map(([, one]) => chosen(one)).find((one) => one !== undefined);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}
