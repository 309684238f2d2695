/** The routes of templates and of styles. */
import type { TemplateContent, templateRoutes } from '@komawari/contract';
import { call, type AnswerOf } from './call.ts';

type Routes = typeof templateRoutes;
export type Templates = AnswerOf<Routes['list']>;
export type Template = Templates['items'][number];
export type OwnStyle = AnswerOf<Routes['styles']>['items'][number];

export function listTemplates(signal: AbortSignal) {
  return call<Routes['list']>('GET', '/studio/templates', { signal });
}

/** A new one, or with its id in the place of what it was. */
export function putTemplate(body: { id?: Template['id']; content: TemplateContent }) {
  return call<Routes['put']>('PUT', '/studio/templates', { body });
}

export function removeTemplate(id: Template['id']) {
  return call<Routes['remove']>('DELETE', '/studio/templates', { query: { id } });
}

export function importTemplates(templates: unknown[]) {
  return call<Routes['import']>('POST', '/studio/templates/import', { body: { templates } });
}

export function listStyles(signal: AbortSignal) {
  return call<Routes['styles']>('GET', '/studio/styles', { signal });
}

export function putStyle(body: { id?: string; name: string; words: string; negativeWords: string; isHidden: boolean }) {
  return call<Routes['putStyle']>('PUT', '/studio/styles', { body });
}

export function removeStyle(id: string) {
  return call<Routes['removeStyle']>('DELETE', '/studio/styles', { query: { id } });
}

export function listUsedStyles(signal: AbortSignal) {
  return call<Routes['usedStyles']>('GET', '/studio/used-styles', { signal });
}
