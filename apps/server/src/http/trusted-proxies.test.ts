import { bootServer, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const LIMIT = 5;
let [behind, bare]: BootedServer[] = [];
beforeAll(async () => {
  [behind, bare] = await Promise.all([bootServer({ requestsPerMinute: LIMIT, config: { trustedProxies: ['127.0.0.1', '::1', '10.0.0.0/8'] } }), bootServer({ requestsPerMinute: LIMIT })]);
}, 60_000);
afterAll(() => Promise.all([behind?.close(), bare?.close()]));

/** How many of ten requests are answered. */
async function answered(server: BootedServer | undefined, forwarded: (i: number) => string): Promise<number> {
  const replies = await Promise.all(Array.from({ length: 10 }, (_, i) => server!.call('GET', '/api/v1/system', { headers: { 'x-forwarded-for': forwarded(i) } })));
  return replies.filter((reply) => reply.status !== 429).length;
}

describe('behind a proxy that is trusted', () => {
  test('each visitor has a limit of his own, also through a second proxy', async () => {
    expect(await answered(behind, (i) => `198.51.100.${i}`)).toBe(10);
    expect(await answered(behind, () => '198.51.100.77')).toBe(LIMIT);
    expect(await answered(behind, () => '198.51.100.78, 10.1.2.3')).toBe(LIMIT);
    expect(await answered(behind, (i) => `2001:db8:1:2::${i}`), 'one customer, many addresses').toBe(LIMIT);
  });

  test('what a visitor writes in front of it gains nothing', async () => {
    expect(await answered(behind, (i) => `203.0.113.${i}, 198.51.100.90`)).toBe(LIMIT);
    expect(await answered(behind, (i) => `10.0.0.${i}, 198.51.100.91`)).toBe(LIMIT);
  });

  test('nobody from afar counts as sitting here', async () => {
    const { body } = await behind!.call('GET', '/api/v1/me', { headers: { 'x-forwarded-for': '127.0.0.1', host: 'localhost' } });
    expect(body).toMatchObject({ kind: 'anonymous' });
  });
});

test('without the setting nobody is believed', async () => {
  expect(await answered(bare, (i) => `198.51.100.${i}`)).toBe(LIMIT);
});
