import type { Ctx } from '../../../kernel/ctx.ts';
import { sendLetter } from '../letters/send-letter.ts';
import type { User } from '../store.ts';
import { listAdmins } from './people-store.ts';

/** Somebody waits: those who can let them in hear of it. */
export async function tellAdmins(ctx: Ctx, waiting: Pick<User, 'name' | 'email'>): Promise<void> {
  for (const admin of await listAdmins(ctx.app.client.db)) {
    await sendLetter(ctx, { kind: 'somebody-waits', to: { email: admin.email, name: admin.name, language: admin.language, timeZone: admin.time_zone }, path: '/admin/users?state=pending', facts: { note: waiting.name, email: waiting.email } });
  }
}
