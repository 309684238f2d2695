import { sql, type Kysely } from 'kysely';

/** What each call counts against the budgets: how it ended stands in `provider_call`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table provider_spending (
      call_id text primary key references provider_call (id) on delete cascade,
      owner text not null, group_id text not null, currency text not null, micros bigint not null, counts_on date not null)`.execute(db);
  await sql`create index provider_spending_day on provider_spending (counts_on)`.execute(db);
  await sql`create index provider_spending_group on provider_spending (group_id)`.execute(db);
}
