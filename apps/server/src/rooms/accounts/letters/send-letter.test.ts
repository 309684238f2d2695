import { MailError, type Mail } from '../../../ports/mailer.ts';
import { bootServer, eventually, heldClock, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '../../../db/transaction.ts';
import { putLetter, sendWaitingLetters } from './send-letter.ts';

const MINUTE_MS = 60_000;
const clock = heldClock();
const mails: Mail[] = [];
let isDown = false;
let server: BootedServer;

beforeAll(async () => {
  server = await bootServer({ clock, mailer: { delivers: true, async send(mail) { if (isDown) throw new MailError('down'); mails.push(mail); } } });
}, 60_000);
afterAll(() => server.close());
beforeEach(() => { mails.length = 0; isDown = false; });

const TOKEN = 'a-secret-that-opens-a-door';
const order = { kind: 'sign-in-link', to: { email: 'ren@example.test', language: 'en' }, path: `/sign-in/link?token=${TOKEN}`, validMinutes: 15 } as const;
const rows = () => server.app.client.db.selectFrom('letter').selectAll().execute();
const put = () => inTransaction(server.app.client.db, (tx) => putLetter({ app: server.app, language: 'en' }, tx, order));
const tryWaiting = () => sendWaitingLetters(server.app, new AbortController().signal);

test('a letter whose process ended before it was handed over is sent by the next, once', async () => {
  await put();
  await tryWaiting();
  expect(mails, 'still in the hands of who wrote it').toEqual([]);
  clock.advance(2 * MINUTE_MS);
  await Promise.all([tryWaiting(), tryWaiting()]);
  expect(mails.map((mail) => mail.to)).toEqual(['ren@example.test']);
  expect(mails[0]?.text).toContain(TOKEN);
  expect(await rows()).toEqual([]);
});

test('neither its link nor its address can be read where it waits, nor opened under another id', async () => {
  await put();
  const [row] = await rows();
  const shown = JSON.stringify(row) + Buffer.from(row!.sealed.split('.').at(-1)!, 'base64url').toString('latin1');
  for (const secret of [TOKEN, 'ren@example.test', 'Sign in']) expect(shown).not.toContain(secret);
  await server.app.client.db.updateTable('letter').set({ id: 'letter_other' }).execute();
  clock.advance(2 * MINUTE_MS);
  await tryWaiting();
  expect(mails).toEqual([]);
  expect(await rows()).toEqual([]);
});

test('handed over at once it is nowhere any more', async () => {
  expect(await (await put())()).toBe(true);
  expect(mails).toHaveLength(1);
  expect(await rows()).toEqual([]);
});

test('a mail server that is away is tried again, later each time, until the link would be over', async () => {
  isDown = true;
  expect(await (await put())()).toBe(false);
  const waits: number[] = [];
  for (let i = 0; i < 30 && (await rows()).length > 0; i += 1) {
    clock.advance(MINUTE_MS);
    await tryWaiting();
    waits.push((await rows())[0]?.tries ?? -1);
  }
  expect(waits.at(-1), 'it is given up').toBe(-1);
  expect(Math.max(...waits)).toBeLessThanOrEqual(4);
  expect(waits.length).toBeLessThanOrEqual(18);
  await put();
  clock.advance(2 * MINUTE_MS);
  await tryWaiting();
  isDown = false;
  clock.advance(4 * MINUTE_MS);
  await tryWaiting();
  expect(mails).toHaveLength(1);
});

test('a transaction that fails leaves no letter; one that stands leaves token and letter together', async () => {
  await expect(inTransaction(server.app.client.db, async (tx) => {
    await putLetter({ app: server.app, language: 'en' }, tx, order);
    throw new Error('no');
  })).rejects.toThrow('no');
  expect(await rows()).toEqual([]);
  isDown = true;
  await server.account('user');
  const { email } = await server.app.client.db.selectFrom('user').select('email').executeTakeFirstOrThrow();
  await server.call('POST', '/api/v1/sign-in/link', { body: { email } });
  await eventually('the letter waits', async () => (await rows()).length === 1);
  expect(await server.app.client.db.selectFrom('one_time_token').selectAll().execute()).toHaveLength(1);
  isDown = false;
  clock.advance(3 * MINUTE_MS);
  await tryWaiting();
  const token = /token=([\w-]+)/.exec(mails[0]?.text ?? '')?.[1];
  expect((await server.call('POST', '/api/v1/sign-in/link/use', { body: { token } })).status).toBe(200);
});
