import { sql, type Kysely } from 'kysely';

/** Books that are edited: their history, versions, takes of panels, pages in more languages, links for readers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // `book_key` is what the pages are made of; `base_key` the book from which the edits after `base_revision` lead to `revision`.
  await sql`
    alter table comic add column revision int not null default 0, add column base_revision int not null default 0, add column base_key text, add column book_revision int not null default 0, add column pages_revision int not null default 0,
      add column is_paused boolean not null default false, add column is_script_only boolean not null default false, add column share_token text unique, add column shared_at timestamptz`.execute(db);
  await sql`update comic set revision = 1, base_revision = 1, book_revision = 1, base_key = book_key, pages_revision = case when state = 'done' then 1 else 0 end where book_key is not null`.execute(db);
  await sql`create index comic_changed on comic (owner, updated_at desc, id desc) where trashed_at is null`.execute(db);
  // Objects are swept when no column names them: each column that names one can be asked quickly.
  await sql`create index comic_base_key on comic (base_key)`.execute(db);
  await sql`create index comic_book_key on comic (book_key)`.execute(db);
  await sql`create index comic_cover_key on comic (cover_key)`.execute(db);

  await sql`
    create table comic_edit (
      comic_id text not null references comic (id) on delete cascade,
      revision int not null,
      client_id text not null,
      client_seq int not null,
      ops jsonb,
      restored_key text,
      at timestamptz not null,
      primary key (comic_id, revision),
      unique (comic_id, client_id, client_seq)
    )`.execute(db);
  await sql`create index comic_edit_restored on comic_edit (restored_key) where restored_key is not null`.execute(db);
  await sql`
    create table comic_version (
      id text primary key,
      comic_id text not null references comic (id) on delete cascade,
      name text not null,
      revision int not null,
      book_key text not null,
      panels int not null,
      pages int not null,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index comic_version_comic on comic_version (comic_id, created_at desc)`.execute(db);
  await sql`create index comic_version_key on comic_version (book_key)`.execute(db);

  await sql`
    create table comic_take (
      id text primary key,
      comic_id text not null references comic (id) on delete cascade,
      panel_id text not null,
      task_id text,
      provider text not null,
      model text not null,
      request text not null default '',
      directions jsonb,
      seed bigint,
      parent_id text,
      inputs_hash text not null default '',
      cost int not null default 0,
      state text not null,
      width int not null default 0,
      height int not null default 0,
      drawing_key text,
      picture_key text,
      picture_type text,
      upload_key text,
      is_rejected boolean not null default false,
      error_code text,
      error_detail text,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create index comic_take_panel on comic_take (comic_id, panel_id, created_at)`.execute(db);
  await sql`create index comic_take_drawing on comic_take (drawing_key)`.execute(db);
  await sql`create index comic_take_picture on comic_take (picture_key)`.execute(db);
  await sql`create index comic_take_upload on comic_take (upload_key) where upload_key is not null`.execute(db);

  // What a panel still wants: a new drawing, or its take fitted to a frame that changed. Panels drawn before this migration have no take; their drawing is kept.
  await sql`alter table comic_panel add column wish text check (wish in ('draw', 'fit')), add column take_id text, add column inputs_hash text, add column fit_hash text`.execute(db);
  await sql`update comic_panel set wish = 'draw' where drawing_key is null`.execute(db);
  await sql`create index comic_panel_drawing on comic_panel (drawing_key)`.execute(db);
  await sql`create index comic_panel_picture on comic_panel (picture_key)`.execute(db);

  await sql`alter table comic_page add column language text not null default '', add column is_wanted boolean not null default true, add column inputs_hash text, add column width int not null default 0, add column height int not null default 0, add column frames jsonb`.execute(db);
  await sql`update comic_page set is_wanted = page_key is null`.execute(db);
  await sql`alter table comic_page drop constraint comic_page_pkey, add primary key (comic_id, number, language)`.execute(db);
  for (const column of ['page_key', 'picture_key', 'preview_key']) await sql`create index ${sql.ref(`comic_page_${column}`)} on comic_page (${sql.ref(column)})`.execute(db);

  await sql`alter table comic_file add column language text, add column revision int not null default 1`.execute(db);
  await sql`create index comic_file_object on comic_file (object_key)`.execute(db);
  await sql`create table comic_reading (comic_id text not null references comic (id) on delete cascade, reader text not null, place jsonb not null, at timestamptz not null, primary key (comic_id, reader))`.execute(db);
}
