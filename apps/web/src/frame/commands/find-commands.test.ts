import { expect, test } from 'vitest';
import { findCommands } from './find-commands.ts';

const run = () => undefined;
const commands = [
  { id: 'comics', group: 'go' as const, word: 'Comics', also: 'shelf 漫画', run },
  { id: 'new', group: 'do' as const, word: 'New comic', also: 'story 新漫画', run },
  { id: 'resume', group: 'here' as const, word: 'Résumé of the story', run },
];
const found = (typed: string) => findCommands(commands, typed).map(({ id }) => id);

test('nothing typed shows all, in order', () => expect(found('  ')).toEqual(['comics', 'new', 'resume']));
test('the start of a name is better than the inside', () => expect(found('com')).toEqual(['comics', 'new']));
test('every word must be found', () => expect(found('new com')).toEqual(['new']));
test('case, width and accents make no difference', () => expect([found('RESUME'), found('ｎｅｗ'), found('漫画')]).toEqual([['resume'], ['new'], ['comics', 'new']]));
test('other words find it too, behind names', () => expect(found('story')).toEqual(['resume', 'new']));
test('what fits nothing finds nothing', () => expect(found('zzz')).toEqual([]));
