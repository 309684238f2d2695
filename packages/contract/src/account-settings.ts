/** What one does with one's own account. `session` routes want a browser that is signed in; `fresh` ones that it was confirmed in the last 15 minutes. */
import { z } from 'zod';
import { Email, Me, OwnExport, Passkey, PasskeyAnswer, PasskeyCeremony, Password, PersonName, ProfileChange, Session } from './account-shapes.ts';
import { PasskeyId, SessionId, TaskId, ObjectKey } from './ids.ts';
import { defineRoute } from './route.ts';

const rare = { max: 10, windowSeconds: 60 };
const ok = z.object({ isDone: z.literal(true) });
export const AVATAR_MAX_BYTES = 10_000_000;
export const AVATAR_MEDIA_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'] as const;

export const accountSettingsRoutes = {
  changeProfile: defineRoute({
    id: 'accounts.change-profile', method: 'PATCH', path: '/account', summary: 'Change name, language, theme, time zone or which mails one wants',
    access: { who: 'user', scope: 'manage' }, body: ProfileChange, response: Me,
  }),
  setAvatar: defineRoute({
    id: 'accounts.set-avatar', method: 'PUT', path: '/account/avatar', summary: 'Set one\'s picture from a file; it is cut to a square of 512 pixels',
    access: { who: 'user', scope: 'manage' }, takesUpload: { mediaTypes: AVATAR_MEDIA_TYPES, maxBytes: AVATAR_MAX_BYTES }, response: Me,
    errors: ['accounts.picture-unreadable', 'accounts.picture-too-large', 'request.too-large', 'request.media-type'], limit: rare,
  }),
  removeAvatar: defineRoute({
    id: 'accounts.remove-avatar', method: 'DELETE', path: '/account/avatar', summary: 'Go without a picture',
    access: { who: 'user', scope: 'manage' }, response: Me,
  }),
  avatar: defineRoute({
    id: 'accounts.avatar', method: 'GET', path: '/avatars/:avatarKey', summary: 'The picture of somebody, as a square of 512 pixels',
    access: { who: 'anyone', subject: 'avatar' }, params: z.object({ avatarKey: ObjectKey }), givesBytes: ['image/webp'], errors: ['not-found'],
  }),

  confirm: defineRoute({
    id: 'accounts.confirm', method: 'POST', path: '/account/confirm', summary: 'Show one\'s password again: dangerous changes are let through for 15 minutes',
    access: { who: 'user', session: 'any' }, body: z.strictObject({ password: z.string().min(1).max(128) }), response: Me, errors: ['accounts.wrong-password', 'accounts.locked'], limit: rare,
  }),
  confirmPasskeyOptions: defineRoute({
    id: 'accounts.confirm-passkey-options', method: 'POST', path: '/account/confirm/passkey/options', summary: 'Begin to confirm with a passkey instead',
    access: { who: 'user', session: 'any' }, response: PasskeyCeremony, errors: ['accounts.passkeys-insecure'], limit: { max: 60, windowSeconds: 60 },
  }),
  confirmPasskey: defineRoute({
    id: 'accounts.confirm-passkey', method: 'POST', path: '/account/confirm/passkey', summary: 'Confirm with a passkey instead of the password',
    access: { who: 'user', session: 'any' }, body: z.strictObject({ challengeId: z.string().min(20).max(200), answer: PasskeyAnswer }), response: Me,
    errors: ['accounts.passkey-failed', 'accounts.passkey-over'], limit: rare,
  }),

  changePassword: defineRoute({
    id: 'accounts.change-password', method: 'PUT', path: '/account/password', summary: 'Set or change one\'s password; every other session ends',
    access: { who: 'user', session: 'fresh' }, body: z.strictObject({ password: Password }), response: Me, errors: ['accounts.confirm-needed', 'accounts.password-common'], limit: rare,
  }),
  changeEmail: defineRoute({
    id: 'accounts.change-email', method: 'PUT', path: '/account/email', summary: 'Change one\'s e-mail: with a mailer after the link sent to the new address was opened, else at once',
    access: { who: 'user', session: 'fresh' }, body: z.strictObject({ email: Email }), response: z.object({ isSent: z.boolean(), email: z.string() }),
    errors: ['accounts.confirm-needed', 'accounts.email-taken'], limit: rare,
  }),
  askEmailProof: defineRoute({
    id: 'accounts.ask-email-proof', method: 'POST', path: '/account/email/proof', summary: 'Have the link sent that proves one\'s address',
    access: { who: 'user', session: 'any' }, response: z.object({ isSent: z.literal(true) }), limit: rare,
  }),

  listSessions: defineRoute({
    id: 'accounts.list-sessions', method: 'GET', path: '/sessions', summary: 'Where one is signed in',
    access: { who: 'user', session: 'any' }, response: z.object({ items: z.array(Session) }),
  }),
  endSession: defineRoute({
    id: 'accounts.end-session', method: 'DELETE', path: '/sessions/:sessionId', summary: 'End one session',
    access: { who: 'user', author: 'session', session: 'any' }, params: z.object({ sessionId: SessionId }), response: ok, errors: ['not-found'],
  }),
  endOtherSessions: defineRoute({
    id: 'accounts.end-other-sessions', method: 'POST', path: '/sessions/end-others', summary: 'End every session but this one',
    access: { who: 'user', session: 'any' }, response: z.object({ count: z.int() }),
  }),

  listPasskeys: defineRoute({
    id: 'accounts.list-passkeys', method: 'GET', path: '/passkeys', summary: 'One\'s passkeys',
    access: { who: 'user', session: 'any' }, response: z.object({ items: z.array(Passkey) }),
  }),
  passkeyOptions: defineRoute({
    id: 'accounts.passkey-options', method: 'POST', path: '/passkeys/options', summary: 'Begin to add a passkey',
    access: { who: 'user', session: 'fresh' }, response: PasskeyCeremony, errors: ['accounts.confirm-needed', 'accounts.passkeys-insecure', 'accounts.too-many'], limit: rare,
  }),
  addPasskey: defineRoute({
    id: 'accounts.add-passkey', method: 'POST', path: '/passkeys', summary: 'Add the passkey that the browser made',
    access: { who: 'user', session: 'fresh' }, body: z.strictObject({ challengeId: z.string().min(20).max(200), name: PersonName, answer: PasskeyAnswer }), response: Passkey, status: 201,
    errors: ['accounts.confirm-needed', 'accounts.passkey-failed', 'accounts.passkey-over', 'accounts.too-many'], limit: rare,
  }),
  renamePasskey: defineRoute({
    id: 'accounts.rename-passkey', method: 'PATCH', path: '/passkeys/:passkeyId', summary: 'Give a passkey another name',
    access: { who: 'user', author: 'passkey', session: 'any' }, params: z.object({ passkeyId: PasskeyId }), body: z.strictObject({ name: PersonName }), response: Passkey, errors: ['not-found'],
  }),
  removePasskey: defineRoute({
    id: 'accounts.remove-passkey', method: 'DELETE', path: '/passkeys/:passkeyId', summary: 'Remove a passkey',
    access: { who: 'user', author: 'passkey', session: 'fresh' }, params: z.object({ passkeyId: PasskeyId }), response: ok, errors: ['not-found', 'accounts.confirm-needed', 'accounts.last-way-in'],
  }),

  twoFactor: defineRoute({
    id: 'accounts.two-factor', method: 'GET', path: '/two-factor', summary: 'Whether a second factor is asked for, and how many recovery codes are left',
    access: { who: 'user', session: 'any' }, response: z.object({ isOn: z.boolean(), since: z.iso.datetime().nullable(), recoveryCodesLeft: z.int() }),
  }),
  startTwoFactor: defineRoute({
    id: 'accounts.start-two-factor', method: 'POST', path: '/two-factor/start', summary: 'Begin to set up an authenticator: its secret, as text, `otpauth:` address and QR code (SVG)',
    access: { who: 'user', session: 'fresh' }, response: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }), errors: ['accounts.confirm-needed', 'accounts.two-factor-on'], limit: rare,
  }),
  turnOnTwoFactor: defineRoute({
    id: 'accounts.turn-on-two-factor', method: 'POST', path: '/two-factor/on', summary: 'Prove the authenticator by its six digits; gives ten recovery codes, shown this once',
    access: { who: 'user', session: 'fresh' }, body: z.strictObject({ code: z.string().min(6).max(12) }), response: z.object({ recoveryCodes: z.array(z.string()) }),
    errors: ['accounts.confirm-needed', 'accounts.two-factor-on', 'accounts.two-factor-off', 'accounts.wrong-code'], limit: rare,
  }),
  turnOffTwoFactor: defineRoute({
    id: 'accounts.turn-off-two-factor', method: 'POST', path: '/two-factor/off', summary: 'No longer ask for a second factor',
    access: { who: 'user', session: 'fresh' }, response: ok, errors: ['accounts.confirm-needed', 'accounts.two-factor-off'], limit: rare,
  }),
  renewRecoveryCodes: defineRoute({
    id: 'accounts.renew-recovery-codes', method: 'POST', path: '/two-factor/recovery-codes', summary: 'Ten new recovery codes; the old ones end',
    access: { who: 'user', session: 'fresh' }, response: z.object({ recoveryCodes: z.array(z.string()) }), errors: ['accounts.confirm-needed', 'accounts.two-factor-off'], limit: rare,
  }),

  startExport: defineRoute({
    id: 'accounts.start-export', method: 'POST', path: '/account/exports', summary: 'Pack everything of one\'s own into a zip file',
    access: { who: 'user', session: 'any' }, response: OwnExport, status: 202, errors: ['accounts.export-running'], limit: rare,
  }),
  listExports: defineRoute({
    id: 'accounts.list-exports', method: 'GET', path: '/account/exports', summary: 'The zip files of one\'s own things; each is kept for seven days',
    access: { who: 'user', session: 'any' }, response: z.object({ items: z.array(OwnExport) }),
  }),
  exportFile: defineRoute({
    id: 'accounts.export-file', method: 'GET', path: '/account/exports/:exportId/file', summary: 'A zip file of one\'s own things',
    access: { who: 'user', author: 'task', session: 'any' }, params: z.object({ exportId: TaskId }), givesBytes: ['application/zip'], errors: ['not-found'],
  }),
  deleteAccount: defineRoute({
    id: 'accounts.delete-account', method: 'POST', path: '/account/deletion', summary: 'Delete the account in 14 days; every session ends, and signing in before then cancels it',
    access: { who: 'user', session: 'fresh' }, response: z.object({ deletionAt: z.iso.datetime() }), errors: ['accounts.confirm-needed', 'accounts.last-owner'], limit: rare,
  }),
};
