import { templateRoutes as routes } from '@komawari/contract';
import { handle } from '../../../kernel/room.ts';
import { listOwnUsedStyles, listStyles, putStyle, removeStyle } from './styles.ts';
import { importTemplates, listTemplates, putTemplate, removeTemplate } from './templates.ts';

export const mountedTemplates = [
  handle(routes.list, (ctx) => listTemplates(ctx)),
  handle(routes.put, (ctx, { body }) => putTemplate(ctx, body)),
  handle(routes.remove, (ctx, { query }) => removeTemplate(ctx, query.id)),
  handle(routes.import, (ctx, { body }) => importTemplates(ctx, body)),
  handle(routes.styles, (ctx) => listStyles(ctx)),
  handle(routes.putStyle, (ctx, { body }) => putStyle(ctx, body)),
  handle(routes.removeStyle, (ctx, { query }) => removeStyle(ctx, query.id)),
  handle(routes.usedStyles, (ctx) => listOwnUsedStyles(ctx)),
];
