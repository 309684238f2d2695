import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptBook } from '../make/script-book.ts';
import { listLines } from '../model/book.ts';
import { applyEdit } from './apply-edit.ts';
import { mergeBoth } from './merge-both.ts';
import { parseOps, type EditOp } from './ops.ts';
import { takeBack } from './take-back.ts';

/** Each character of `part`, in its order, is in `whole`. */
function holds(whole: string, part: string): boolean {
  let at = 0;
  const all = [...whole];
  for (const character of part) {
    at = all.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const few = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '雨', '😀', '.'), maxLength: 24 });
/** `base` with something written into it in up to four places, in characters of `unit`. */
const written = (base: string, unit: fc.Arbitrary<string>) => fc.array(fc.tuple(fc.nat([...base].length), fc.string({ unit, minLength: 1, maxLength: 6 })), { maxLength: 4 }).map((inserts) => {
  const gaps = [...base, ''].map((character, i) => inserts.filter(([at]) => at === i).map(([, text]) => text).join('') + character);
  return gaps.join('');
});
const anyOf = (...characters: string[]) => fc.constantFrom(...characters);

describe('two who write at once', () => {
  test.each([
    ['at the end', 'The base.', 'The base. LEFT', 'The base. RIGHT', 'The base. LEFT RIGHT', false],
    ['into nothing', '', 'One', 'Two', 'OneTwo', false],
    ['the same', 'a c', 'a b c', 'a b c', 'a b c', false],
    ['in two places each', 'a b c', '1a b 2c', 'a 3b 4c', '1a 3b 24c', false],
    ['one behind it, one into its midst', 'The base.', 'The base. LEFT', 'The old base. RIGHT', 'The old base. LEFT RIGHT', false],
    ['one replaces, both add at the end', 'The base.', 'The base. LEFT', 'The vase. RIGHT', 'The vase. LEFT RIGHT', false],
    ['over the same word', 'one two three', 'one zwei three', 'one deux three', 'one deux three', true],
    ['over the same words, by others that share letters', 'At night the sea was calm.', 'The sea was wild.', 'The sea was gone.', 'The sea was gone.', true],
    ['into one word', 'one', 'oneself', 'none', 'noneself', false],
    ['by replacing apart', 'one two three', 'ONE two three', 'one two THREE', 'ONE two THREE', false],
    ['far apart in a long text, and at its end', `${'ab '.repeat(80)}.`, `x${'ab '.repeat(80)}. L`, `${'ab '.repeat(80)}. R`, `x${'ab '.repeat(80)}. L R`, false],
  ])('%s', (_, base, theirs, mine, text, isClash) => {
    expect(mergeBoth(base, theirs, mine)).toMatchObject({ text, isClash });
  });

  test('lose no character, wherever they wrote', () => {
    const texts = few.chain((base) => fc.tuple(fc.constant(base), written(base, anyOf('a', 'b', ' ', 'L', '😀')), written(base, anyOf('a', ' ', '雨', 'R'))));
    fc.assert(fc.property(texts, ([base, theirs, mine]) => {
      const { text, isClash } = mergeBoth(base, theirs, mine, { mayCompare: false });
      expect([holds(text, theirs), holds(text, mine), isClash]).toEqual([true, true, false]);
    }), { numRuns: 1500 });
  });

  test('all over a long text are told as a clash at once', () => {
    const started = performance.now();
    expect(mergeBoth('ba '.repeat(1300), 'ab '.repeat(1300), 'aab '.repeat(1000))).toMatchObject({ text: 'aab '.repeat(1000), isClash: true });
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('taking back', () => {
  test.each([
    ['what nobody touched', 'The base. LEFT', 'The base. LEFT', 'The base.', 'The base.'],
    ['before what another wrote behind it', 'The base. LEFT', 'The base. LEFT RIGHT', 'The base.', 'The base. RIGHT'],
    ['what another replaced', 'The base. LEFT', 'The base. RIGHT', 'The base.', 'The base. RIGHT'],
    ['what another removed', 'The base. LEFT', 'The base.', 'The base.', 'The base.'],
    ['words that were replaced by it', 'one zwei three', 'ONE zwei three!', 'one two three', 'ONE two three!'],
    ['replaced words that another replaced', 'one zwei three', 'one deux three', 'one two three', 'one deux three'],
    ['one of two of its words', 'A and B', 'A or B', 'x and y', 'x or y'],
    ['of what it removed', 'one three', 'ONE three', 'one two three', 'ONE two three'],
    ['a word that is another by now', 'The base. LEFT', 'The base. LOFT', 'The base.', 'The base. LOFT'],
  ])('%s', (_, from, now, to, text) => {
    expect(takeBack(from, now, to)).toBe(text);
  });

  test('never takes a character of somebody else, whatever either did', () => {
    const own = fc.string({ unit: anyOf('a', 'b', ' ', '.', '雨'), maxLength: 30 });
    const foreign = anyOf('X', 'Y', '，', '😀');
    // Somebody takes out a part, and writes into the rest.
    const after = (from: string) => fc.tuple(fc.nat(30), fc.nat(8)).chain(([start, length]) => written([...from].filter((__, i) => i < start || i >= start + length).join(''), foreign));
    const texts = fc.tuple(own, own).chain(([from, to]) => fc.tuple(fc.constant(from), after(from), fc.constant(to)));
    const theirs = (text: string) => [...text].filter((character) => 'XY，😀'.includes(character)).join('');
    fc.assert(fc.property(texts, ([from, now, to]) => {
      expect(theirs(takeBack(from, now, to))).toBe(theirs(now));
    }), { numRuns: 1500 });
  });
});

describe('in a book', () => {
  const book = scriptBook('# Rain\n\n"Come in," said Mara.', { language: 'en' });
  const { id, text: { en = '' } } = listLines(book)[0]!;
  const wordsOf = (ops: EditOp[], of = book) => listLines(applyEdit(of, ops).book)[0]!.text.en;
  const text = (from: string, to: string, rule?: 'both'): EditOp => ({ op: 'text', id, language: 'en', from, to, ...(rule && { rule }) });

  test('undo of the first leaves what the second wrote, and redo brings the first back', () => {
    const first = applyEdit(book, [text(en, `${en} LEFT`, 'both')]);
    const both = applyEdit(first.book, [text(en, `${en} RIGHT`, 'both')]);
    expect(both.notices).toMatchObject([{ code: 'merged' }]);
    expect(wordsOf([], both.book)).toBe(`${en} LEFT RIGHT`);
    const back = applyEdit(both.book, first.inverse);
    expect(wordsOf([], back.book)).toBe(`${en} RIGHT`);
    expect(wordsOf(back.inverse, back.book)).toBe(`${en} LEFT RIGHT`);
  });

  test('marks that stood on words taken back are not put on the words of another', () => {
    const marked = applyEdit(book, [{ op: 'set', kind: 'line', id, field: 'stress', value: { en: [{ start: 0, end: 4, how: 'bold' }] } }]).book;
    const mine = applyEdit(marked, [text(en, 'Go away.', 'both')]);
    expect(mine.inverse.length).toBeGreaterThan(1);
    expect(applyEdit(mine.book, mine.inverse).book).toEqual(marked);
    const theirs = applyEdit(mine.book, [text('Go away.', 'Stay!', 'both')]).book;
    expect(applyEdit(theirs, mine.inverse).book).toBe(theirs);
  });

  test('a step that was stored before there were rules is merged as it was then', () => {
    expect(wordsOf([text(en, `${en} LEFT`), text(en, `${en} RIGHT`)])).toBe(`${en} RIGHT`);
    expect(wordsOf([text(en, `${en} LEFT`), text(`${en} LEFT`, `${en} LEFT RIGHT`), text(`${en} LEFT`, en)])).toBe(en);
  });

  test('a rule that nobody knows is refused', () => {
    expect(parseOps([text(en, 'x', 'both')])).toHaveLength(1);
    expect(() => parseOps([{ ...text(en, 'x'), rule: 'other' }])).toThrow('rule');
  });
});
