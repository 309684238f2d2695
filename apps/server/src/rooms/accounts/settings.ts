import type { SignUpMode } from '@komawari/contract';
import type { Db, Tx } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { App } from '../../kernel/app.ts';
import { audit } from '../../kernel/audit.ts';
import { nameOf, type Ctx } from '../../kernel/ctx.ts';
import { countWaiting, findSignUpMode, saveSignUpMode } from './settings-store.ts';

/** How one gets an account: what the owner chose, else what the environment says, else by invitation. */
export async function signUpModeOf(app: App, db: Db | Tx = app.client.db): Promise<SignUpMode> {
  return (await findSignUpMode(db)) ?? app.config.signUp ?? 'invitation';
}

export async function accountRules(ctx: Ctx) {
  const { app } = ctx;
  return { signUpMode: await signUpModeOf(app), hasMailer: app.ports.mailer.delivers, waiting: await countWaiting(app.client.db) };
}

export async function changeAccountRules(ctx: Ctx, signUpMode: SignUpMode) {
  const { app } = ctx;
  await inTransaction(app.client.db, async (tx) => {
    await saveSignUpMode(tx, signUpMode, { by: nameOf(ctx.actor), now: app.ports.clock.now() });
    await audit(tx, ctx, { action: 'accounts.change-rules', subject: 'site', data: { signUpMode } });
  });
  return accountRules(ctx);
}
