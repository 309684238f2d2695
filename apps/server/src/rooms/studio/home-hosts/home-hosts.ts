import type { HomeHost, HomeHostId } from '@komawari/contract';
import { inTransaction } from '../../../db/transaction.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { hashToken, presentHost } from './host-rules.ts';
import { addHomeHostRow, findHomeHost, listHomeHosts as listRows, removeHomeHostRow, saveToken, tellChanged } from './home-host-store.ts';

type WithToken = { host: HomeHost; token: string };

const TOKEN_BYTES = 32;

export async function listHomeHosts({ app }: Ctx): Promise<{ items: HomeHost[] }> {
  const now = app.ports.clock.now();
  return { items: (await listRows(app.client.db)).map((row) => presentHost(row, now)) };
}

export async function addHomeHost(ctx: Ctx, name: string): Promise<WithToken> {
  const { ids, clock } = ctx.app.ports;
  const [id, token, now] = [ids.next('host') as HomeHostId, newToken(ctx), clock.now()];
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await addHomeHostRow(tx, { id, name, tokenHash: hashToken(token), now }))) throw new AppError('studio.home-host-taken', { detail: name });
    await audit(tx, ctx, { action: 'studio.add-home-host', subject: id, data: { name } });
  });
  return { host: presentHost({ id, name, createdAt: now, lastSeenAt: null, link: undefined }, now), token };
}

export async function renewHomeHost(ctx: Ctx, id: HomeHostId): Promise<WithToken> {
  const token = newToken(ctx);
  const row = await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await saveToken(tx, id, hashToken(token)))) throw new AppError('not-found');
    await audit(tx, ctx, { action: 'studio.renew-home-host', subject: id });
    await tellChanged(tx, id);
    return findHomeHost(tx, id);
  });
  if (!row) throw new AppError('not-found');
  return { host: presentHost(row, ctx.app.ports.clock.now()), token };
}

export async function removeHomeHost(ctx: Ctx, id: HomeHostId): Promise<{ isRemoved: true }> {
  await inTransaction(ctx.app.client.db, async (tx) => {
    if (!(await removeHomeHostRow(tx, id))) throw new AppError('not-found');
    await audit(tx, ctx, { action: 'studio.remove-home-host', subject: id });
    await tellChanged(tx, id);
  });
  return { isRemoved: true };
}

function newToken({ app }: Ctx): string {
  return `komahost_${app.ports.ids.secret(TOKEN_BYTES)}`;
}
