import { ALL_ROUTES, emitOpenApi } from '@komawari/contract';
import type { FastifyInstance } from 'fastify';
import type { App } from '../kernel/app.ts';
import { renderApiPage } from './api-page.ts';
import { mountMetrics } from './mount-metrics.ts';

const anyone = { access: { who: 'anyone' } } as const;

/** What machines ask: is it alive, is it ready, how is it doing, what can it do. */
export function mountProbes(server: FastifyInstance, app: App, version: string): void {
  server.get('/healthz', { config: anyone, logLevel: 'silent' }, async () => ({ status: 'ok' }));
  server.get('/readyz', { config: anyone, logLevel: 'silent' }, async (_request, reply) => {
    const isReady = await app.client.pool.query('select 1').then(() => true, () => false);
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'database unreachable' });
  });
  let document: string | undefined;
  server.get('/openapi.json', { config: anyone }, async (_request, reply) => reply.type('application/json; charset=utf-8').send((document ??= JSON.stringify(emitOpenApi(ALL_ROUTES, version)))));
  server.get('/api', { config: anyone }, async (_request, reply) => reply.type('text/html; charset=utf-8').header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'").send(renderApiPage(ALL_ROUTES, version)));
  mountMetrics(server, app);
}
