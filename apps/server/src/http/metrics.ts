import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../kernel/app.ts';

export type Answered = { method: string; route: string; status: number; ms: number };
export type Metrics = { mediaType: string; observe(answered: Answered): void; write(): Promise<string> };

/** The numbers of this process and of the tasks, for Prometheus. */
export function openMetrics(app: App): Metrics {
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
  return {
    mediaType: registry.contentType,
    observe: ({ method, route, status, ms }) => seconds.observe({ method, route, status: String(status) }, ms / 1000),
    write: () => registry.metrics(),
  };
}
