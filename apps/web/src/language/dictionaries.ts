import type { UiLanguage } from '@komawari/contract';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { zhCn } from './zh-cn.ts';

export type WordKey = keyof typeof en;
export type Words = Readonly<Record<WordKey, string>>;

export const dictionaries: Readonly<Record<UiLanguage, Words>> = { en, 'zh-CN': zhCn, ja };

/** Each language by its own name, as its readers look for it. */
export const LANGUAGE_NAMES: Readonly<Record<UiLanguage, string>> = { en: 'English', 'zh-CN': '中文', ja: '日本語' };

/** The first language of the wishes that the interface speaks; English when none fits. */
export function pickLanguage(wishes: readonly string[]): UiLanguage {
  for (const wish of wishes) {
    const base = wish.toLowerCase().split('-')[0];
    if (base === 'zh') return 'zh-CN';
    if (base === 'ja') return 'ja';
    if (base === 'en') return 'en';
  }
  return 'en';
}
