import { ALL_ROUTES, emitOpenApi } from '@komawari/contract';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { admit } from '../kernel/access.ts';
import type { App } from '../kernel/app.ts';
import { renderApiPage } from './api-page.ts';

const anyone = { access: { who: 'anyone' } } as const;

/** What machines ask: is it alive, is it ready, how is it doing, what can it do. */
export function mountProbes(server: FastifyInstance, app: App, version: string): void {
  server.get('/healthz', { config: anyone, logLevel: 'silent' }, async () => ({ status: 'ok' }));
  server.get('/readyz', { config: anyone, logLevel: 'silent' }, async (_request, reply) => {
    const isReady = await app.client.pool.query('select 1').then(() => true, () => false);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'database unreachable' });
  });
  const document = JSON.stringify(emitOpenApi(ALL_ROUTES, version));
  server.get('/openapi.json', { config: anyone }, async (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
  server.get('/api', { config: anyone }, async (_request, reply) => reply.type('text/html; charset=utf-8').header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'").send(renderApiPage(ALL_ROUTES, version)));
  mountMetrics(server, app);
}

function mountMetrics(server: FastifyInstance, app: App): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'koma_' });
  const seconds = new Histogram({ name: 'koma_http_seconds', help: 'Time to answer, by route', labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10], registers: [registry] });
  new Gauge({
    name: 'koma_tasks_open', help: 'Tasks that wait or run', labelNames: ['state'], registers: [registry],
    async collect() {
      const { rows } = await sql<{ state: string; count: number }>`select state, count(*)::int as count from task where state in ('queued', 'running') group by state`.execute(app.client.db);
      for (const state of ['queued', 'running']) this.set({ state }, rows.find((row) => row.state === state)?.count ?? 0);
    },
  });
  server.addHook('onResponse', (request, reply, done) => {
    seconds.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    done();
  });
  server.get('/metrics', { config: anyone, logLevel: 'silent' }, async (request, reply) => {
    if (!request.ctx.isLocal) admit({ who: 'user', permission: 'system.read' }, request.ctx.actor, 'GET');
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
