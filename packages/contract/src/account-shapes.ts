/** What accounts look like: to oneself, and to those who look after the site. */
import { z } from 'zod';
import { PERMISSIONS, Role, SCOPES } from './access.ts';
import { UI_LANGUAGES } from './errors.ts';
import { ApiKeyId, InvitationId, PasskeyId, SessionId, TaskId, UserId } from './ids.ts';
import { oneLine } from './one-line.ts';
import { TaskState } from './tasks.ts';

export const Email = z.email().max(254).toLowerCase();
export const Password = z.string().min(10).max(128);
/** A name of a person or a thing: one line, with nothing in it that is not seen. */
export const PersonName = z.string().max(400).overwrite(oneLine).min(1).max(80);
/** Secret of a link that was sent or printed. */
export const LinkToken = z.string().min(20).max(200);

/** `open`: anybody; `invitation`: who has a link; `approval`: anybody, let in by an administrator; `closed`: nobody, links rest. */
export const SIGN_UP_MODES = ['open', 'invitation', 'approval', 'closed'] as const;
export const SignUpMode = z.enum(SIGN_UP_MODES);
export type SignUpMode = z.infer<typeof SignUpMode>;

export const THEMES = ['light', 'dark', 'system'] as const;

/** `pending` waits for approval and may only see that; `leaving` has asked for deletion and comes back by signing in. */
export const USER_STATES = ['active', 'pending', 'suspended', 'leaving'] as const;
export const UserState = z.enum(USER_STATES);
export type UserState = z.infer<typeof UserState>;

/** Which mails one wants; those about the safety of the account always come. */
export const NoticeChoices = z.object({ workDone: z.boolean(), community: z.boolean(), news: z.boolean() });
export type NoticeChoices = z.infer<typeof NoticeChoices>;

const UiLanguageName = z.enum(UI_LANGUAGES);
const TimeZone = z.string().max(64).refine((zone) => isTimeZone(zone));

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** Changes of one's profile; what is left out stays. `null` gives back to the browser what it chooses by itself. */
export const ProfileChange = z.strictObject({
  name: PersonName.optional(), language: UiLanguageName.nullable().optional(), theme: z.enum(THEMES).optional(),
  timeZone: TimeZone.nullable().optional(), notices: NoticeChoices.partial().strict().optional(),
});

export const Me = z.object({
  kind: z.enum(['anonymous', 'guest', 'user', 'local']),
  user: z.object({
    id: UserId, name: z.string(), email: z.string(), role: Role,
    isEmailVerified: z.boolean(), hasPassword: z.boolean(), passkeys: z.int(), twoFactor: z.boolean(),
    /** Address of the picture, below the API; null for none. */
    avatar: z.string().nullable(), language: UiLanguageName.nullable(), theme: z.enum(THEMES), timeZone: z.string().nullable(), notices: NoticeChoices,
    createdAt: z.iso.datetime(),
  }).nullable(),
  permissions: z.array(z.enum(PERMISSIONS)),
  /** Anonymous callers of this address may start the main job; their work belongs to a guest session. */
  guestsMayMake: z.boolean(),
  /** What the caller must do before being signed in: type the second factor, or open the mail that was sent. */
  nextStep: z.enum(['second-factor', 'check-mail']).nullable(),
  /** Signed in, and waits for an administrator: nothing else answers yet. */
  pendingApproval: z.boolean(),
  /** Until when dangerous changes are let through without asking again; null when a confirmation is needed. */
  confirmedUntil: z.iso.datetime().nullable(),
  /** Something to tell once: signing in cancelled the deletion that had been asked for. */
  notice: z.enum(['deletion-cancelled']).nullable(),
  signUpMode: SignUpMode,
  features: z.object({
    /** Mail goes out by SMTP: reset, e-mail links and confirmation of addresses work. Without it they go to the program's console. */
    hasMailer: z.boolean(),
    /** The address in use is fit for passkeys: HTTPS or localhost, and a name instead of a number. */
    passkeys: z.boolean(),
    /** No owner yet: the welcome link is printed where the program was started. */
    needsOwner: z.boolean(),
  }),
});
export type Me = z.infer<typeof Me>;

export const ApiKey = z.object({
  id: ApiKeyId, name: z.string(), prefix: z.string(), scopes: z.array(z.enum(SCOPES)),
  createdAt: z.iso.datetime(), expiresAt: z.iso.datetime().nullable(), lastUsedAt: z.iso.datetime().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const SIGN_IN_METHODS = ['password', 'link', 'passkey', 'welcome', 'sign-up', 'reset'] as const;

export const Session = z.object({
  id: SessionId, isCurrent: z.boolean(),
  /** From the browser's own words: `Firefox`, `Windows`; null where it does not say. */
  device: z.object({ kind: z.enum(['computer', 'phone', 'tablet', 'other']), browser: z.string().nullable(), system: z.string().nullable() }),
  /** Internet address it was last seen at. */
  address: z.string().nullable(), method: z.enum(SIGN_IN_METHODS),
  createdAt: z.iso.datetime(), lastSeenAt: z.iso.datetime(), expiresAt: z.iso.datetime(),
});
export type Session = z.infer<typeof Session>;

export const Passkey = z.object({ id: PasskeyId, name: z.string(), /** Kept in step over devices by its maker. */ isSynced: z.boolean(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() });
export type Passkey = z.infer<typeof Passkey>;

/** What `navigator.credentials` wants, as the WebAuthn JSON forms: pass `options` to `startRegistration`/`startAuthentication` as `optionsJSON`. */
export const PasskeyCeremony = z.object({ challengeId: z.string(), options: z.record(z.string(), z.unknown()) });
/** The answer of the browser, in its JSON form. */
export const PasskeyAnswer = z.looseObject({ id: z.string().min(1).max(2000), rawId: z.string().max(2000), type: z.literal('public-key'), response: z.record(z.string(), z.unknown()), clientExtensionResults: z.record(z.string(), z.unknown()).default({}) });

export const Invitation = z.object({
  id: InvitationId, role: Role, email: z.string().nullable(), note: z.string(), maxUses: z.int(), uses: z.int(), invitedBy: z.string().nullable(),
  createdAt: z.iso.datetime(), expiresAt: z.iso.datetime(),
});
export type Invitation = z.infer<typeof Invitation>;

export const OwnExport = z.object({ id: TaskId, state: TaskState, createdAt: z.iso.datetime(), sizeBytes: z.int().nullable(), expiresAt: z.iso.datetime().nullable() });
export type OwnExport = z.infer<typeof OwnExport>;

/** Somebody with an account, as administrators see them. */
export const UserEntry = z.object({
  id: UserId, name: z.string(), email: z.string(), role: Role, state: UserState, isEmailVerified: z.boolean(), twoFactor: z.boolean(), avatar: z.string().nullable(),
  createdAt: z.iso.datetime(), lastSeenAt: z.iso.datetime().nullable(), suspendedReason: z.string().nullable(), deletionAt: z.iso.datetime().nullable(),
});
export type UserEntry = z.infer<typeof UserEntry>;
