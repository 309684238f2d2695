/** A history of pictures to read from, as if somebody had drawn for years. */
import pg from 'pg';

/** What only one picture of a thousand has in its prompt. */
export const RARE_WORD = '灯塔守护者';

/** The long one has a picture with the rare word in each thousand. */
export const gallerySizes = { long: 10_000, short: 100 };

/** Hangs `count` drawn pictures of `owner` into a migrated database; `mark` keeps the names of several galleries apart. */
export async function hangPictures(databaseUrl: string, { owner, count, mark }: { owner: string; count: number; mark: string }): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`
      insert into generation (id, owner, task_id, recipe, created_at)
      select 'generation_' || $3 || lpad(n::text, 25, '0'), $1, 'task_' || $3 || lpad(n::text, 25, '0'), '{"prompt":"a town by the sea"}', timestamptz '2026-01-01' + n * interval '1 minute'
      from generate_series(1, $2::int) as n`, [owner, count, mark]);
    await client.query(`
      insert into picture (id, generation_id, owner, task_id, slot, state, prompt, seed, object_key, media_type, width, height, size_bytes, is_favourite, created_at, ended_at)
      select 'picture_' || $3 || lpad(n::text, 25, '0'), 'generation_' || $3 || lpad(n::text, 25, '0'), $1, 'task_' || $3 || lpad(n::text, 25, '0'), 0, 'done',
        'a town by the sea, street ' || n || case when n % 1000 = 7 then ' ' || $4 else '' end, n, encode(sha256(($3 || n::text)::bytea), 'hex'), 'image/png', 1024, 1024, 900000, n % 10 = 0,
        timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01' + n * interval '1 minute'
      from generate_series(1, $2::int) as n`, [owner, count, mark, RARE_WORD]);
    await client.query('vacuum analyze picture, generation');
  } finally {
    await client.end();
  }
}
