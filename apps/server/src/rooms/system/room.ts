import { BOOK_FORMATS, BOOK_LANGUAGES, EXPORT_FORMATS, systemRoutes as routes, TEXT_MAX_CHARACTERS, type TaskState } from '@komawari/contract';
import { listAudit } from '../../kernel/audit.ts';
import { countUnnamedObjects } from '../../kernel/objects/sweep-objects.ts';
import { handle, type Room } from '../../kernel/room.ts';
import { countWork } from './store.ts';

/** The instance itself: what it is, how much it has to do, what was done. */
export function systemRoom(options: { version: string }): Room {
  return {
    name: 'system',
    routes: [
      handle(routes.about, async (ctx) => ({
        name: 'Komawari', version: options.version, guestsMayMake: ctx.isLocal, formats: [...BOOK_FORMATS], exports: [...EXPORT_FORMATS], languages: [...BOOK_LANGUAGES], textMaxCharacters: TEXT_MAX_CHARACTERS,
      })),
      handle(routes.work, async (ctx) => {
        const { states, waitingJobs } = await countWork(ctx.app.client.db);
        return { states: states.map((row) => ({ state: row.state as TaskState, count: row.count })), waitingJobs };
      }),
      handle(routes.objects, (ctx) => countUnnamedObjects(ctx.app)),
      handle(routes.audit, async (ctx, { query }) => {
        const rows = await listAudit(ctx.app.client.db, query);
        const items = rows.slice(0, query.limit).map((row) => ({ ...row, at: row.at.toISOString(), data: row.data as Record<string, unknown> }));
        return { items, next: rows.length > query.limit ? items.at(-1)?.id ?? null : null };
      }),
    ],
  };
}
