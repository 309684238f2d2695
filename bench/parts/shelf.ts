/** A shelf of comics to read from: somebody with a session, and the statement that lists the first page. */
import type { OwnerRef } from '@komawari/contract';
import type pg from 'pg';
import { compose } from '../../apps/server/src/compose.ts';
import type { Config } from '../../apps/server/src/config/config.ts';
import { createUser } from '../../apps/server/src/rooms/accounts/index.ts';
import { listComics } from '../../apps/server/src/rooms/comics/store.ts';

export type ReadStatement = { sql: string; parameters: unknown[] };
export type Shelf = { email: string; password: string; statement: ReadStatement };

/** Fills a migrated database with `count` finished comics of one new user. */
export async function fillShelf(config: Config, count: number): Promise<Shelf> {
  const email = 'reader@example.test';
  const password = 'a password for measuring';
  const composition = await compose(config);
  try {
    const { app } = composition;
    const ctx = { app, actor: { kind: 'local', owner: 'local:instance' as OwnerRef }, requestId: 'bench', language: 'en', isLocal: true, proof: { isAuthor: false } } as const;
    const user = await createUser(ctx, { email, password, role: 'owner', withApiKey: false });
    const owner = `user:${user.id}` as OwnerRef;
    await app.client.pool.query(`
      insert into comic (id, owner, task_id, title, state, language, format, direction, options, text, panel_count, panels_done, page_count, cover_key, created_at, updated_at)
      select 'comic_' || lpad(n::text, 26, '0'), $1, 'task_' || lpad(n::text, 26, '0'), 'The lamp of evening ' || n, 'done', 'en', 'manga-b5', 'ltr', '{}', repeat('A story. ', 500),
        96, 96, 20, encode(sha256(n::text::bytea), 'hex'), timestamptz '2030-01-01' + n * interval '1 minute', timestamptz '2030-01-02' + n * interval '1 minute'
      from generate_series(1, $2::int) as n`, [owner, count]);
    await app.client.pool.query('vacuum analyze comic');
    return { email, password, statement: await statementOfList(owner) };
  } finally {
    await composition.close();
  }
}

/** What the room itself sends to the database for the first page of 30: written down by a pool that does nothing else. */
async function statementOfList(owner: OwnerRef): Promise<ReadStatement> {
  const sent: ReadStatement[] = [];
  const query = async ({ text, values }: { text: string; values: unknown[] }) => { sent.push({ sql: text, parameters: values }); return { rows: [] }; };
  await listComics({ query } as unknown as pg.Pool, { owner, limit: 31, isTrash: false });
  const [statement, ...more] = sent;
  if (!statement || more.length > 0) throw new Error('the list is no longer read by one statement: the peer must do what the room does');
  return statement;
}
