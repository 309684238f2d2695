import type { Me, NoticeChoices, UiLanguage } from '@komawari/contract';
import { freshUntil } from '../../kernel/access.ts';
import { permissionsOf, type Ctx } from '../../kernel/ctx.ts';
import { cookieOf } from './cookies.ts';
import { findOneTimeToken } from './one-time-store.ts';
import { passkeyPlace } from './passkey/place.ts';
import { tendSession } from './session/sessions.ts';
import { signUpModeOf } from './settings.ts';
import { countGuards, findSiteOwner, findUser, type User } from './store.ts';
import { hashToken } from './tokens.ts';

/** Who asks, at the start of a page: also notes where the session is in use, and renews it. */
export async function whoAmI(ctx: Ctx): Promise<Me> {
  if (ctx.actor.kind === 'user' && ctx.actor.session) await tendSession(ctx, ctx.actor.session);
  return describeMe(ctx);
}

/** Who the caller is here. The machine's own command line shows as the site's owner when there is one. */
export async function describeMe(ctx: Ctx, also: Pick<Partial<Me>, 'nextStep' | 'notice'> = {}): Promise<Me> {
  const { actor, app } = ctx;
  const { db } = app.client;
  const owner = await findSiteOwner(db);
  const shownId = actor.kind === 'user' ? actor.userId : actor.kind === 'local' ? owner?.userId : undefined;
  const user = shownId && (await findUser(db, shownId));
  const confirmedAt = actor.kind === 'user' ? actor.session?.confirmedAt : undefined;
  const until = confirmedAt && freshUntil(confirmedAt);
  return {
    kind: actor.kind,
    user: user ? { ...presentUser(user), ...(await countGuards(db, user.id)) } : null,
    permissions: [...permissionsOf(actor)],
    guestsMayMake: ctx.isLocal,
    nextStep: also.nextStep ?? ((await isAtSecondStep(ctx)) ? 'second-factor' : null),
    pendingApproval: actor.kind === 'user' && actor.isPending === true,
    confirmedUntil: until && until > app.ports.clock.now() ? until.toISOString() : null,
    notice: also.notice ?? null,
    signUpMode: await signUpModeOf(app),
    features: { hasMailer: app.ports.mailer.delivers, passkeys: passkeyPlace(ctx) !== undefined, needsOwner: owner === undefined },
  };
}

function presentUser(user: User) {
  return {
    id: user.id, name: user.name, email: user.email, role: user.role, isEmailVerified: user.is_email_verified, hasPassword: user.password_hash !== null, avatar: avatarAddress(user.avatar_key),
    language: user.language as UiLanguage | null, theme: user.theme as 'light' | 'dark' | 'system', timeZone: user.time_zone, notices: noticesOf(user), createdAt: user.created_at.toISOString(),
  };
}

export function avatarAddress(key: string | null): string | null {
  return key === null ? null : `/api/v1/avatars/${key}`;
}

/** Choices that were never made have their defaults. */
export function noticesOf(user: Pick<User, 'notices'>): NoticeChoices {
  return { workDone: true, community: true, news: false, ...(user.notices as Partial<NoticeChoices>) };
}

/** A browser that has shown the password and not yet the second factor, also after a reload. */
async function isAtSecondStep(ctx: Ctx): Promise<boolean> {
  const step = ctx.actor.kind === 'user' ? undefined : cookieOf(ctx, 'second');
  return step !== undefined && (await findOneTimeToken(ctx.app.client.db, hashToken(step), 'second-step', ctx.app.ports.clock.now())) !== undefined;
}
