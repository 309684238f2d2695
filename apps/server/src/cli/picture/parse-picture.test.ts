import { expect, test } from 'vitest';
import { abilityOf } from './choose-model.ts';
import { parsePicture } from './parse-picture.ts';
import { slugOf } from './save-picture.ts';

test('reads every option', () => {
  expect(parsePicture(['a cat', '--provider', 'Ark', '--model', 'm', '--ratio', '16:9', '--resolution', '2k', '--count', '3', '--seed', '0', '--negative', 'dogs', '--ref', 'a.png', '--ref', 'b.png', '--source', 's.png', '--mask', 'm.png', '--strength', '.5', '--out', 'x', '--json'])).toEqual({
    kind: 'draw', prompt: 'a cat', provider: 'Ark', model: 'm', size: { kind: 'ratio', ratio: '16:9', resolution: '2K' }, count: 3, seed: 0, negativePrompt: 'dogs', references: ['a.png', 'b.png'], source: 's.png', mask: 'm.png', strength: 0.5, outDir: 'x', asJson: true,
  });
  expect(parsePicture(['a cat', '--size', '1024x768'])).toMatchObject({ size: { kind: 'pixels', width: 1024, height: 768 }, count: 1 });
  expect(parsePicture(['a cat', '--resolution', '4K'])).toMatchObject({ size: { kind: 'ratio', ratio: '1:1', resolution: '4K' } });
  expect(parsePicture(['a cat'])).toMatchObject({ size: undefined, outDir: '.' });
  expect(parsePicture(['--help'])).toBeUndefined();
});

test.each([
  ['no prompt', [], /one prompt, in quotation marks; 0/],
  ['words without quotation marks', ['a', 'cat'], /one prompt, in quotation marks; 2/],
  ['an empty prompt', ['  '], /one prompt/],
  ['too long a prompt', ['x'.repeat(32_001)], /PROMPT has 32001 characters; 32000/],
  ['4 001 characters', ['x', '--negative', 'n'.repeat(4001)], /--negative has 4001 characters; 4000/],
  ['both sizes', ['x', '--size', '8x8', '--ratio', '1:1'], /either with --size or with --ratio/],
  ['a size that is none', ['x', '--size', '10'], /--size looks like 1024x768, not "10"/],
  ['a size of nothing', ['x', '--size', '0x10'], /--size looks like/],
  ['a ratio that is none', ['x', '--ratio', '16/9'], /--ratio looks like 16:9/],
  ['an unknown resolution', ['x', '--resolution', '8K'], /--resolution must be one of .*4K, not "8K"/],
  ['nine pictures', ['x', '--count', '9'], /--count must be a whole number from 1 to 8/],
  ['half a picture', ['x', '--count', '1.5'], /--count/],
  ['a seed below 0', ['x', '--seed=-1'], /--seed/],
  ['an empty number', ['x', '--seed='], /--seed/],
  ['too much strength', ['x', '--source', 's', '--strength', '1.1'], /--strength must be a number from 0 to 1/],
  ['a mask alone', ['x', '--mask', 'm.png'], /--mask needs a picture to work on/],
  ['too many references', ['x', ...Array<string[]>(17).fill(['--ref', 'a']).flat()], /--ref must be a whole number from 0 to 16/],
  ['an unknown option', ['x', '--nonsense'], /do not fit: Unknown option.*koma picture --help/],
  ['two decisions', ['--check', 'picture_00000000000000000000000000', '--abandon', 'picture_00000000000000000000000000'], /one of --check, --resend and --abandon/],
  ['an id that is none', ['--resend', 'abc'], /--resend looks like picture_/],
])('%s is one sentence', (_, args, sentence) => {
  expect(() => parsePicture(args)).toThrow(sentence);
});

test('all mistakes are said at once', () => {
  expect(() => parsePicture(['x', '--count', '0', '--seed', 'y', '--mask', 'm'])).toThrow(/--mask[\s\S]*--count[\s\S]*--seed/);
});

test('what is asked of the model follows from the pictures given and from what it can', () => {
  expect(abilityOf({}, ['generate'])).toBe('generate');
  expect(abilityOf({ source: 's' }, ['generate', 'vary', 'edit'])).toBe('edit');
  expect(abilityOf({ source: 's' }, ['generate', 'vary'])).toBe('vary');
  expect(abilityOf({ source: 's', strength: 0.5 }, ['edit', 'vary'])).toBe('vary');
  expect(abilityOf({ source: 's', mask: 'm', strength: 0.5 }, ['vary', 'inpaint'])).toBe('inpaint');
});

test.each([
  ['A Cat -- on/the\\roof?!', 'a-cat-on-the-roof'],
  ['../../etc/passwd', 'etc-passwd'],
  ['猫と灯台、夜。', '猫と灯台-夜'],
  ['🐈\u202e\u0000', 'picture'],
  ['x'.repeat(90), 'x'.repeat(40)],
])('%s names its file', (prompt, slug) => {
  expect(slugOf(prompt)).toBe(slug);
});
