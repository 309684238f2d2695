/** The peer of `http`: a bare Fastify that runs one SQL statement and answers as the API does. `node bare-read.ts JSON` */
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import pg from 'pg';
import type { ReadStatement } from './shelf.ts';

type Row = {
  id: string; title: string; state: string; language: string | null; format: string | null; direction: string | null; cover_key: string | null;
  panel_count: number; panels_done: number; panels_failed: number; page_count: number; created_at: Date; updated_at: Date; trashed_at: Date | null;
};

const { databaseUrl, connectionsMax, statement } = JSON.parse(process.argv[2] ?? '') as { databaseUrl: string; connectionsMax: number; statement: ReadStatement };
const pool = new pg.Pool({ connectionString: databaseUrl, max: connectionsMax });
const server = Fastify();

server.get('/api/v1/comics', async () => {
  const { rows } = await pool.query<Row>(statement.sql, statement.parameters);
  const page = rows.slice(0, rows.length - 1);
  const last = page.at(-1);
  return { items: page.map(present), next: last ? `${last.created_at.toISOString()}~${last.id}` : null };
});

await server.listen({ host: '127.0.0.1', port: 0 });
console.log(`The bare server is ready on port ${(server.server.address() as AddressInfo).port}`);
process.on('SIGTERM', () => process.exit(0));

function present(row: Row) {
  return {
    id: row.id, title: row.title, state: row.state, language: row.language, format: row.format, direction: row.direction,
    panels: { total: row.panel_count, done: row.panels_done, failed: row.panels_failed }, pageCount: row.page_count,
    cover: row.cover_key && `/api/v1/comics/${row.id}/pictures/${row.cover_key}`, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), trashedAt: row.trashed_at?.toISOString() ?? null,
  };
}
