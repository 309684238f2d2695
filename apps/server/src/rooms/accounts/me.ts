import type { Me } from '@komawari/contract';
import { permissionsOf, type Ctx } from '../../kernel/ctx.ts';
import { findSiteOwner } from './store.ts';

/** Who the caller is here. The machine's own command line shows as the site's owner when there is one. */
export async function describeMe(ctx: Ctx): Promise<Me> {
  const { actor } = ctx;
  const owner = await findSiteOwner(ctx.app.client.db);
  const shown = actor.kind === 'local' ? owner : actor.kind === 'user' ? actor : undefined;
  return {
    kind: actor.kind,
    user: shown ? {
      id: shown.userId, name: shown.name, email: shown.email, role: shown.role, isEmailVerified: true, hasPassword: true, passkeys: 0, twoFactor: false, avatar: null, language: null, theme: 'system', timeZone: null,
      notices: { workDone: true, community: true, news: false }, createdAt: ctx.app.ports.clock.now().toISOString(),
    } : null,
    permissions: [...permissionsOf(actor)],
    guestsMayMake: ctx.isLocal,
    nextStep: null, pendingApproval: false, confirmedUntil: null, notice: null, signUpMode: 'closed',
    features: { hasMailer: false, passkeys: false, needsOwner: owner === undefined },
  };
}
