import { expect, test } from 'vitest';
import { shelfVersionsSearch, versionsSearch } from './versions-search.ts';

const version = `version_${'0k'.repeat(13)}`;
const comic = `comic_${'1z'.repeat(13)}`;

test('the list and one version are said; what else stands there is taken out, not left', () => {
  expect(versionsSearch({ versions: 'all' })).toEqual({ versions: 'all' });
  expect(versionsSearch({ versions: version, q: 'x' })).toEqual({ versions: version });
  for (const versions of [undefined, '', 'All', `${version}0`, `${version}/../..`, 'version_<img>', 7, true, null, [version], { all: 1 }]) {
    expect(versionsSearch({ versions })).toStrictEqual({ versions: undefined });
  }
});

test('on the shelf versions need their comic, and a comic its versions', () => {
  expect(shelfVersionsSearch({ versions: version, comic })).toEqual({ versions: version, comic });
  for (const search of [{ versions: version }, { comic }, { versions: 'x', comic }, { versions: 'all', comic: 'comic_1' }, { versions: 'all', comic: [comic] }]) {
    expect(shelfVersionsSearch(search)).toStrictEqual({ versions: undefined, comic: undefined });
  }
});
