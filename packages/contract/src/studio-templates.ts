/** Prompts that are kept to be used again, and styles of one's own. */
import { z } from 'zod';
import { idOf } from './ids.ts';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';
import { AskedSize, ModelRef, NEGATIVE_PROMPT_MAX, PromptStyle } from './studio.ts';

export const TEMPLATES_MAX = 300;
export const STYLES_MAX = 100;
const TITLE_MAX = 120;
const TEMPLATE_PROMPT_MAX = 8000;
const TEMPLATE_NOTE_MAX = 2000;
const STYLE_NAME_MAX = 60;
const STYLE_WORDS_MAX = 1000;

export const TemplateId = idOf('template').brand('TemplateId');
export type TemplateId = z.infer<typeof TemplateId>;

/** All that a template says, as it stands in a file of templates too. What is null or left out leaves the form as it is. */
export const TemplateContent = z.object({
  title: z.string().overwrite(oneLine).min(1).max(TITLE_MAX),
  prompt: z.string().trim().min(1).max(TEMPLATE_PROMPT_MAX),
  negativePrompt: z.string().trim().max(NEGATIVE_PROMPT_MAX).default(''),
  /** Without words, those that the style has. */
  style: PromptStyle.nullable().default(null),
  size: AskedSize.optional(),
  model: ModelRef.nullable().default(null),
  /** Of its words. */
  language: z.enum(['en', 'zh-CN', 'ja']).nullable().default(null),
  note: z.string().trim().max(TEMPLATE_NOTE_MAX).default(''),
});
export type TemplateContent = z.infer<typeof TemplateContent>;

export const Template = TemplateContent.extend({ id: TemplateId, changedAt: z.iso.datetime() });
export type Template = z.infer<typeof Template>;

const styleName = z.string().overwrite(oneLine).max(STYLE_NAME_MAX);

/** A style of one's own, or what one has made of one of the house. */
export const OwnStyle = z.object({
  /** `style_…`, or the name of one of the house. */
  id: z.string(),
  /** Empty where one of the house keeps its name. */
  name: z.string(), words: z.string(), negativeWords: z.string(),
  /** It is not offered any more. */
  isHidden: z.boolean(),
});
export type OwnStyle = z.infer<typeof OwnStyle>;

const StyleId = z.string().regex(/^(?:style_[0-9a-z]{26}|[a-zA-Z]{1,30})$/);

const templates = z.object({ items: z.array(Template) });
const styles = z.object({ items: z.array(OwnStyle) });
const limit = { max: 120, windowSeconds: 60 };

export const templateRoutes = {
  list: defineRoute({
    id: 'studio.templates', method: 'GET', path: '/studio/templates', summary: 'One\'s templates, those changed last first, and those that come with the house in the language asked for',
    access: { who: 'user' }, response: z.object({ items: z.array(Template), starters: z.array(TemplateContent) }),
  }),
  put: defineRoute({
    id: 'studio.put-template', method: 'PUT', path: '/studio/templates', summary: 'Keep a template: a new one, or with its id in the place of what it was, also after it was removed',
    access: { who: 'user' }, body: z.strictObject({ id: TemplateId.optional(), content: TemplateContent }), response: Template, errors: ['not-found', 'studio.templates-many'], limit,
  }),
  remove: defineRoute({
    id: 'studio.remove-template', method: 'DELETE', path: '/studio/templates', summary: 'Remove a template; one that is not there is gone already',
    access: { who: 'user' }, query: z.object({ id: TemplateId }), response: z.object({ isRemoved: z.literal(true) }), limit,
  }),
  import: defineRoute({
    id: 'studio.import-templates', method: 'POST', path: '/studio/templates/import', summary: 'Keep templates of a file: those that say just what one of one\'s own says are passed over, and so is what is no template',
    access: { who: 'user' }, body: z.strictObject({ templates: z.array(z.unknown()).min(1).max(TEMPLATES_MAX) }), response: templates.extend({ added: z.int(), known: z.int(), /** No template, or more than one may have. */ left: z.int() }), limit: { max: 20, windowSeconds: 60 },
  }),
  styles: defineRoute({ id: 'studio.styles', method: 'GET', path: '/studio/styles', summary: 'One\'s own styles, and what one has changed of those of the house', access: { who: 'user' }, response: styles }),
  putStyle: defineRoute({
    id: 'studio.put-style', method: 'PUT', path: '/studio/styles', summary: 'Keep a style: a new one, or with its id in the place of what it was; gives them all',
    access: { who: 'user' },
    body: z.strictObject({ id: StyleId.optional(), name: styleName, words: z.string().trim().min(1).max(STYLE_WORDS_MAX), negativeWords: z.string().trim().max(STYLE_WORDS_MAX).default(''), isHidden: z.boolean().default(false) })
      .refine(({ id, name }) => name !== '' || (id !== undefined && !id.startsWith('style_')), { path: ['name'] }),
    response: styles, errors: ['studio.styles-many'], limit,
  }),
  removeStyle: defineRoute({
    id: 'studio.remove-style', method: 'DELETE', path: '/studio/styles', summary: 'Remove a style of one\'s own; one of the house is as it was again. Gives those that are left',
    access: { who: 'user' }, query: z.object({ id: StyleId }), response: styles, limit,
  }),
  usedStyles: defineRoute({
    id: 'studio.used-styles', method: 'GET', path: '/studio/used-styles', summary: 'Styles that one\'s pictures were asked for with, the most used first',
    access: { who: 'user' }, response: z.object({ items: z.array(z.object({ id: z.string(), count: z.int() })) }),
  }),
};
