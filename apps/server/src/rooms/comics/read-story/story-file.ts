/** What a story file gives, and how much of it is ever read. */
import { AppError } from '../../../kernel/errors.ts';

export type NoticeCode = 'footnotes' | 'pictures' | 'matter' | 'missing-parts';
/** Something of the file is not in the text: `count` of it. */
export type StoryNotice = { code: NoticeCode; count: number };
export type StoryFile = { text: string; title?: string; author?: string; notices: StoryNotice[] };

/**
 * Time and memory follow from these: markup is read once, front to back, at about 20 MB a second; nothing of a zip
 * is unpacked but the parts with text. `fileBytes` leaves room for the pictures of an EPUB, which are not read.
 */
export const STORY_LIMITS = { fileBytes: 100_000_000, markupBytes: 20_000_000, zip: { entriesMax: 10_000, entryMaxBytes: 20_000_000, totalMaxBytes: 40_000_000 }, textCharacters: 4_000_000, depth: 2_000 } as const;

/** Sentences for people, in the languages of the interface. */
export const NOTICE_SENTENCES: Record<NoticeCode, { en: string; 'zh-CN': string; ja: string }> = {
  footnotes: { en: 'Footnotes left out: {count}.', 'zh-CN': '已略去 {count} 条脚注。', ja: '脚注を{count}件省きました。' },
  pictures: { en: 'Pictures left out: {count}. Only the words become a comic.', 'zh-CN': '已略去 {count} 张图片，只用文字制作漫画。', ja: '画像を{count}点省きました。コミックになるのは文章だけです。' },
  matter: { en: 'Contents, copyright and index pages left out: {count}.', 'zh-CN': '已略去目录、版权页或索引共 {count} 处。', ja: '目次・奥付・索引などを{count}か所省きました。' },
  'missing-parts': { en: 'Parts that the file names but does not hold: {count}. Check whether the story is whole.', 'zh-CN': '文件中缺少 {count} 个部分，请检查故事是否完整。', ja: 'ファイルに含まれていない部分が{count}か所あります。物語がそろっているかお確かめください。' },
};

export function noticesOf(counts: Readonly<Record<NoticeCode, number>>): StoryNotice[] {
  return (Object.keys(NOTICE_SENTENCES) as NoticeCode[]).filter((code) => counts[code] > 0).map((code) => ({ code, count: counts[code] }));
}

export function noCounts(): Record<NoticeCode, number> {
  return { footnotes: 0, pictures: 0, matter: 0, 'missing-parts': 0 };
}

export function assertDepth(depth: number): void {
  if (depth > STORY_LIMITS.depth) throw new AppError('comics.file-damaged', { detail: 'nested too deeply' });
}
