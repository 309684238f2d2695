import type { UiLanguage } from '@komawari/contract';
import type { Mail } from '../../../ports/mailer.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { zhCn } from './zh-cn.ts';

/** What a letter is about. Each language has words for every one. */
export type LetterKind =
  | 'sign-in-link' | 'reset' | 'sign-up' | 'already-known' | 'prove-email' | 'new-email' | 'email-changed' | 'password-changed'
  | 'two-factor-on' | 'two-factor-off' | 'passkey-added' | 'passkey-removed' | 'invitation' | 'approved' | 'somebody-waits' | 'deletion-asked' | 'deletion-cancelled' | 'deleted';

export type LetterFacts = { site: string; name?: string; email?: string; by?: string; note?: string; at?: string; validFor?: string };
export type LetterWords = { subject: string; paragraphs: readonly string[]; action?: string; /** Why it came, below a line. */ foot?: string };
export type LetterLanguage = { greeting(name: string): string; orCopy: string; letters: Readonly<Record<LetterKind, (facts: LetterFacts) => LetterWords>> };

const LANGUAGES: Readonly<Record<UiLanguage, LetterLanguage>> = { en, 'zh-CN': zhCn, ja };

export type Letter = { kind: LetterKind; to: string; language: UiLanguage; facts: LetterFacts; /** Where its button leads. */ url?: string };

/** Writes a letter as plain text and as HTML that shows the same, without anything fetched from elsewhere. */
export function writeLetter(letter: Letter): Mail {
  const language = LANGUAGES[letter.language];
  const words = language.letters[letter.kind](letter.facts);
  const greeting = letter.facts.name === undefined ? [] : [language.greeting(letter.facts.name)];
  const lines = [...greeting, ...words.paragraphs];
  const text = [...lines, ...(letter.url && words.action ? [`${words.action}:\n${letter.url}`] : []), ...(words.foot ? [`--\n${words.foot}`] : [])].join('\n\n');
  return { to: letter.to, subject: words.subject, text: `${text}\n`, html: htmlOf(letter, lines, words, language) };
}

function htmlOf(letter: Letter, lines: readonly string[], words: LetterWords, language: LetterLanguage): string {
  const paragraph = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escapeHtml(text)}</p>`;
  const url = letter.url === undefined ? undefined : escapeHtml(letter.url);
  const button = url && words.action
    ? `<p style="margin:24px 0"><a href="${url}" style="display:inline-block;padding:12px 22px;background:#b5321c;color:#ffffff;text-decoration:none;font-weight:bold;border:2px solid #1b1a19;border-radius:3px">${escapeHtml(words.action)}</a></p>`
      + `<p style="margin:0 0 16px;font-size:13px;color:#5b5853">${escapeHtml(language.orCopy)}<br><a href="${url}" style="color:#8f2411;word-break:break-all">${url}</a></p>`
    : '';
  const foot = words.foot ? `<hr style="border:0;border-top:1px solid #1b1a19;margin:24px 0 16px">${paragraph(words.foot, 'font-size:13px;color:#5b5853')}` : '';
  return `<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8"><title>${escapeHtml(words.subject)}</title></head>`
    + '<body style="margin:0;padding:24px;background:#f4f1ea;color:#1b1a19;font:16px/1.6 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto;padding:28px;background:#ffffff;border:2px solid #1b1a19;border-radius:3px">'
    + `${lines.map((line) => paragraph(line)).join('')}${button}${foot}</div></body></html>\n`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`);
}
