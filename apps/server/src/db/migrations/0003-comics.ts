import { sql, type Kysely } from 'kysely';

/** Comics with their panels, pages and files; the bytes lie in the object store. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table comic (
      id text primary key,
      owner text not null,
      task_id text not null,
      title text not null,
      state text not null,
      language text,
      format text,
      direction text,
      options jsonb not null,
      text text not null,
      book_key text,
      panel_count int not null default 0,
      panels_done int not null default 0,
      panels_failed int not null default 0,
      page_count int not null default 0,
      cover_key text,
      error_code text,
      error_detail text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      trashed_at timestamptz
    )`.execute(db);
  await sql`create index comic_list on comic (owner, created_at desc, id desc) where trashed_at is null`.execute(db);
  await sql`create index comic_trash on comic (owner, created_at desc, id desc) where trashed_at is not null`.execute(db);
  await sql`
    create table comic_panel (
      comic_id text not null references comic (id) on delete cascade,
      panel_id text not null,
      position int not null,
      page int not null,
      drawing_key text,
      picture_key text,
      stored_at timestamptz,
      primary key (comic_id, panel_id)
    )`.execute(db);
  await sql`
    create table comic_page (
      comic_id text not null references comic (id) on delete cascade,
      number int not null,
      page_key text,
      picture_key text,
      preview_key text,
      alternative jsonb,
      problems jsonb,
      stored_at timestamptz,
      primary key (comic_id, number)
    )`.execute(db);
  await sql`
    create table comic_file (
      id text primary key,
      comic_id text not null references comic (id) on delete cascade,
      task_id text not null,
      format text not null,
      name text not null,
      media_type text not null,
      size_bytes bigint not null,
      object_key text not null,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index comic_file_comic on comic_file (comic_id)`.execute(db);
}
