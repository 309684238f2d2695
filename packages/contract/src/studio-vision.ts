/** What models that see say of a picture. */
import { z } from 'zod';
import { UI_LANGUAGES } from './errors.ts';
import { PictureId } from './ids.ts';
import { defineRoute } from './route.ts';
import { ModelRef } from './studio.ts';

/** What is seen, in a few sentences; words to find it by; the writing in it. */
export const SEEN_KINDS = ['description', 'tags', 'text'] as const;
export type SeenKind = (typeof SEEN_KINDS)[number];

const AskToSee = z.strictObject({
  kind: z.enum(SEEN_KINDS),
  /** Of the description and the tags; the caller's own unless told. Writing stays in its own. */
  language: z.enum(UI_LANGUAGES).optional(),
  /** Unless told, the model for pictures to be seen; then another may step in for one that is out of order. */
  model: ModelRef.optional(),
  /** Looked at anew, even where there is an answer, which would be free. */
  isFresh: z.boolean().default(false),
});

export const Seen = z.object({
  kind: z.enum(SEEN_KINDS),
  /** The description, or the writing line by line; empty for tags, and where there is no writing. */
  text: z.string(),
  tags: z.array(z.string()),
  usage: z.object({ inputTokens: z.int(), outputTokens: z.int() }).nullable(),
  model: ModelRef,
  isCached: z.boolean(),
});
export type Seen = z.infer<typeof Seen>;

export const studioVisionRoutes = {
  see: defineRoute({
    id: 'studio.see', method: 'POST', path: '/studio/pictures/:pictureId/seen', summary: 'What a model that sees says of a picture: a description, tags, or the writing in it',
    access: { who: 'user', author: 'picture', permission: 'pictures.make' }, params: z.object({ pictureId: PictureId }), body: AskToSee, response: Seen,
    errors: ['not-found', 'studio.no-provider', 'studio.no-model', 'studio.cannot', 'studio.answer-unusable', 'billing.quota-used-up', 'studio.provider-busy', 'studio.provider-down'], limit: { max: 120, windowSeconds: 60 },
  }),
};
