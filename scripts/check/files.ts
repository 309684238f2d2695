import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rootDir } from '../find-node.mjs';
import type { Check } from './run-check.ts';
import { isGenerated, isTest, projectFiles } from './source-files.ts';

const lengthLimit = 400;
/** Fewer means that the check has lost sight of them. */
const STORES_LEAST = 5;

export const lengthCheck: Check = {
  name: 'file length',
  async run() {
    const files = projectFiles().filter((path) => /\.(ts|tsx|mts|mjs|cjs|js|css)$/.test(path) && !isGenerated(path) && !isTest(path));
    const faults = files.flatMap((path) => {
      const lines = read(path).trimEnd().split('\n').length;
      return lines > lengthLimit ? [`${path} has ${lines} lines; more than ${lengthLimit} are two files`] : [];
    });
    return { faults, note: `${files.length} files` };
  },
};

/** The compiler accepts `./x.js` for a file `x.ts`; Node, which runs the sources, does not. */
export const importEndingsCheck: Check = {
  name: 'import endings',
  async run() {
    const files = projectFiles().filter((path) => /^(apps\/server|packages|scripts|bench|e2e)\/.*\.ts$/.test(path));
    const faults = files.flatMap((path) => [...read(path).matchAll(/(?:^|\n)\s*(?:import|export)[^'"\n]*?from\s+['"](\.[^'"]+)['"]|\bimport\(['"](\.[^'"]+)['"]\)/g)]
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((target) => !existsSync(join(rootDir, dirname(path), target)))
      .map((target) => `${path} imports ${target}, which is not a file`));
    return { faults, note: `${files.length} files` };
  },
};

/** Rooms speak to the database in their stores alone. */
export const sqlCheck: Check = {
  name: 'SQL in stores',
  async run() {
    const files = projectFiles().filter((path) => /^apps\/server\/src\/rooms\/.*\.ts$/.test(path) && !isTest(path));
    const isStore = (path: string) => /(^|\/|-)store\.ts$/.test(path);
    const holdsSql = (path: string) => /\.(selectFrom|insertInto|updateTable|deleteFrom|withRecursive)\(|\bsql(<[^>]*>)?`/.test(read(path));
    const stores = files.filter((path) => isStore(path) && holdsSql(path)).length;
    const faults = files.filter((path) => !isStore(path) && holdsSql(path)).map((path) => `${path} holds SQL; it belongs into a store.ts`);
    return { faults, note: `${stores} stores in ${files.length} files`, isBlind: stores < STORES_LEAST };
  },
};

const ROOMS = ['apps/server/src/rooms', 'apps/web/src/rooms'];
const README_LINES_MAX = 25;

/** What a room is for, where whoever comes in sees it first. */
export const roomsCheck: Check = {
  name: 'rooms have a README',
  async run() {
    const rooms = ROOMS.flatMap((folder) => readdirSync(join(rootDir, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => `${folder}/${entry.name}`));
    const faults = rooms.flatMap((room) => {
      if (!existsSync(join(rootDir, room, 'README.md'))) return [`${room} has no README.md`];
      const lines = read(`${room}/README.md`).trimEnd().split('\n').length;
      return lines > README_LINES_MAX ? [`${room}/README.md has ${lines} lines, at most ${README_LINES_MAX}`] : [];
    });
    return { faults, note: `${rooms.length} rooms`, isBlind: rooms.length < ROOMS.length * 2 };
  },
};

/** Links of the documents that lead to files: `[text](path)`. Addresses and anchors are not followed. */
export const linksCheck: Check = {
  name: 'links in documents',
  async run() {
    const files = projectFiles().filter((path) => path.endsWith('.md'));
    let count = 0;
    const faults = files.flatMap((path) => linksOf(read(path)).flatMap((target) => {
      count += 1;
      const clean = decodeURIComponent(target.replace(/[#?].*$/, ''));
      return clean === '' || existsSync(join(rootDir, dirname(path), clean)) ? [] : [`${path} links to ${target}, which does not exist`];
    }));
    return { faults, note: `${count} links in ${files.length} documents` };
  },
};

function linksOf(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  const inMarkdown = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map((match) => match[1] ?? '');
  const inHtml = [...prose.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
  return [...inMarkdown, ...inHtml].filter((target) => !/^([a-z]+:|\/\/|#)/i.test(target));
}

function read(path: string): string {
  return readFileSync(join(rootDir, path), 'utf8');
}
