import { sql, type Kysely } from 'kysely';

/** Pictures found again: their words, notes, tags, boards, thumbnails; files put together for a download. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table picture add column negative_prompt text not null default '', add column note text not null default '', add column tags text[] not null default '{}', add column thumbnail_key text`.execute(db);
  await sql`
    update picture set negative_prompt = generation.recipe ->> 'negativePrompt' from generation
    where generation.id = picture.generation_id and generation.recipe ->> 'negativePrompt' is not null`.execute(db);

  // Found by parts of words in any script. Trigrams miss words of two characters, which most Chinese ones are, and are an
  // extension; pairs of characters are neither. Single ones count from the scripts of East Asia on.
  await sql`
    create function picture_words(prompt text, negative_prompt text, note text) returns text language sql immutable parallel safe
      return lower(normalize(prompt || E'\n' || negative_prompt || E'\n' || note, NFKC))`.execute(db);
  await sql`
    create function picture_grams(words text) returns text[] language sql immutable strict parallel safe cost 1000 as $$
      select coalesce(array_agg(distinct gram), '{}') from (
        select one || two as gram from (select c as one, lead(c) over (order by n) as two from unnest(string_to_array(words, null)) with ordinality as characters (c, n)) as pairs
        where ascii(one) > 32 and ascii(two) > 32
        union all select c from unnest(string_to_array(words, null)) as characters (c) where ascii(c) >= 11904
      ) as grams
    $$`.execute(db);
  // The owner is one more of them: a word that everybody uses finds one's own pictures alone.
  await sql`create index picture_found on picture using gin ((picture_grams(picture_words(prompt, negative_prompt, note)) || owner))`.execute(db);

  await sql`create index picture_tags on picture using gin (tags) where tags <> '{}'`.execute(db);
  await sql`create index picture_favourite on picture (owner, created_at desc, id desc) where is_favourite and trashed_at is null`.execute(db);
  await sql`create index picture_model on picture (owner, provider_id, model_id, created_at desc, id desc) where trashed_at is null`.execute(db);
  await sql`create index picture_trash on picture (owner, created_at desc, id desc) where trashed_at is not null`.execute(db);
  await sql`create index picture_trashed on picture (trashed_at) where trashed_at is not null`.execute(db);
  await sql`create index picture_thumbnail on picture (thumbnail_key) where thumbnail_key is not null`.execute(db);

  await sql`create table board (id text primary key, owner text not null, name text not null, created_at timestamptz not null)`.execute(db);
  await sql`create index board_owner on board (owner, name)`.execute(db);
  await sql`
    create table board_picture (
      board_id text not null references board (id) on delete cascade, picture_id text not null references picture (id) on delete cascade, added_at timestamptz not null, primary key (board_id, picture_id)
    )`.execute(db);
  await sql`create index board_picture_picture on board_picture (picture_id)`.execute(db);

  // What one download holds; the file itself is never stored.
  await sql`
    create table picture_zip (
      id text primary key, owner text not null, picture_ids text[] not null, keeps_making boolean not null, created_at timestamptz not null, expires_at timestamptz not null
    )`.execute(db);
  await sql`create index picture_zip_owner on picture_zip (owner)`.execute(db);
  await sql`create index picture_zip_expires on picture_zip (expires_at)`.execute(db);

  await sql`create table studio_setting (owner text primary key, keeps_making boolean not null)`.execute(db);
}
