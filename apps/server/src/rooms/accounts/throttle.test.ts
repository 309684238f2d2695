import { bootServer, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guardGuess } from './throttle.ts';

let server: BootedServer;
beforeAll(async () => { server = await bootServer(); }, 60_000);
afterAll(() => server.close());

test('who owns a whole IPv6 network has no more guesses for it, and the neighbour has his own', async () => {
  const guessFrom = (address: string, key: string) => guardGuess({ ...server.ctxOf({ kind: 'anonymous' }), http: { headers: new Headers({ 'x-forwarded-for': address }), setCookies: [] } }, key);
  for (let i = 1; i <= 40; i += 1) await guessFrom(`2001:db8:1:2::${i.toString(16)}`, `account:of-network-${i}`);
  await expect(guessFrom('2001:db8:1:2:ffff::1', 'account:another')).rejects.toMatchObject({ code: 'accounts.locked' });
  await expect(guessFrom('2001:db8:1:3::1', 'account:another')).resolves.toBeDefined();
});
