import type { UiLanguage } from '@komawari/contract';
import type { Platform } from './platforms.ts';
import { wordsEn } from './words-en.ts';
import { wordsJa } from './words-ja.ts';
import { wordsZhCn } from './words-zh-cn.ts';

/** Everything the trust page says. In steps, `**...**` marks what stands on the screen of the device, `` `...` `` what is typed. */
export interface TrustWords {
  title: string;
  heading: string;
  lead: string;
  languages: string;
  trusted: string;
  open: string;
  compare: { heading: string; text: string };
  get: { heading: string; text: string; certificate: string; profile: string };
  steps: { heading: string; others: string };
  done: { heading: string; text: string; names: string };
  about: { heading: string; points: readonly string[]; until: string };
  platforms: Record<Platform, { name: string; steps: readonly string[]; note?: string }>;
}

export const TRUST_WORDS: Record<UiLanguage, TrustWords> = { en: wordsEn, 'zh-CN': wordsZhCn, ja: wordsJa };
