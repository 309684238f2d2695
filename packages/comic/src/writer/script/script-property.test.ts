import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStory } from '../index.ts';
import type { Language } from '../../model/kinds.ts';

const PARTS: Record<Language, { names: string[]; said: string[]; manners: string[]; deeds: string[]; label: (name: string, manner: string) => string }> = {
  en: { names: ['TOM', 'Old Pete', 'Mrs. Lane', 'Guard 2'], said: ['Where are you?', 'I know it.', 'Give me that, please!', 'It is 12:30 now.', 'He said "never" once.'], manners: ['', ' (softly)', ' (V.O.)'], deeds: ['(He shuts the heavy door behind him.)', 'The rain falls.'], label: (name, manner) => `${name}${manner}: ` },
  zh: { names: ['小明', '老师', '林小姐', '我'], said: ['你去哪儿？', '我知道了。', '快跑！', '现在是12:30。', '他说：算了。'], manners: ['', '（小声地）', '（画外音）'], deeds: ['（他轻轻地关上了那扇沉重的门。）', '雨还在下。'], label: (name, manner) => `${name}${manner}：` },
  ja: { names: ['ソラ', 'ミナ', '田中さん'], said: ['どこへ行くの？', '知ってるよ。', '走れ！', '今12:30だ。'], manners: ['', '（小声で）', '（笑って）'], deeds: ['（彼は重い扉をゆっくりと閉めて出ていった。）', '雨が降る。'], label: (name, manner) => `${name}${manner}：` },
};

test.each(['en', 'zh', 'ja'] as const)('every line of a script is a line once, in order, of its own speaker (%s)', (language) => {
  const { names, said, manners, deeds, label } = PARTS[language];
  const row = fc.record({ name: fc.constantFrom(...names), words: fc.constantFrom(...said), manner: fc.constantFrom(...manners), deed: fc.option(fc.constantFrom(...deeds), { freq: 3 }), gap: fc.constantFrom('\n', '\n\n') });
  fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
    // The same two speak first and last, so that it is talk whatever comes between.
    const all = [...rows.slice(0, 1), { ...rows[0]!, name: names[0]! }, { ...rows[0]!, name: names[1]! }, { ...rows[0]!, name: names[0]! }, ...rows].map((one, i) => (i < 4 ? { ...one, deed: null, gap: '\n' } : one));
    const text = all.map(({ name, words, manner, deed, gap }) => `${label(name, manner)}${words}${deed === null ? '' : `\n${deed}`}${gap}`).join('');
    const story = readStory(text, { language });
    const lines = story.chapters.flatMap(({ beats }) => beats).flatMap((beat) => (beat.type === 'line' ? [beat] : []));
    expect(lines.map((line) => line.text)).toEqual(all.map(({ words }) => words));
    const spoken = lines.map((line) => line.speakerKey);
    // One key for each name, another for each other.
    const keys = new Map(all.map(({ name }, i) => [name, spoken[i]]));
    expect(spoken).toEqual(all.map(({ name }) => keys.get(name)));
    expect(new Set(keys.values()).size).toBe(keys.size);
    for (const deed of deeds) {
      const shown = story.chapters.flatMap(({ beats }) => beats).flatMap((beat) => (beat.type === 'narration' && !beat.isTag ? beat.text.split(/(?<=[.。])\s*/) : [])).filter((one) => one !== '' && deed.includes(one));
      expect(shown.length).toBe(all.filter((one) => one.deed === deed).length);
    }
  }), { numRuns: 60 });
});
