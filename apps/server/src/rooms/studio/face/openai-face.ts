/** The studio as programs written for OpenAI know it: models, words, pictures. See `docs/gateway.md`. */
import type { PictureTools } from '../../../ports/picture-tools.ts';
import type { ForeignApi } from '../../../kernel/foreign-api.ts';
import type { Models } from '../models.ts';
import { answerChat } from './chat.ts';
import { drawForPrograms, editForPrograms, FILES, getFileForPrograms } from './images.ts';
import { getForPrograms, listForPrograms } from './model-list.ts';
import { refusalReply } from './openai-refusal.ts';

const make = { who: 'user', permission: 'pictures.make' } as const;
/** Pictures in messages come inside of the JSON. */
const CHAT_MAX_BYTES = 24_000_000;
const EDIT_MAX_BYTES = 64_000_000;

export function openaiFace(tools: { models: Models; pictures: PictureTools }): ForeignApi {
  const { models } = tools;
  return {
    prefix: '/v1', refuse: refusalReply,
    routes: [
      { method: 'GET', path: '/models', access: { who: 'user' }, perMinute: 300, handle: (ctx) => listForPrograms(ctx, models) },
      { method: 'GET', path: '/models/*', access: { who: 'user' }, perMinute: 300, handle: (ctx, asked) => getForPrograms(ctx, models, asked) },
      { method: 'POST', path: '/chat/completions', access: make, bodyMaxBytes: CHAT_MAX_BYTES, perMinute: 120, handle: (ctx, asked) => answerChat(ctx, tools, asked) },
      { method: 'POST', path: '/images/generations', access: make, bodyMaxBytes: 1_000_000, perMinute: 60, handle: (ctx, asked) => drawForPrograms(ctx, tools, asked) },
      { method: 'POST', path: '/images/edits', access: make, bodyMaxBytes: EDIT_MAX_BYTES, perMinute: 60, handle: (ctx, asked) => editForPrograms(ctx, tools, asked) },
      // With the scope under which the picture was made: the key that got the address can open it.
      { method: 'GET', path: `${FILES}/:pictureId`, access: { who: 'user', author: 'picture', scope: 'make' }, perMinute: 600, handle: getFileForPrograms },
    ],
  };
}
