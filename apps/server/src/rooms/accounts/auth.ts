import type { Role } from '@komawari/contract';
import type { App } from '../../kernel/app.ts';

export const COOKIE_PREFIX = 'koma';
const DAY_S = 86_400;

/** OWASP's smaller argon2id setting: about 36 ms here. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The part of better-auth that is used: it keeps users, passwords and sessions. */
export type Auth = {
  signIn(input: { email: string; password: string; headers: Headers }): Promise<{ cookies: string[] } | undefined>;
  signOut(headers: Headers): Promise<{ cookies: string[] }>;
  /** A user whose e-mail counts as verified. Undefined when the e-mail is taken. */
  createUser(input: { email: string; name: string; role: Role; password: string }): Promise<{ id: string } | undefined>;
};

/** Opens better-auth at its first use: it costs a second and 75 MB that only the web process should pay. */
export function authOpener(app: App): () => Promise<Auth> {
  let opening: Promise<Auth> | undefined;
  return () => (opening ??= openAuth(app));
}

/** Its options, also read by the test that compares its schema with our migration. */
export async function authOptions(app: Pick<App, 'config' | 'client'>) {
  const { hash, verify } = await import('@node-rs/argon2');
  return {
    secret: app.config.secrets.authSecret,
    baseURL: app.config.publicUrl,
    basePath: '/api/v1/auth',
    database: app.client.pool,
    emailAndPassword: {
      enabled: true, minPasswordLength: 10, maxPasswordLength: 128,
      password: { hash: (password: string) => hash(password, ARGON2), verify: ({ hash: stored, password }: { hash: string; password: string }) => verify(stored, password) },
    },
    user: { additionalFields: { role: { type: 'string' as const, required: true, defaultValue: 'user', input: false } } },
    session: { expiresIn: 30 * DAY_S, updateAge: DAY_S },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: { cookiePrefix: COOKIE_PREFIX, useSecureCookies: app.config.publicUrl.startsWith('https:'), ipAddress: { ipAddressHeaders: ['x-forwarded-for'] }, disableOriginCheck: true },
    logger: { disabled: true },
  };
}

async function openAuth(app: App): Promise<Auth> {
  const { betterAuth } = await import('better-auth');
  const auth = betterAuth(await authOptions(app));
  const cookiesOf = (response: Response) => response.headers.getSetCookie();
  return {
    async signIn({ email, password, headers }) {
      const response = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
      if (response.ok) return { cookies: cookiesOf(response) };
      if (response.status >= 500) throw new Error(`accounts: signing in ended with ${response.status}`);
      return undefined;
    },
    async signOut(headers) {
      return { cookies: cookiesOf(await auth.api.signOut({ headers, asResponse: true })) };
    },
    async createUser({ email, name, role, password }) {
      const { internalAdapter, password: passwords } = await auth.$context;
      if (await internalAdapter.findUserByEmail(email)) return undefined;
      const user = await internalAdapter.createUser({ email, name, role, emailVerified: true }, { method: 'email-password' });
      await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: await passwords.hash(password) });
      return { id: user.id };
    },
  };
}
