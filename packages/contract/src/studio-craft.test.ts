import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMBINATIONS_MAX, escapePrompt, EXPANDED_MAX, expandPrompt, hasChoices, measurePrompt, valuesFor, VARIABLES_MAX, variablesOf, type WordLists } from './studio-craft.ts';
import { Recipe } from './studio.ts';

const LISTS: WordLists = new Map([['weather', ['rain', '{thin|thick} mist', 'snow']], ['旅', ['港', '駅']], ['loop', ['__loop__ __loop__']], ['empty', []]]);
const NONE: WordLists = new Map();
const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);
const waysOf = (prompt: string, lists = NONE) => new Set(SEEDS.map((seed) => expandPrompt(prompt, lists, seed)));
/** Signs that mean something, and others, in any order. */
const anyPrompt = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.array(fc.constantFrom('{', '}', '|', '\\', '__', '_', '::', '2::', '0::', 'weather', '__weather__', '__loop__', '{{', '}}', '{{hair}}', '{{Hair=silver}}', '{{ a b = }}', '=', '__none__', 'a cat', '猫', ' ', ', '), { maxLength: 120 }).map((parts) => parts.join('')));

describe('what is chosen', () => {
  test.each<[string, string[]]>([
    ['a {red|blue} cat', ['a red cat', 'a blue cat']],
    ['a {red|blue|} cat', ['a red cat', 'a blue cat', 'a cat']],
    ['a cat{, {old|young}|}', ['a cat', 'a cat, old', 'a cat, young']],
    ['{3::red|blue}', ['red', 'blue']],
    ['{0::red|blue}', ['blue']],
    ['{0::red|0::blue}', ['red', 'blue']],
    ['a cat, {hat|}, {scarf|}, rain', ['a cat, rain', 'a cat, hat, rain', 'a cat, scarf, rain', 'a cat, hat, scarf, rain']],
    ['in __weather__', ['in rain', 'in thin mist', 'in thick mist', 'in snow']],
    ['in __Weather__ at __旅__', ['rain', 'thin mist', 'thick mist', 'snow'].flatMap((one) => [`in ${one} at 港`, `in ${one} at 駅`])],
    // As it stands.
    ['{word} and {"a": 1}, __none__, __empty__, |, }', ['{word} and {"a": 1}, __none__, __empty__, |, }']],
    ['a {b|c', ['a {b|c']],
    [String.raw`\{a\|b\} \__weather\__ c\d \\`, [String.raw`{a|b} __weather__ c\d \\`]],
    [String.raw`{a\|b|c}`, ['a|b', 'c']],
  ])('%s', (prompt, ways) => { expect([...waysOf(prompt, LISTS)].sort()).toEqual([...new Set(ways)].sort()); });

  test('weights are kept', () => {
    const reds = SEEDS.filter((seed) => expandPrompt('{3::red|blue}', NONE, seed) === 'red').length;
    expect(reds / SEEDS.length).toBeGreaterThan(0.68);
    expect(reds / SEEDS.length).toBeLessThan(0.82);
  });

  test('large seeds differ as small ones do', () => {
    expect(new Set(SEEDS.map((seed) => expandPrompt('{a|b|c|d}', NONE, Number.MAX_SAFE_INTEGER - seed)))).toEqual(new Set(['a', 'b', 'c', 'd']));
    expect(new Set(SEEDS.map((seed) => expandPrompt('{a|b|c|d}', NONE, seed * 2 ** 32)))).toEqual(new Set(['a', 'b', 'c', 'd']));
  });
});

describe('whatever is typed', () => {
  test('it never throws, has bounds, and the same seed says the same', () => {
    fc.assert(fc.property(anyPrompt, fc.oneof(fc.maxSafeNat(), fc.double()), (prompt, seed) => {
      const words = expandPrompt(prompt, LISTS, seed);
      expect(words).toBe(expandPrompt(prompt, new Map(LISTS), seed));
      expect(words.length).toBeLessThanOrEqual(EXPANDED_MAX);
      const { combinations, hardest } = measurePrompt(prompt, LISTS);
      expect(Number.isInteger(combinations) && combinations >= 1 && combinations <= COMBINATIONS_MAX).toBe(true);
      if (words.trim() === '') expect(hardest.trim()).toBe('');
      if (hardest !== '') expect(words.length).toBeLessThanOrEqual(hardest.length);
      if (!hasChoices(prompt)) expect([words, hardest, combinations]).toEqual([prompt, prompt, 1]);
    }), { numRuns: 400 });
  });

  test('each of the options comes', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z猫]{0,5}$/u), { minLength: 2, maxLength: 6 }), fc.integer({ min: 0, max: 2 ** 31 }), (options, from) => {
      const found = new Set(SEEDS.map((seed) => expandPrompt(`x{${options.join('|')}}y`, NONE, from + seed)));
      expect(found).toEqual(new Set(options.map((option) => `x${option}y`)));
      expect(measurePrompt(`x{${options.join('|')}}y`, NONE).combinations).toBe(options.length);
    }), { numRuns: 60 });
  });

  test('words that were set apart are sent as they were', () => {
    fc.assert(fc.property(anyPrompt, fc.nat(), (words, seed) => { expect(expandPrompt(escapePrompt(words), LISTS, seed)).toBe(words); }), { numRuns: 400 });
  });

  test('what would grow without end ends, at once', () => {
    const started = performance.now();
    const wide = '{a|b}'.repeat(6000);
    expect(measurePrompt(wide, NONE)).toMatchObject({ combinations: COMBINATIONS_MAX, missing: [] });
    expandPrompt(wide, NONE, 1);
    const deep = '{'.repeat(15_000) + 'a|b' + '}'.repeat(15_000);
    expect([expandPrompt(deep, NONE, 1).length, measurePrompt(deep, NONE).hardest.length]).toEqual([30_003, 30_003]);
    expect(expandPrompt('{'.repeat(30_000), NONE, 1)).toHaveLength(30_000);
    expect(expandPrompt('{a|'.repeat(10_000), NONE, 1)).toHaveLength(30_000);
    const growing: WordLists = new Map([['a', ['__b__'.repeat(50)]], ['b', ['__c__'.repeat(50)]], ['c', ['__a__'.repeat(50)]]]);
    expect(expandPrompt('__a__', growing, 1).length).toBeLessThanOrEqual(EXPANDED_MAX);
    expect(measurePrompt('__a__', growing).hardest.length).toBeLessThanOrEqual(EXPANDED_MAX);
    // Far more than it takes, and far less than a growth by powers would.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

test('it is told how many ways there are, which is hardest, and which list is not there', () => {
  expect(measurePrompt('{a|bbb} {c|} __weather__ __none__', LISTS)).toEqual({ combinations: 16, hardest: 'bbb c thick mist __none__', missing: ['none'], unfilled: [] });
  expect(measurePrompt('{a cat|}', NONE)).toMatchObject({ combinations: 2, hardest: '' });
  expect(measurePrompt('__loop__', LISTS).missing).toEqual([]);
});

describe('what is written for a variable', () => {
  const fill = (prompt: string, values: Record<string, string> = {}) => expandPrompt(prompt, LISTS, 1, values);

  test.each<[string, Record<string, string>, string]>([
    ['a {{animal}} in {{place=the rain}}', { animal: 'fox' }, 'a fox in the rain'],
    ['a {{ Animal }}, {{animal}}', { animal: 'fox' }, 'a fox, fox'],
    ['{{髪の色=銀}}の少女', {}, '銀の少女'],
    ['{{hair  colour}} hair', { 'hair colour': 'red' }, 'red hair'],
    ['{{a=1}} {{A=2}} {{a}}', {}, '1 1 1'],
    ['a cat, {{extra=}}, rain', {}, 'a cat, rain'],
    ['{{a}} and {{b}}', { a: ' ' }, '{{a}} and {{b}}'],
    // Signs in it mean nothing.
    ['{{a}}', { a: '{x|y} __weather__ {{b}}' }, '{x|y} __weather__ {{b}}'],
    // Names that every object has are no values.
    ['{{constructor}} {{toString}}', {}, '{{constructor}} {{toString}}'],
    // Neither choices nor words in braces are variables.
    ['{{word|word}}', {}, '{word}'],
    ['{{a=b|a=b}}', {}, '{a=b}'],
    ['{{ }} {{=x}} {{__weather}} {{a{b}}} { {a} }', {}, '{{ }} {{=x}} {{__weather}} {{a{b}}} { {a} }'],
    [String.raw`\{{a}} \{\{a}}`, { a: 'x' }, '{{a}} {{a}}'],
    ['{{{a}}|{{a}}}', { a: 'x' }, 'x'],
  ])('%s', (prompt, values, words) => { expect(fill(prompt, values)).toBe(words); });

  test('a prompt says what it asks for, and what nothing was written for', () => {
    const prompt = '{{Hero}} {near {{place=the sea}}|far} {{hero=a fox}} {{mood}}';
    expect(variablesOf(prompt)).toEqual([{ name: 'hero', label: 'Hero', fallback: 'a fox' }, { name: 'place', label: 'place', fallback: 'the sea' }, { name: 'mood', label: 'mood', fallback: undefined }]);
    expect(measurePrompt(prompt, NONE, { place: 'x' })).toMatchObject({ combinations: 2, hardest: 'a fox near x a fox {{mood}}', unfilled: [{ name: 'mood' }] });
    expect(measurePrompt('{{a}}', NONE, { a: 'b' })).toMatchObject({ combinations: 1, hardest: 'b', unfilled: [] });
    expect(valuesFor(prompt, { hero: ' a dog ', mood: ' ', other: 'x' })).toEqual({ hero: 'a dog' });
  });

  test('each value comes just as it was written, wherever its variable stands, and no other does', () => {
    const name = fc.stringMatching(/^[a-z猫][a-z0-9猫]{0,8}$/u);
    const value = fc.stringMatching(/^[a-z{}|_\\=]{1,30}$/);
    fc.assert(fc.property(fc.uniqueArray(fc.record({ name, value, other: value }), { minLength: 1, maxLength: 8, selector: (one) => one.name }), fc.nat(), (all, seed) => {
      const values = Object.fromEntries(all.map((one) => [one.name, one.value]));
      const prompt = all.map((one, index) => (index % 2 ? `<{{${one.name}}}>` : `{<{{${one.name}=x}}>|<{{ ${one.name.toUpperCase()} }}>}`)).join(' ');
      expect(expandPrompt(prompt, NONE, seed, { ...values, unknown: 'never' })).toBe(all.map((one) => `<${one.value}>`).join(' '));
    }), { numRuns: 200 });
  });

  test('whatever is typed, the values that go with it fit a recipe, and never more words come than were measured', () => {
    fc.assert(fc.property(anyPrompt, fc.dictionary(fc.oneof(fc.constantFrom('hair', 'a b'), fc.string()), fc.string({ maxLength: 60 })), fc.nat(), (prompt, values, seed) => {
      const given = valuesFor(prompt, values);
      expect(Recipe.safeParse({ variables: given }).success).toBe(true);
      const words = expandPrompt(prompt, LISTS, seed, given);
      const { hardest } = measurePrompt(prompt, LISTS, given);
      if (hardest === '') return;
      expect(words.length).toBeLessThanOrEqual(hardest.length);
    }), { numRuns: 300 });
    const many = Array.from({ length: VARIABLES_MAX + 5 }, (_, n) => `{{v${n}}}`).join(' ');
    expect(variablesOf(many)).toHaveLength(VARIABLES_MAX);
    expect(fill(many, { v44: 'x' })).toContain('{{v44}}');
    const started = performance.now();
    for (const hard of ['{{'.repeat(15_000), '{{a '.repeat(8000), `{{a=${'b'.repeat(30_000)}`, '{{a=b'.repeat(6000)]) expect(fill(hard)).toBe(hard);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
