/** A picture while it is drawn. */
import { z } from 'zod';
import { PictureId } from './ids.ts';
import { defineRoute } from './route.ts';

export const Becoming = z.object({
  /** Its provider is at it; else it waits, or is over. */
  isBegun: z.boolean(),
  /** 0 to 1, as far as the provider tells. */
  share: z.number().nullable(),
  /** How many previews there were in this drawing; 0 where there is none. */
  count: z.int(),
  /** When the newest one was made, in milliseconds since 1970. */
  at: z.int().nullable(),
  /** It, small; null where it was `seen`. */
  webpB64: z.string().nullable(),
});
export type Becoming = z.infer<typeof Becoming>;

export const studioPreviewRoutes = {
  becoming: defineRoute({
    id: 'studio.becoming', method: 'GET', path: '/studio/pictures/:pictureId/becoming', summary: 'How far a picture is that is being drawn, and how it looks by now; asked again once a second',
    access: { who: 'user', author: 'picture' }, params: z.object({ pictureId: PictureId }),
    query: z.object({ /** `at` of the preview that the caller has. */ seen: z.coerce.number().int().min(0).max(8_640_000_000_000_000).default(0) }), response: Becoming, errors: ['not-found'],
  }),
};
