import type { Language } from '../model/kinds.ts';

/** What stands on the pages round the story. */
export const MATTER_WORDS: Record<Language, { cast: string; end: string; storyboard: string; madeWith: string; by: string; more: string }> = {
  en: { cast: 'Cast', end: 'The End', storyboard: "Storyboard drawings by Komawari's built-in artist", madeWith: 'Made with Komawari', by: 'Story', more: 'and others' },
  zh: { cast: '登场人物', end: '完', storyboard: '分镜画稿：Komawari 内置画师', madeWith: '由 Komawari 制作', by: '原作', more: '及其他' },
  ja: { cast: '登場人物', end: 'おわり', storyboard: '絵コンテ：Komawari 内蔵作画', madeWith: 'Komawari 制作', by: '原作', more: 'ほか' },
};
