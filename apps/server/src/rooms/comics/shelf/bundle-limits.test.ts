import { readFileSync } from 'node:fs';
import { LINE_MAX } from '@komawari/comic/edit';
import { KOMA_LIMITS } from '@komawari/comic/koma';
import { comicShelfRoutes } from '@komawari/contract';
import { expect, test } from 'vitest';

const TEXT = readFileSync(new URL('../../../../../../docs/exports.md', import.meta.url), 'utf8');

test('the documents name the limits of a bundle as they are', () => {
  const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`;
  const count = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ' ');
  const { json, deflated, ...limits } = KOMA_LIMITS;
  expect(deflated.ratioMax).toBe(10);
  for (const row of [
    `| the file | ${comicShelfRoutes.importBundle.takesUpload.maxBytes / 1_000_000} MB |`,
    `| files in it | ${count(limits.filesMax)} |`,
    `| \`manifest.json\`, unpacked | ${mib(limits.manifestMaxBytes)} |`,
    `| \`book.json\`, unpacked | ${mib(limits.bookMaxBytes)}, ${count(json.valuesMax)} values, ${json.depthMax} deep |`,
    `| panels of a book; items of any other list | ${count(json.arrayMax)} |`,
    `| lines of a book | ${count(limits.linesMax)}, each of ${count(LINE_MAX)} characters |`,
    `| names in one object of \`book.json\` | ${count(json.membersMax)} |`,
    `| one picture, unpacked | ${mib(limits.pictureMaxBytes)};`,
    `| deflated pictures together, unpacked | ${mib(deflated.totalMaxBytes)}; from ${mib(deflated.ratioFromBytes)} on,`,
    `| takes of a panel | ${limits.panelTakesMax}:`,
    `| takes of a whole book in \`book.json\` | ${mib(limits.takesMaxBytes)};`,
    `| credits that are kept | ${count(limits.creditsMax)} |`,
  ]) expect(TEXT).toContain(row);
});
