import { retentionRoutes as routes } from '@komawari/contract';
import { handle, type Mounted } from '../../../kernel/room.ts';
import { changeKeeping, getKeeping, getOwnKeeping, runNow, showPlan } from './keeping.ts';

export function retentionMounts(): readonly Mounted[] {
  return [
    handle(routes.keeping, (ctx) => getKeeping(ctx)),
    handle(routes.change, (ctx, { body }) => changeKeeping(ctx, body)),
    handle(routes.plan, (ctx, { body }) => showPlan(ctx, body.rules)),
    handle(routes.run, (ctx) => runNow(ctx)),
    handle(routes.own, (ctx) => getOwnKeeping(ctx)),
  ];
}
