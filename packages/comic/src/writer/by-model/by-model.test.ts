import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleStory } from '../../make/test-story.ts';
import { readStory } from '../read-story.ts';
import type { Beat, Story } from '../types.ts';
import { applyReading, askReader, checkAnswer, fillHoles, readReaderAnswer, storyParts } from './index.ts';

const STORY = 'The wind was cold.\n\n"Who is there?" asked the old man.\n\n"Only me," came the answer.\n\n"Then come in!"';
const story = readStory(STORY);
const linesOf = ({ chapters }: Story) => chapters.flatMap(({ beats }) => beats).filter((beat): beat is Extract<Beat, { type: 'line' }> => beat.type === 'line');
const person = (name: string, aliases: string[] = [], rest: object = {}) => ({ name, aliases, gender: 'unknown' as const, age: 'unknown' as const, being: '', looks: '', ...rest });
const line = (id: string, starts: string, speaker: string) => ({ id, starts, speaker, kind: 'speech' as const });

describe('a story read by a model', () => {
  test('is asked about in parts whose lines are all marked, once and in order', async () => {
    const whole = readStory(await sampleStory('lighthouse.en'));
    const parts = storyParts(whole);
    expect(parts.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(linesOf(whole).map((_, at) => `L${at + 1}`));
    const { system, user, schema } = askReader(parts[0]!, [{ name: 'Mina', aliases: ['the girl'] }]);
    expect(user).toContain('- Mina (the girl)');
    expect(user).toContain('[L1] “');
    expect(system).toContain('exactly once');
    expect(schema).toMatchObject({ type: 'object', required: ['people', 'lines'] });
  });

  test('gets its speakers, people that are one, and somebody new', () => {
    const [part] = storyParts(story);
    const answer = checkAnswer(part!, { people: [person('Old Barlow', ['the old man'], { age: 'old', gender: 'male', looks: 'a white beard' }), person('Mina')], lines: [line('L1', 'Who is', 'Old Barlow'), line('[L2]', '“Only me', 'Mina'), line('L3', 'Then come in', 'Old Barlow')] });
    const { story: read, report } = applyReading(story, [answer]);
    const names = new Map(read.voices.map((voice) => [voice.key, voice]));
    expect(linesOf(read).map(({ speakerKey, isUnsure }) => [names.get(speakerKey ?? '')?.aliases.includes('Old Barlow') ?? names.get(speakerKey ?? '')?.name, isUnsure])).toEqual([[true, undefined], [false, undefined], [true, undefined]]);
    expect(read.voices.find(({ name }) => name === 'Mina')).toMatchObject({ lineCount: 1 });
    expect(read.voices.find(({ aliases }) => aliases.includes('Old Barlow'))).toMatchObject({ age: 'old', gender: 'male', descriptions: expect.arrayContaining(['a white beard']), lineCount: 2 });
    expect(report).toEqual({ lines: 3, missing: 0, invented: 0 });
  });

  test('a line left out is asked for again, and else stays as it was read before, marked', () => {
    const [part] = storyParts(story);
    const first = checkAnswer(part!, { people: [person('Mina')], lines: [line('L2', 'Only me', 'Mina'), line('L9', 'Made up', 'Mina'), line('L2', 'Only me', 'Mina'), line('L3', 'Go away', 'Mina')] });
    expect(first).toMatchObject({ missing: ['L1', 'L3'], invented: 3 });
    expect(askReader(part!, [], first.missing).user).toContain('L1, L3');
    const filled = fillHoles(first, checkAnswer(part!, { people: [], lines: [line('L3', 'then come', 'Mina')] }), part!);
    expect(filled).toMatchObject({ missing: ['L1'], invented: 3 });
    const { story: read, report } = applyReading(story, [filled]);
    expect(linesOf(read).map(({ isUnsure }) => isUnsure)).toEqual([true, undefined, undefined]);
    expect(linesOf(read)[0]?.speakerKey).toBe(linesOf(story)[0]?.speakerKey);
    expect(report).toEqual({ lines: 3, missing: 1, invented: 3 });
  });

  test('an answer is found in fences and words, and anything else is none', () => {
    expect(readReaderAnswer('Here you are:\n```json\n{"people":[],"lines":[]}\n```')).toEqual({ people: [], lines: [] });
    for (const text of ['', 'no', '{"people":', '{"people":{},"lines":[]}', '[]', '{}']) expect(readReaderAnswer(text), text).toBeUndefined();
  });

  test('whatever a model answers, every line stays, word for word and in its order, and each speaker is somebody of the story', () => {
    const name = fc.constantFrom('Mina', 'the old man', 'Old Barlow', '', '  ', '__proto__', 'The wind', 'constructor');
    const answer = fc.record({
      people: fc.array(fc.record({ name, aliases: fc.array(name, { maxLength: 4 }), gender: fc.constantFrom('female' as const, 'male' as const, 'unknown' as const), age: fc.constantFrom('old' as const, 'unknown' as const), being: fc.constantFrom('', 'fox'), looks: fc.string({ maxLength: 20 }) }), { maxLength: 5 }),
      lines: fc.array(fc.record({ id: fc.constantFrom('L1', 'L2', 'L3', 'L4', '[L1]', 'x'), starts: fc.constantFrom('Who', 'Only me', 'Then', '', 'nonsense'), speaker: name, kind: fc.constantFrom('speech' as const, 'shout' as const, 'thought' as const) }), { maxLength: 8 }),
    });
    fc.assert(fc.property(fc.array(fc.option(answer, { nil: undefined }), { minLength: 1, maxLength: 3 }), (answers) => {
      const [part] = storyParts(story);
      const checked = answers.map((one) => checkAnswer(part!, one)).reduce((first, second) => fillHoles(first, second, part!));
      const { story: read, report } = applyReading(story, [checked]);
      expect(linesOf(read).map(({ text, start, end, isQuoted }) => ({ text, start, end, isQuoted }))).toEqual(linesOf(story).map(({ text, start, end, isQuoted }) => ({ text, start, end, isQuoted })));
      const keys = read.voices.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { speakerKey } of linesOf(read)) if (speakerKey !== undefined) expect(keys).toContain(speakerKey);
      for (const beat of read.chapters.flatMap(({ beats }) => beats)) if (beat.type === 'narration') expect(beat.mentions.filter((key) => !keys.includes(key))).toEqual([]);
      expect(report.missing).toBe(checked.missing.length);
    }), { numRuns: 200 });
  });
});
