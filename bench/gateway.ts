/** Words through the gateway (key, limits, access, holds, the record of calls, shapes) beside the same words asked of the provider directly. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrate } from '../apps/server/src/db/migrate.ts';
import { ensurePostgres } from '../apps/server/src/postgres/ensure-postgres.ts';
import { atMost, median, percentile, report } from './measure.ts';
import { addProvider, configOf, makeKeyHolder, type Door } from './parts/instance.ts';
import { startProgram, type Program } from './parts/program.ts';

/** As a fast provider of today: words begin after a fifth of a second, and come at a hundred pieces a second. */
const HEAD_MS = 200;
const STEP_MS = 10;
const WORDS = 'word'.repeat(50);
const PAIRS = 30;
const WARM = 10;
const MODEL = 'gpt-chat-test';
/** People do not notice a tenth; the machine has other things to do as well. */
const FIRST_MAX = 1.15;
const TOTAL_MAX = 1.1;

const asJson = process.argv.includes('--json');
const dataDir = mkdtempSync(join(tmpdir(), 'koma-bench-'));
const postgres = await ensurePostgres({ dataDir });
const programs: Program[] = [];

type Told = { firstMs: number; totalMs: number; text: string };

try {
  await migrate(postgres.connectionString);
  const config = configOf({ dataDir, databaseUrl: postgres.connectionString });
  const { key } = await makeKeyHolder(config, { email: 'writer@example.test', role: 'owner' });
  const provider = `http://127.0.0.1:${await start('slow-provider.ts', { headMs: HEAD_MS, stepMs: STEP_MS, words: WORDS, answers: (PAIRS + WARM) * 2 })}/v1`;
  const door = { url: `http://127.0.0.1:${await start('whole-web.ts', config)}`, key };
  const ours: Door = { url: `${door.url}/v1`, key };
  const direct: Door = { url: provider, key: 'sk-test' };
  await addProvider(door, { url: provider });
  for (let i = 0; i < WARM; i += 1) for (const way of [ours, direct]) await ask(way);

  const told = { ours: [] as Told[], direct: [] as Told[] };
  for (let i = 0; i < PAIRS; i += 1) {
    for (const who of i % 2 === 0 ? (['ours', 'direct'] as const) : (['direct', 'ours'] as const)) told[who].push(await ask(who === 'ours' ? ours : direct));
  }
  const wrong = [...told.ours, ...told.direct].find(({ text }) => text !== WORDS);
  if (wrong) throw new Error(`an answer is not what was said: ${wrong.text.slice(0, 200)}`);
  const pairs = (what: 'firstMs' | 'totalMs') => ({ ours: median(told.ours.map((one) => one[what])), peer: median(told.direct.map((one) => one[what])), ratio: median(told.ours.map((one, i) => one[what] / (told.direct[i]?.[what] ?? Number.NaN))) });
  const [first, total] = [pairs('firstMs'), pairs('totalMs')];
  report('gateway', [
    atMost('first word', 'ms', first.ours, { name: `the provider asked directly (${HEAD_MS} ms to its first word)`, value: first.peer }, FIRST_MAX, first.ratio),
    atMost('whole answer', 'ms', total.ours, { name: 'directly', value: total.peer }, TOTAL_MAX, total.ratio),
  ], {
    'added to the first word, ms': (first.ours - first.peer).toFixed(1), 'p90 of the first word, ms': percentile(told.ours.map(({ firstMs }) => firstMs), 0.9).toFixed(1), 'p90 directly, ms': percentile(told.direct.map(({ firstMs }) => firstMs), 0.9).toFixed(1), pairs: PAIRS,
  }, asJson);
} finally {
  await Promise.all(programs.map((program) => program.stop()));
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Starts a server of `parts/` and gives its port. */
async function start(file: string, input: object): Promise<number> {
  const program = await startProgram([fileURLToPath(new URL(`./parts/${file}`, import.meta.url)), JSON.stringify(input)], { sign: /is ready on port \d+/ });
  programs.push(program);
  return Number(/port (\d+)/.exec(program.line)?.[1]);
}

async function ask({ url, key }: Door): Promise<Told> {
  const began = performance.now();
  const answer = await fetch(`${url}/chat/completions`, {
    method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify({ model: MODEL, messages: [{ role: 'user', content: 'Tell me a story' }], stream: true }),
  });
  if (!answer.ok || !answer.body) throw new Error(`answered with ${answer.status}: ${await answer.text()}`);
  let [buffered, text, firstMs] = ['', '', 0];
  const decoder = new TextDecoder();
  for await (const bytes of answer.body) {
    buffered += decoder.decode(bytes, { stream: true });
    const lines = buffered.split('\n\n');
    buffered = lines.pop() ?? '';
    for (const line of lines) text += wordsIn(line);
    if (text !== '' && firstMs === 0) firstMs = performance.now() - began;
  }
  return { firstMs, totalMs: performance.now() - began, text };
}

function wordsIn(line: string): string {
  if (!line.startsWith('data: {')) return '';
  return (JSON.parse(line.slice('data: '.length)) as { choices: { delta?: { content?: string | null } }[] }).choices[0]?.delta?.content ?? '';
}
