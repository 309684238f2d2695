import type { UiLanguage } from '@komawari/contract';

/** The best language of the interface for an Accept-Language header; English when none fits. */
export function languageOf(header: string | undefined): UiLanguage {
  const wishes = (header ?? '').slice(0, 500).split(',').map((part, index) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
    const quality = Number(rest.find((item) => item.trim().startsWith('q='))?.trim().slice(2) ?? 1);
    return { tag, quality: Number.isFinite(quality) ? quality : 0, index };
  }).filter((wish) => wish.quality > 0).sort((a, b) => b.quality - a.quality || a.index - b.index);
  for (const { tag } of wishes) {
    if (/^zh\b/.test(tag)) return 'zh-CN';
    if (/^ja\b/.test(tag)) return 'ja';
    if (/^en\b/.test(tag)) return 'en';
  }
  return 'en';
}
