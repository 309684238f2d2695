import pg from 'pg';

const OWN_NAME = 'koma-secrets';

/** Whether web or worker processes are at work on the database, on whatever machine: each keeps a connection with our name. */
export async function hasOthers(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, application_name: OWN_NAME });
  await client.connect();
  try {
    const { rows } = await client.query<{ others: number }>(`select count(*)::int as others from pg_stat_activity where datname = current_database() and application_name like 'koma-%' and application_name <> $1`, [OWN_NAME]);
    return (rows[0]?.others ?? 0) > 0;
  } finally {
    await client.end();
  }
}
