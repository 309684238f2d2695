import { studioHostRoutes as routes } from '@komawari/contract';
import { handle, type Mounted } from '../../../kernel/room.ts';
import type { Models } from '../models.ts';
import { removeHosted, setMemory, showHost } from './hosted-models.ts';
import { showPulls, startPull, stopPull } from './pulls.ts';

export function hostRoutes({ book }: Models): readonly Mounted[] {
  return [
    handle(routes.host, (ctx, { params }) => showHost(ctx, book(ctx.app), params.providerId)),
    handle(routes.setMemory, (ctx, { params, body }) => setMemory(ctx, book(ctx.app), params.providerId, body)),
    handle(routes.removeModel, (ctx, { params, body }) => removeHosted(ctx, book(ctx.app), params.providerId, body.modelId)),
    handle(routes.pulls, (ctx, { params }) => showPulls(ctx, book(ctx.app), params.providerId)),
    handle(routes.pull, (ctx, { params, body }) => startPull(ctx, book(ctx.app), params.providerId, body.model)),
    handle(routes.stopPull, (ctx, { params, body }) => stopPull(ctx, params.providerId, body.model)),
  ];
}
