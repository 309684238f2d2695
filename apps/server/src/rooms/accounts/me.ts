import type { Me } from '@komawari/contract';
import { permissionsOf, type Ctx } from '../../kernel/ctx.ts';
import { findSiteOwner } from './store.ts';

/** Who the caller is here. The machine's own command line shows as the site's owner when there is one. */
export async function describeMe(ctx: Ctx): Promise<Me> {
  const { actor } = ctx;
  const shown = actor.kind === 'local' ? await findSiteOwner(ctx.app.client.db) : actor.kind === 'user' ? actor : undefined;
  return {
    kind: actor.kind,
    user: shown ? { id: shown.userId, name: shown.name, email: shown.email, role: shown.role } : null,
    permissions: [...permissionsOf(actor)],
    guestsMayMake: ctx.isLocal,
  };
}
