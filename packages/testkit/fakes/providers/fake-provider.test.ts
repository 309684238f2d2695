import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from './fault.ts';
import { startFakeProvider, type FakeProvider } from './fake-provider.ts';

const SAID = { words: 'a story of 漫画', n: 3 };
let fake: FakeProvider;

async function start() {
  fake = await startFakeProvider({
    refusal: (status, code) => ({ status, body: { error: { code: code ?? `status-${status}` } } }),
    routes: {
      'POST /make': (_, reply) => reply.work(async () => {
        reply.bill();
        await reply.answer({ body: SAID });
      }),
      'POST /stream': (_, reply) => reply.work(async () => {
        reply.bill();
        await reply.stream('text/event-stream', ['data: 漫\n\n', 'data: 画\n\n']);
      }),
      'GET /things/:id': (asked, reply) => reply.answer({ body: asked.params }),
    },
  });
}
const make = (fault?: Fault, path = '/make') => {
  if (fault) fake.fault(fault);
  return fetch(fake.url + path, { method: 'POST', body: '{"prompt":"x"}', redirect: 'manual' });
};

describe('what all stand-ins share', () => {
  afterEach(() => fake.close());

  test('a route with holes, a missing one, and what was asked', async () => {
    await start();
    expect(await (await fetch(`${fake.url}/things/a-1?x=2`)).json()).toEqual({ id: 'a-1' });
    expect((await fetch(`${fake.url}/nothing`)).status).toBe(404);
    expect(fake.asked.map(({ method, path, query }) => [method, path, query.get('x')])).toEqual([['GET', '/things/a-1', '2'], ['GET', '/nothing', null]]);
  });

  test('a fault befalls one request, in order, and is over', async () => {
    await start();
    fake.fault({ kind: 'status', status: 429, code: 'Busy', retryAfterS: 7 }, { kind: 'html' });
    const refused = await make();
    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([429, '7', { error: { code: 'Busy' } }]);
    expect(fake.billed()).toBe(0);
    expect(await (await make()).text()).toContain('<h1>');
    expect(await (await make()).json()).toEqual(SAID);
    expect(fake.billed()).toBe(2);
  });

  test('answers that are torn: cut, lost, garbage, redirected', async () => {
    await start();
    await expect(make({ kind: 'cut', afterBytes: 5 }).then((reply) => reply.text())).rejects.toThrow();
    await expect(make({ kind: 'lost' })).rejects.toThrow();
    await expect(make({ kind: 'garbage' }).then((reply) => reply.json())).rejects.toThrow(SyntaxError);
    const away = await make({ kind: 'redirect', to: 'http://169.254.169.254/' });
    expect([away.status, away.headers.get('location')]).toEqual([302, 'http://169.254.169.254/']);
    expect(fake.billed()).toBe(4);
  });

  test.each([1, 2, 7])('a stream in pieces of %i bytes holds the same', async (bytes) => {
    await start();
    expect(await (await make({ kind: 'split', bytes }, '/stream')).text()).toBe('data: 漫\n\ndata: 画\n\n');
  });

  test('slow is late, stalled never ends until the caller goes', async () => {
    await start();
    const begun = performance.now();
    await make({ kind: 'slow', ms: 120 });
    expect(performance.now() - begun).toBeGreaterThan(110);
    await expect((async () => {
      fake.fault({ kind: 'stall' });
      const reply = await fetch(`${fake.url}/make`, { method: 'POST', signal: AbortSignal.timeout(200) });
      await reply.text();
    })()).rejects.toThrow(/abort|timeout/i);
  });
});
