/** Between the form and a template, and templates that are looked for. Pure. */
import type { TemplateContent } from '@komawari/contract';
import { variablesOf } from '@komawari/contract/studio-craft';
import type { Draft } from '../desk/draft.ts';
import { isStyleId, promptWith } from '../desk/styles.ts';
import type { StyleOffer } from './style-list.ts';

const TITLE_CHARACTERS = 40;

/** What the form gets: what a template says nothing of stays. A style has the words of the template, or, where that has none, its own. */
export function partOfTemplate({ prompt, negativePrompt, style, size, model }: TemplateContent, styles: readonly StyleOffer[]): Partial<Draft> {
  return { negativePrompt, ...(size ? { size } : {}), ...(model ? { model } : {}), ...(style ? styled(prompt, style, styles) : { prompt }) };
}

function styled(prompt: string, { id, words }: NonNullable<TemplateContent['style']>, styles: readonly StyleOffer[]): Partial<Draft> {
  const offer = styles.find((one) => one.id === id);
  const styleWords = words === '' ? (offer?.words ?? '') : words;
  // Without a style of this name its words still stand behind the prompt.
  return offer && isStyleId(id) ? { prompt, style: id, styleWords, styleNegative: offer.negativeWords } : { prompt: promptWith(prompt, styleWords), style: null, styleWords: '', styleNegative: '' };
}

/** What stands in the form, under a title. Pictures, seeds and knobs of one model are no part of a template. */
export function contentOfDraft(draft: Draft, title: string, language: TemplateContent['language']): TemplateContent {
  const words = draft.styleWords.trim();
  const isStyled = draft.style !== null && words !== '';
  return { title, prompt: isStyled ? draft.prompt.trim() : promptWith(draft.prompt, words), negativePrompt: draft.negativePrompt.trim(), style: draft.style !== null && isStyled ? { id: draft.style, words } : null, size: draft.size, model: null, language, note: '' };
}

/** The first words, whole ones where there are such. */
export function titleOf(prompt: string): string {
  const line = prompt.replace(/\{\{([^{}=]*)(?:=([^{}]*))?\}\}/gu, (_, name: string, filled?: string) => filled?.trim() || name.trim()).replace(/\s+/gu, ' ').trim();
  const letters = [...line];
  if (letters.length <= TITLE_CHARACTERS) return line;
  const cut = letters.slice(0, TITLE_CHARACTERS).join('');
  return `${(/\s/u.test(cut) ? cut.replace(/\s\S*$/u, '') : cut).replace(/[,，、;；:：]$/u, '')} …`;
}

/** Those in which every word is somewhere. */
export function foundTemplates<T extends TemplateContent>(templates: readonly T[], asked: string): T[] {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase();
  const words = plain(asked).split(/\s+/u).filter(Boolean);
  return templates.filter(({ title, prompt, note, negativePrompt }) => { const text = plain([title, prompt, note, negativePrompt].join('\n')); return words.every((word) => text.includes(word)); });
}

/** What it asks for, as the fields will be called. */
export function asksFor({ prompt }: Pick<TemplateContent, 'prompt'>): string[] {
  return variablesOf(prompt).map(({ label }) => label);
}

/** A file of templates, that can be read here again, or by hand. */
export function fileOfTemplates(templates: readonly TemplateContent[]): string {
  return `${JSON.stringify({ format: 'komawari-templates', version: 1, templates: templates.map(({ title, prompt, negativePrompt, style, size, model, language, note }) => ({ title, prompt, negativePrompt, style, size, model, language, note })) }, null, 2)}\n`;
}

/** What is in such a file; undefined for any other. Which of it are templates, the server says. */
export function templatesOfFile(text: string): unknown[] | undefined {
  try {
    const raw: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const list: unknown = Array.isArray(raw) ? raw : typeof raw === 'object' && raw !== null && 'templates' in raw ? raw.templates : undefined;
    return Array.isArray(list) && list.length > 0 ? (list as unknown[]) : undefined;
  } catch {
    return undefined;
  }
}
