import { beforeAll, describe, expect, test } from 'vitest';
import type { Painters } from '../draw/types.ts';
import { testFonts } from '../letter/test-fonts.ts';
import type { Fonts } from '../letter/index.ts';
import { DIRECTIONS, LANGUAGES, type Direction, type FormatId, type Language } from '../model/kinds.ts';
import { castOf } from '../page/matter-kinds.ts';
import { MATTER_WORDS } from '../page/matter-words.ts';
import { finishPage } from './finish-page.ts';
import { planPages } from './plan-pages.ts';
import { scriptBook } from './script-book.ts';
import { testPainters } from './test-story.ts';

let painters: Painters;
let fonts: Fonts;
beforeAll(async () => {
  [painters, fonts] = await Promise.all([testPainters(), testFonts()]);
});

const STORIES: Record<Language, Record<'nobody' | 'one' | 'two', string>> = {
  en: {
    nobody: '# Rain\n\nNight fell on the old harbour. Rain ran down the windows of the inn.\n\nIn the morning the sea was quiet.',
    one: '# Rain\n\nMara walked down to the harbour at night.\n\n"Is anybody here?" asked Mara.\n\nNobody answered. Mara sat down on the quay.\n\n"Then I wait," said Mara.',
    two: '# Rain\n\n"Is anybody here?" asked Mara.\n\n"Only me," said Jonas.\n\n"Then I wait," said Mara.',
  },
  zh: {
    nobody: '# 雨夜\n\n夜色落在旧码头上，雨水顺着客栈的窗户流下来。\n\n第二天早上，大海很安静。',
    one: '# 雨夜\n\n夜里，小雨走到码头上。\n\n“有人吗？”小雨问道。\n\n没有人回答。小雨在岸边坐下。\n\n“那我就等吧。”小雨说。',
    two: '# 雨夜\n\n“有人吗？”小雨问道。\n\n“只有我。”大伟说。\n\n“那我就等吧。”小雨说。',
  },
  ja: {
    nobody: '# 雨の夜\n\n古い港に夜が来た。宿の窓を雨が流れていた。\n\n朝になると、海は静かだった。',
    one: '# 雨の夜\n\n夜、美咲は港まで歩いた。\n\n「誰かいますか？」と美咲は言った。\n\n返事はなかった。美咲は岸に座った。\n\n「じゃあ、待ちます」と美咲は言った。',
    two: '# 雨の夜\n\n「誰かいますか？」と美咲は言った。\n\n「僕だけです」と健太は言った。\n\n「じゃあ、待ちます」と美咲は言った。',
  },
};
const VOICES = { nobody: 0, one: 1, two: 2 } as const;

/** What stands on each page of a finished book, its pictures left out: they say nothing of what has ended. */
function pagesOf(language: Language, who: keyof typeof VOICES, { direction, format = 'manga-b5' }: { direction: Direction; format?: FormatId }) {
  const book = scriptBook(STORIES[language][who], { language, direction, format });
  expect(castOf(book)).toHaveLength(VOICES[who]);
  const plan = planPages(book);
  return plan.pages.map((page) => {
    const finished = finishPage({ book, plan, drawings: new Map(), painters, fonts, credits: [] }, page.number);
    const words = finished.lettered.bubbles.flatMap((bubble) => bubble.runs.map((run) => run.text));
    return { kind: finished.role === 'story' ? 'story' : page.template, saysEnd: words.includes(MATTER_WORDS[language].end), words, spoken: finished.alternative.map(({ description }) => description).join(' ') };
  });
}

const CASES = LANGUAGES.flatMap((language) => DIRECTIONS.flatMap((direction) => (Object.keys(VOICES) as (keyof typeof VOICES)[]).map((who) => [language, direction, who] as const)));

describe('a finished book', () => {
  test.each(CASES)('in %s, read %s, where %s speaks, ends behind its story only', (language, direction, who) => {
    const pages = pagesOf(language, who, { direction });
    const kinds = pages.map(({ kind }) => kind);
    const first = kinds.indexOf('story');
    const last = kinds.lastIndexOf('story');
    expect(kinds.slice(0, first)).toEqual(['cover', who === 'two' ? 'cast' : 'colophon']);
    expect(kinds.slice(last + 1)).toEqual(who === 'two' ? ['colophon'] : []);
    expect(new Set(kinds.slice(first, last + 1))).toEqual(new Set(['story']));
    for (const page of pages.slice(0, last + 1)) {
      expect(page.saysEnd).toBe(false);
      expect(page.kind === 'story' || !page.spoken.includes(MATTER_WORDS[language].end)).toBe(true);
    }
    expect(pages.at(-1)!.saysEnd).toBe(who === 'two');
    // Whoever listens hears the title of the cover once.
    const title = STORIES[language][who].split('\n')[0]!.slice(2);
    expect(pages[0]!.spoken.replaceAll(/\s/gu, '').split(title.replaceAll(/\s/gu, ''))).toHaveLength(2);
    // What stands in its place is the title, and who made the book.
    const titlePage = pages.find(({ kind }) => kind === 'colophon')!;
    expect(titlePage.words).toEqual(expect.arrayContaining([title, MATTER_WORDS[language].storyboard, MATTER_WORDS[language].madeWith]));
  });

  test.each(LANGUAGES.flatMap((language) => (Object.keys(VOICES) as (keyof typeof VOICES)[]).map((who) => [language, who] as const)))('as a strip in %s where %s speaks, ends with its colophon', (language, who) => {
    const pages = pagesOf(language, who, { direction: 'ltr', format: 'webtoon' });
    const kinds = pages.map(({ kind }) => kind);
    expect([kinds[0], kinds.at(-1)]).toEqual(['cover', 'colophon']);
    expect(new Set(kinds.slice(1, -1))).toEqual(new Set(['story']));
    expect(pages.map(({ saysEnd }) => saysEnd)).toEqual(pages.map((_, i) => i === pages.length - 1));
  });
});
