import { expect, test } from 'vitest';
import { readStory } from '../read-story.ts';
import { findUnclosedEnd } from './unclosed-tag.ts';

function said(text: string, language: 'en' | 'zh' | 'ja'): string[] {
  const story = readStory(text, { language });
  const names = new Map(story.voices.map((voice) => [voice.key, voice.name]));
  return story.chapters.flatMap(({ beats }) => beats).flatMap((beat) => (beat.type === 'line' ? [`${names.get(beat.speakerKey ?? '')}: ${beat.text}`] : []));
}

test.each([
  ['"Come here, said Tom. The dog ran.\n\n"What?" asked Ann.', 'en', ['Tom: Come here,', 'Ann: What?']],
  ['“Sit,” said Tom.\n\n“What is it? asked Ann. She sat.\n\n“Nothing,” said Tom.', 'en', ['Tom: Sit,', 'Ann: What is it?', 'Tom: Nothing,']],
  ['"Come here, said Tom, "and sit."\n\n"No," said Ann.', 'en', ['Tom: Come here,', 'Tom: and sit.', 'Ann: No,']],
  ['“快走！老周说。\n\n“好。”小满说。', 'zh', ['老周: 快走！', '小满: 好。']],
  ['「おはよう、と太郎が言った。\n\n「うん」と花子が言った。', 'ja', ['太郎: おはよう、', '花子: うん']],
] as const)('a quote without its closing mark leaves the tag its speaker: %s', (text, language, lines) => expect(said(text, language)).toEqual(lines));

test('it is told, and a speech that goes on in the next paragraph is not cut', () => {
  expect(readStory('"Come here, said Tom. The dog ran.\n\n"What?" asked Ann.').notes.map(({ code }) => code)).toContain('writer.unclosed-quote');
  expect(said('“It began in the war. We had nothing then.\n\n“And then,” said Tom, “it was over.”', 'en')[0]).toContain('We had nothing then.');
  expect(findUnclosedEnd('We walked on, and the sea said nothing to us.')).toBeUndefined();
  expect(findUnclosedEnd('他知道，车早就开走了。')).toBeUndefined();
});
