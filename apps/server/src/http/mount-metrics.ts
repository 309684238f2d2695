import type { FastifyInstance } from 'fastify';
import { admit } from '../kernel/access.ts';
import type { App } from '../kernel/app.ts';
import type { Answered, Metrics } from './metrics.ts';

/** Loading what counts takes a tenth of the start, and nobody asks for numbers in the first moment. */
const OPEN_AFTER_MS = 1_000;

/** `/metrics`, for this machine and for operators. What is answered before the counters are there is counted afterwards. */
export function mountMetrics(server: FastifyInstance, app: App): void {
  const early: Answered[] = [];
  let metrics: Metrics | undefined;
  let opening: Promise<Metrics> | undefined;
  const open = async () => {
    const opened = (await import('./metrics.ts')).openMetrics(app);
    for (const answered of early.splice(0)) opened.observe(answered);
    return (metrics = opened);
  };
  server.addHook('onListen', (done) => {
    setTimeout(() => (opening ??= open()).catch((error: unknown) => app.log.error({ err: error }, 'metrics can not be counted')), OPEN_AFTER_MS).unref();
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const answered = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, ms: reply.elapsedTime };
    if (metrics) metrics.observe(answered);
    else early.push(answered);
    done();
  });
  server.get('/metrics', { config: { access: { who: 'anyone' } }, logLevel: 'silent' }, async (request, reply) => {
    if (!request.ctx.isLocal) admit({ who: 'user', permission: 'system.read' }, request.ctx.actor, 'GET');
    const { mediaType, write } = await (opening ??= open());
    return reply.type(mediaType).send(await write());
  });
}
