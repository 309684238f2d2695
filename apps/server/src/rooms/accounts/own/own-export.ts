import type { OwnerRef, OwnExport, TaskId, UserId } from '@komawari/contract';
import { z } from 'zod';
import { inTransaction } from '../../../db/transaction.ts';
import { mustBeAuthor } from '../../../kernel/access.ts';
import type { App } from '../../../kernel/app.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import { openStream } from '../../../kernel/events.ts';
import type { BytesReply } from '../../../kernel/room.ts';
import { createTasks } from '../../../kernel/tasks/create-task.ts';
import type { WorkJob } from '../../../kernel/tasks/job-registry.ts';
import { OPEN_STATES } from '../../../kernel/tasks/task.ts';
import type { OwnFile } from '../../../kernel/works.ts';
import { noticesOf } from '../me.ts';
import { browserOf } from '../session/sessions.ts';
import { findUser, lockUser } from '../store.ts';
import { addExport, EXPORT_JOB, findExport, listExportRows, readOwnRows, type ExportRow } from './export-store.ts';

const KEPT_MS = 7 * 86_400_000;
const Input = z.object({ userId: z.string() });

export async function startExport(ctx: Ctx): Promise<OwnExport> {
  const { userId } = browserOf(ctx);
  const { app } = ctx;
  const owner = `user:${userId}`;
  return inTransaction(app.client.db, async (tx) => {
    await lockUser(tx, userId);
    const now = app.ports.clock.now();
    if ((await listExportRows(tx, owner, now)).some((row) => OPEN_STATES.includes(row.state))) throw new AppError('accounts.export-running');
    const stream = `account:${userId}`;
    await openStream(tx, { id: stream, owner });
    const [id] = await createTasks(app, tx, [{ kind: EXPORT_JOB, owner, stream, input: { userId } }]);
    await audit(tx, ctx, { action: 'accounts.start-export', subject: owner });
    return { id: id as TaskId, state: 'queued', createdAt: now.toISOString(), sizeBytes: null, expiresAt: null };
  });
}

export async function listExports(ctx: Ctx): Promise<{ items: OwnExport[] }> {
  const rows = await listExportRows(ctx.app.client.db, `user:${browserOf(ctx).userId}`, ctx.app.ports.clock.now());
  return { items: rows.map(present) };
}

export async function exportFile(ctx: Ctx, taskId: TaskId): Promise<BytesReply> {
  const row = await findExport(ctx.app.client.db, taskId);
  mustBeAuthor(ctx, row);
  const isThere = row?.objectKey && row.expiresAt && row.expiresAt > ctx.app.ports.clock.now();
  const bytes = isThere && row.objectKey ? await ctx.app.ports.objects.find(row.objectKey) : undefined;
  if (!row || !bytes) throw new AppError('not-found');
  return { bytes, mediaType: 'application/zip', fileName: `komawari-${row.createdAt.toISOString().slice(0, 10)}.zip` };
}

/** Every room gives its part; the account's own comes first. */
export const exportJob: WorkJob<z.infer<typeof Input>> = {
  type: 'work', kind: EXPORT_JOB, input: Input, failuresMax: 3,
  async run({ app, task, signal }) {
    const userId = task.input.userId as UserId;
    const { zipFiles } = await import('./zip-files.ts');
    const bytes = await zipFiles(allFiles(app, userId, task.owner as OwnerRef, signal), { now: app.ports.clock.now(), signal });
    const objectKey = await app.ports.objects.put(bytes);
    const now = app.ports.clock.now();
    const row = { taskId: task.id, userId, objectKey, sizeBytes: bytes.byteLength, now, expiresAt: new Date(now.getTime() + KEPT_MS) };
    return { result: { sizeBytes: bytes.byteLength }, commit: (tx) => addExport(tx, row) };
  },
};

async function* allFiles(app: App, userId: UserId, owner: OwnerRef, signal: AbortSignal): AsyncIterable<OwnFile> {
  const { client, ports, works } = app;
  const user = await findUser(client.db, userId);
  if (!user) throw new AppError('not-found');
  const account = {
    id: user.id, name: user.name, email: user.email, isEmailVerified: user.is_email_verified, role: user.role, language: user.language, theme: user.theme, timeZone: user.time_zone, notices: noticesOf(user),
    createdAt: user.created_at, lastSeenAt: user.last_seen_at, ...(await readOwnRows(client.db, userId)),
  };
  yield { path: 'account/account.json', bytes: new TextEncoder().encode(JSON.stringify(account, null, 2)) };
  const avatar = user.avatar_key === null ? undefined : await ports.objects.find(user.avatar_key as never);
  if (avatar) yield { path: 'account/picture.webp', bytes: avatar };
  yield* works.exportAll({ db: client.db, objects: ports.objects, owner, signal });
}

function present(row: ExportRow): OwnExport {
  return { id: row.id, state: row.state, createdAt: row.createdAt.toISOString(), sizeBytes: row.sizeBytes, expiresAt: row.expiresAt?.toISOString() ?? null };
}
