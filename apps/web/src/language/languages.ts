import type { UiLanguage } from '@komawari/contract';

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

export const UI_LANGUAGE_LIST = Object.keys(LANGUAGE_NAMES) as UiLanguage[];
