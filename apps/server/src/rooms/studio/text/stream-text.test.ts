/** Our own way to words, while they are written. */
import type { TextEvent } from '@komawari/contract';
import { eventually } from '@komawari/testkit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openGateway, type Gateway } from '../face/testing/open-gateway.ts';

let gateway: Gateway;

beforeAll(async () => { gateway = await openGateway(); }, 60_000);
afterAll(() => gateway.close());
beforeEach(() => gateway.server.app.client.db.deleteFrom('provider_health').execute().then(() => undefined));

const PATH = '/api/v1/studio/texts/stream';
const BODY = { messages: [{ role: 'user', text: 'x' }] };
const stream = (fields: object = {}) => gateway.server.call('POST', PATH, { headers: gateway.me.headers, body: { ...BODY, ...fields } });
const eventsIn = (text: string) => text.split('\n\n').filter((line) => line.startsWith('data: ')).map((line) => JSON.parse(line.slice('data: '.length)) as TextEvent);
const wordsIn = (events: readonly TextEvent[]) => events.map((event) => (event.type === 'piece' && event.kind === 'text' ? event.text : '')).join('');
const asked = () => gateway.fake.asked.filter(({ method }) => method === 'POST').length;

test('a text comes in pieces and whole at the end, and the same again is free', async () => {
  gateway.fake.say('Rain fell on the old town, and nobody minded.');
  const before = asked();
  const first = await stream({ temperature: 0 });
  expect([first.status, first.headers.get('content-type'), first.headers.get('x-accel-buffering')]).toEqual([200, 'text/event-stream; charset=utf-8', 'no']);
  const events = eventsIn(first.text);
  const end = events.at(-1);
  expect(events.length).toBeGreaterThan(2);
  expect(end).toMatchObject({ type: 'end', answer: { text: 'Rain fell on the old town, and nobody minded.', isCached: false } });
  expect(wordsIn(events)).toBe('Rain fell on the old town, and nobody minded.');
  const again = eventsIn((await stream({ temperature: 0 })).text);
  expect([wordsIn(again), again.at(-1)]).toMatchObject([wordsIn(events), { type: 'end', answer: { isCached: true } }]);
  expect(asked() - before).toBe(1);
});

test('what breaks after the first words is said inside; before them, it is an error as any other', async () => {
  gateway.fake.say('Once upon a time');
  gateway.fake.fault({ kind: 'stream-error' });
  const broken = eventsIn((await stream()).text);
  expect(broken.at(-1)).toMatchObject({ type: 'error', error: { code: 'tasks.unknown', message: expect.any(String) } });
  gateway.fake.fault({ kind: 'status', status: 401 });
  const denied = await stream();
  expect([denied.status >= 400, denied.headers.get('content-type'), (denied.body as { error: { code: string } }).error.code]).toEqual([true, 'application/json; charset=utf-8', expect.stringMatching(/^studio\./)]);
});

test('whoever leaves in the middle stops the model', async () => {
  gateway.fake.say('word '.repeat(3000));
  const gone = gateway.fake.abandoned();
  const leaving = new AbortController();
  const reply = await fetch(new URL(PATH, gateway.server.url), { method: 'POST', signal: leaving.signal, headers: { ...gateway.me.headers, 'content-type': 'application/json' }, body: JSON.stringify(BODY) });
  await reply.body?.getReader().read();
  leaving.abort();
  await eventually('the provider hears of it', () => gateway.fake.abandoned() > gone);
});
