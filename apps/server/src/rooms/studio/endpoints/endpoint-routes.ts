import { providerRoutes as routes, type ProviderId } from '@komawari/contract';
import type { Ctx } from '../../../kernel/ctx.ts';
import { handle, type Mounted } from '../../../kernel/room.ts';
import type { Models } from '../models.ts';
import { getProvider } from '../providers/set-up-provider.ts';
import { addEndpoint, changeEndpoint, removeEndpoint } from './change-endpoints.ts';
import { testEndpoint } from './try-endpoint.ts';

export function endpointRoutes({ book }: Models): readonly Mounted[] {
  const shown = (ctx: Ctx, providerId: ProviderId) => getProvider(ctx, book(ctx.app), providerId);
  return [
    handle(routes.addEndpoint, async (ctx, { params: { providerId }, body }) => {
      const endpointId = await addEndpoint(ctx, book(ctx.app), providerId, body);
      return (await testEndpoint(ctx, book(ctx.app), { providerId, endpointId })).provider;
    }),
    handle(routes.changeEndpoint, async (ctx, { params, body }) => {
      await changeEndpoint(ctx, book(ctx.app), params, body);
      return shown(ctx, params.providerId);
    }),
    handle(routes.removeEndpoint, async (ctx, { params }) => {
      await removeEndpoint(ctx, params);
      return shown(ctx, params.providerId);
    }),
    handle(routes.testEndpoint, (ctx, { params }) => testEndpoint(ctx, book(ctx.app), params)),
  ];
}
