import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { fullName, type OllamaModel } from './ollama-models.ts';
import type { OllamaHost } from './ollama-host.ts';
import { OllamaRefusal } from './ollama-refusal.ts';
import { nameIn, type Json } from './ollama-request.ts';
import type { Reply } from './reply.ts';

type PullLine = { status: string; digest?: string; total?: number; completed?: number } | { error: string };

/** How many lines tell of one layer while it comes. */
const STEPS = 4;

/** What was fetched stays when the caller goes away; the next pull goes on from there. */
export async function pull(host: OllamaHost, body: Json, reply: Reply, { fault, stepMs }: { fault: Fault | undefined; stepMs: number }): Promise<void> {
  if (fault?.kind === 'empty') throw new Error('a pull has no empty success');
  const name = nameIn(body);
  const model = host.registry.get(fullName(name));
  const isBroken = fault?.kind === 'stream-error';
  if (body['stream'] !== false) return reply.stream('application/x-ndjson', ndjson(linesOf(host, model, isBroken)), stepMs);
  for (const line of linesOf(host, model, isBroken)) {
    if ('error' in line) throw new OllamaRefusal(500, line.error);
    if (stepMs > 0) await sleep(stepMs);
    if (reply.isLeft) return;
  }
  await reply.answer({ headers: { 'content-type': 'application/json; charset=utf-8' }, body: { status: 'success' } });
}

/** Done as it is read: a reader that stops leaves a half layer behind. */
function* linesOf(host: OllamaHost, model: OllamaModel | undefined, isBroken: boolean): Generator<PullLine> {
  yield { status: 'pulling manifest' };
  if (!model) return yield { error: 'pull model manifest: file does not exist' };
  for (const layer of model.layers) {
    if (isBroken && layer === model.layers[1]) return yield { error: 'max retries exceeded: unexpected EOF' };
    yield* layerLines(host, layer);
  }
  yield { status: 'verifying sha256 digest' };
  yield { status: 'writing manifest' };
  host.installed.set(model.name, model);
  yield { status: 'success' };
}

/** `completed` is left out while it is 0. */
function* layerLines({ fetchedBytes }: OllamaHost, { digest, sizeBytes: total }: OllamaModel['layers'][number]): Generator<PullLine> {
  const line = () => {
    const completed = fetchedBytes.get(digest) ?? 0;
    return { status: `pulling ${digest.slice(7, 19)}`, digest, total, ...(completed > 0 ? { completed } : {}) };
  };
  yield line();
  while ((fetchedBytes.get(digest) ?? 0) < total) {
    fetchedBytes.set(digest, Math.min(total, (fetchedBytes.get(digest) ?? 0) + Math.ceil(total / STEPS)));
    yield line();
  }
}

function* ndjson(lines: Iterable<PullLine>): Generator<string> {
  for (const line of lines) yield `${JSON.stringify(line)}\n`;
}
