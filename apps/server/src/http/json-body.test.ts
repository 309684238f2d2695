import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { toAppError } from './error-map.ts';
import { readJson } from './json-body.ts';

const server = Fastify({ bodyLimit: 4_000_000 });
readJson(server);
server.setErrorHandler((error, _request, reply) => void reply.code(toAppError(error).status).send(toAppError(error).code));
server.post('/', async (request) => request.body);
server.post('/taken', async () => 'taken');
const send = (body: string) => server.inject({ method: 'POST', url: '/', body, headers: { 'content-type': 'application/json' } });

/** In the middle of a body, where a list of many small things stands. */
const padded = (middle: string) => `{"a":[${middle}],"b":"${'é'.repeat(100_000)}"}`;

test('small and large bodies are read alike', async () => {
  for (const body of ['{"a":[1,{"b":null}]}', padded('1,{"b":null}'), padded(Array.from({ length: 9000 }, (_, i) => `{"id":"p${i}"}`).join())]) expect((await send(body)).json()).toEqual(JSON.parse(body));
});

test('what is no JSON is refused, small or large', async () => {
  for (const body of ['', '{"a":', padded('1,,2'), `${padded('1')}x`, padded('1').slice(0, -1)]) {
    const { statusCode, body: code } = await send(body);
    expect([statusCode, code]).toEqual([400, 'request.not-json']);
  }
});

test('a member called __proto__ is refused in every spelling and size', async () => {
  for (const name of ['__proto__', '\\u005f_pr\\u006fto__']) for (const body of [`{"a":{"${name}":1}}`, padded(`{"${name}" :{"b":1}}`)]) expect((await send(body)).body).toBe('request.not-json');
  expect((await send(padded('"__proto__"'))).statusCode).toBe(200);
});

test('nobody waits for a body of millions of small things', async () => {
  const shapes = Array.from({ length: 300_000 }, (_, i) => `{"k${i}":1}`);
  for (const body of [padded(shapes.join()), `{${Array.from({ length: 250_000 }, (_, i) => `"k${i}":1`).join()}}`, `${'['.repeat(100_000)}${']'.repeat(100_000)}`]) {
    expect((await send(body)).statusCode).toBe(413);
  }
  const fair = padded(Array.from({ length: 15 }, (_, i) => `[${shapes.slice(i * 9000, (i + 1) * 9000).join()}]`).join());
  const start = process.threadCpuUsage();
  JSON.parse(fair);
  const atOnce = spentSince(start);
  let [last, longest, isOver] = [process.threadCpuUsage(), 0, false];
  // How much this process works between two looks at who else waits.
  const look = () => {
    longest = Math.max(longest, spentSince(last));
    last = process.threadCpuUsage();
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  const reply = await server.inject({ method: 'POST', url: '/taken', body: fair, headers: { 'content-type': 'application/json' } });
  isOver = true;
  expect(reply.body).toBe('taken');
  expect(longest).toBeLessThan(atOnce / 2);
});

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}
