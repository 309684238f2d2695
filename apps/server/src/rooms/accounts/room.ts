import { accountRoutes as routes } from '@komawari/contract';
import { handle, type Mounted, type Room } from '../../kernel/room.ts';
import type { PortraitMaker } from '../../ports/portrait-maker.ts';
import { sendLetters, tidyAccounts } from './chores.ts';
import { askEmailProof, changeEmail, confirmEmail } from './enter/email.ts';
import { askLink, useLink } from './enter/link.ts';
import { askReset, useReset } from './enter/reset.ts';
import { signInBySecondFactor } from './enter/second-factor.ts';
import { signIn } from './enter/sign-in.ts';
import { confirmSignUp, signUp } from './enter/sign-up.ts';
import { acceptWelcome } from './enter/welcome.ts';
import { whoAmI } from './me.ts';
import { getAvatar, removeAvatar, setAvatar } from './own/avatar.ts';
import { changePassword } from './own/change-password.ts';
import { confirmByPassword } from './own/confirm.ts';
import { askDeletion } from './own/deletion.ts';
import { namedObjects } from './own/export-store.ts';
import { createKey, listOwnKeys, revokeOwnKey } from './own/keys.ts';
import { exportFile, exportJob, listExports, startExport } from './own/own-export.ts';
import { changeProfile } from './own/profile.ts';
import { confirmByPasskey, confirmPasskeyOptions, passkeySignIn, passkeySignInOptions } from './passkey/passkey-sign-in.ts';
import { addPasskey, listOwnPasskeys, passkeyOptions, removePasskey, renamePasskey } from './passkey/passkeys.ts';
import { createUser } from './people/create-user.ts';
import { checkInvitation, createInvitation, listInvitations, revokeInvitation } from './people/invitations.ts';
import { approveUser, changeRole, denyUser, getUser, listUsers, makeResetLink, suspendUser, unsuspendUser } from './people/people.ts';
import { describeTwoFactor, renewRecoveryCodes, startTwoFactor, turnOffTwoFactor, turnOnTwoFactor } from './second/two-factor.ts';
import { endOtherSessions, endSession, listOwnSessions, signOut } from './session/sessions.ts';
import { accountRules, changeAccountRules } from './settings.ts';

export function accountsRoom(options: { portraits: PortraitMaker }): Room {
  return {
    name: 'accounts',
    routes: [...entering, ...ownAccount, ...guards, ...people, handle(routes.setAvatar, (ctx, { upload }) => setAvatar(ctx, options.portraits, upload))],
    register(app) {
      app.jobs.add(exportJob);
      app.chores.add(tidyAccounts);
      app.chores.add(sendLetters);
      app.works.register({ kind: 'account', claim: async () => 0, namedObjects });
    },
  };
}

const entering: readonly Mounted[] = [
  handle(routes.me, whoAmI),
  handle(routes.welcome, (ctx, { body }) => acceptWelcome(ctx, body)),
  handle(routes.signIn, (ctx, { body }) => signIn(ctx, body)),
  handle(routes.secondFactor, (ctx, { body }) => signInBySecondFactor(ctx, body.code)),
  handle(routes.askLink, async (ctx, { body }) => askLink(ctx, body.email)),
  handle(routes.useLink, (ctx, { body }) => useLink(ctx, body.token)),
  handle(routes.passkeySignInOptions, passkeySignInOptions),
  handle(routes.passkeySignIn, (ctx, { body }) => passkeySignIn(ctx, body)),
  handle(routes.signOut, signOut),
  handle(routes.signUp, (ctx, { body }) => signUp(ctx, body)),
  handle(routes.confirmSignUp, (ctx, { body }) => confirmSignUp(ctx, body.token)),
  handle(routes.checkInvitation, (ctx, { body }) => checkInvitation(ctx, body.token)),
  handle(routes.askReset, async (ctx, { body }) => askReset(ctx, body.email)),
  handle(routes.useReset, (ctx, { body }) => useReset(ctx, body)),
  handle(routes.confirmEmail, (ctx, { body }) => confirmEmail(ctx, body.token)),
];

const ownAccount: readonly Mounted[] = [
  handle(routes.changeProfile, (ctx, { body }) => changeProfile(ctx, body)),
  handle(routes.removeAvatar, removeAvatar),
  handle(routes.avatar, (ctx, { params }) => getAvatar(ctx, params.avatarKey)),
  handle(routes.startExport, startExport),
  handle(routes.listExports, listExports),
  handle(routes.exportFile, (ctx, { params }) => exportFile(ctx, params.exportId)),
  handle(routes.deleteAccount, askDeletion),
  handle(routes.listKeys, listOwnKeys),
  handle(routes.createKey, (ctx, { body }) => createKey(ctx, body)),
  handle(routes.revokeKey, (ctx, { params }) => revokeOwnKey(ctx, params.keyId)),
  handle(routes.listSessions, listOwnSessions),
  handle(routes.endSession, (ctx, { params }) => endSession(ctx, params.sessionId)),
  handle(routes.endOtherSessions, endOtherSessions),
];

const guards: readonly Mounted[] = [
  handle(routes.confirm, (ctx, { body }) => confirmByPassword(ctx, body.password)),
  handle(routes.confirmPasskeyOptions, confirmPasskeyOptions),
  handle(routes.confirmPasskey, (ctx, { body }) => confirmByPasskey(ctx, body)),
  handle(routes.changePassword, (ctx, { body }) => changePassword(ctx, body.password)),
  handle(routes.changeEmail, (ctx, { body }) => changeEmail(ctx, body.email)),
  handle(routes.askEmailProof, askEmailProof),
  handle(routes.listPasskeys, listOwnPasskeys),
  handle(routes.passkeyOptions, passkeyOptions),
  handle(routes.addPasskey, (ctx, { body }) => addPasskey(ctx, body)),
  handle(routes.renamePasskey, (ctx, { params, body }) => renamePasskey(ctx, params.passkeyId, body.name)),
  handle(routes.removePasskey, (ctx, { params }) => removePasskey(ctx, params.passkeyId)),
  handle(routes.twoFactor, describeTwoFactor),
  handle(routes.startTwoFactor, startTwoFactor),
  handle(routes.turnOnTwoFactor, (ctx, { body }) => turnOnTwoFactor(ctx, body.code)),
  handle(routes.turnOffTwoFactor, turnOffTwoFactor),
  handle(routes.renewRecoveryCodes, renewRecoveryCodes),
];

const people: readonly Mounted[] = [
  handle(routes.listUsers, (ctx, { query }) => listUsers(ctx, query)),
  handle(routes.getUser, (ctx, { params }) => getUser(ctx, params.userId)),
  handle(routes.createUser, (ctx, { body }) => createUser(ctx, body)),
  handle(routes.changeRole, (ctx, { params, body }) => changeRole(ctx, params.userId, body.role)),
  handle(routes.suspendUser, (ctx, { params, body }) => suspendUser(ctx, params.userId, body.reason)),
  handle(routes.unsuspendUser, (ctx, { params }) => unsuspendUser(ctx, params.userId)),
  handle(routes.approveUser, (ctx, { params }) => approveUser(ctx, params.userId)),
  handle(routes.denyUser, (ctx, { params }) => denyUser(ctx, params.userId)),
  handle(routes.makeResetLink, (ctx, { params }) => makeResetLink(ctx, params.userId)),
  handle(routes.listInvitations, listInvitations),
  handle(routes.createInvitation, (ctx, { body }) => createInvitation(ctx, body)),
  handle(routes.revokeInvitation, (ctx, { params }) => revokeInvitation(ctx, params.invitationId)),
  handle(routes.accountRules, accountRules),
  handle(routes.changeAccountRules, (ctx, { body }) => changeAccountRules(ctx, body.signUpMode)),
];
