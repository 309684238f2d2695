// A child for the supervisor's tests: the real protocol and the real database check around a listener of ten lines.
import { createServer } from 'node:http'
import pg from 'pg'
import { loadPart, runSupervisedRole, type RunningRole } from '../role-process.ts'
import type { Config } from '../../config/config.ts'
import type { Part } from '../messages.ts'
import { checkServer } from '../../postgres/check-server.ts'

const part = process.argv[2] as Part | undefined

async function fakeWeb(config: Config): Promise<RunningRole> {
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: 2 })
  pool.on('error', () => undefined)
  const server = createServer((_request, response) => {
    pool.query('select 1 as one').then(() => response.end('ok'), () => { response.statusCode = 503; response.end() })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  return {
    async stop() {
      server.closeAllConnections()
      server.close()
      await pool.end()
    },
  }
}

async function fakeWorker(config: Config): Promise<RunningRole> {
  // Ends only when it is killed: the case that the orphan watch exists for.
  if (process.env['KOMA_TEST_STUBBORN']) for (;;) Math.sqrt(2)
  const client = new pg.Client({ connectionString: config.databaseUrl })
  client.on('error', () => process.exit(1))
  await client.connect()
  return { stop: () => client.end() }
}

if (part === 'web') runSupervisedRole(part, Promise.resolve(fakeWeb))
else if (part === 'worker') runSupervisedRole(part, Promise.resolve(fakeWorker))
else if (part === 'prepare') runSupervisedRole(part, Promise.resolve((config: Config) => checkServer(config.databaseUrl)))
else void loadPart
