/** Volcengine Ark: pictures by the Seedream and SeedEdit families, words by Doubao. One request, one answer: nothing can be looked for later. */
import type { ImageAnswer, ImageCall, ImageRequest } from '../../../ports/image-provider.ts';
import { ProviderError, type Endpoint, type OpenProvider, type ProviderKind, type ProviderTools } from '../../../ports/provider.ts';
import type { TextAnswer, TextCall, TextRequest } from '../../../ports/text-provider.ts';
import type { Wire } from '../wire/wire.ts';
import { answerOf as wordsOf, answerOfChunks, Said } from './ark-chat-answer.ts';
import { chatBody } from './ark-chat-request.ts';
import { answerOf, answerOfEvents, Made } from './ark-image-answer.ts';
import { groupOf, imageBody } from './ark-image-request.ts';
import { imageModelOf, textModelOf } from './ark-models.ts';
import { ArkSettings } from './ark-settings.ts';
import { arkWire } from './ark-wire.ts';

export const arkProvider: ProviderKind<ArkSettings> = {
  kind: 'ark', title: 'Volcengine Ark', bills: true, defaultUrl: 'https://ark.cn-beijing.volces.com/api/v3',
  secrets: [{ name: 'apiKey', isRequired: true }], settings: ArkSettings, open,
};

type Context = { wire: Wire; settings: ArkSettings };

function open({ url, secrets, settings }: Endpoint<ArkSettings>, tools: ProviderTools): OpenProvider {
  const wire = arkWire(url, secrets['apiKey'] ?? '', tools);
  const context: Context = { wire, settings };
  return {
    image: { listModels: async () => settings.imageModels.map((row) => imageModelOf(row, settings)), draw: (request, call) => draw(context, request, call) },
    text: { listModels: async () => settings.textModels.map((row) => textModelOf(row, settings)), write: (request, call) => write(context, request, call) },
    check: (signal) => check(context, signal),
  };
}

async function draw({ wire, settings }: Context, request: ImageRequest, call: ImageCall): Promise<ImageAnswer> {
  const row = rowOf(settings.imageModels, request.model.id);
  const count = groupOf(request, row, settings);
  const drawing = { wire, request, call, count };
  const body = imageBody(request, row, settings);
  const isStreamed = count > 1 && row.streams;
  const ask = askOf(settings, call, settings.answersAs === 'base64' ? 72 * Math.min(count, isStreamed ? count : 3) : 0);
  if (isStreamed) return answerOfEvents(await wire.stream('/images/generations', body, ask), drawing);
  const { json } = await wire.postJson('/images/generations', body, { ...ask, reads: Made });
  return answerOf(json, drawing);
}

async function write({ wire, settings }: Context, request: TextRequest, call: TextCall): Promise<TextAnswer> {
  const row = rowOf(settings.textModels, request.model.id);
  const writing = { wire, request, call };
  const isStreamed = call.onPiece !== undefined;
  const body = chatBody(request, row, { settings, isStreamed });
  if (isStreamed) return answerOfChunks(await wire.stream('/chat/completions', body, askOf(settings, call)), writing);
  const { json } = await wire.postJson('/chat/completions', body, { ...askOf(settings, call), reads: Said });
  return wordsOf(json, writing);
}

/** A server that has no such list has still taken the key, as far as it tells. */
async function check({ wire, settings }: Context, signal: AbortSignal): Promise<{ says?: string }> {
  try {
    const { discard } = await wire.stream(settings.checkPath, undefined, { call: { signal }, limits: { headTimeoutMs: 30_000, idleTimeoutMs: 30_000 } });
    await discard();
  } catch (error) {
    if (!(error instanceof ProviderError) || error.facts.status !== 404) throw error;
  }
  return { says: 'Volcengine Ark' };
}

/** A picture of 50 MB is 72 of base64; in one piece no more is read than a string may hold. */
function askOf({ answerTimeoutMs }: ArkSettings, call: ImageCall | TextCall, megabytes = 0) {
  return { call, mayBill: true, limits: { headTimeoutMs: answerTimeoutMs, bytesMax: Math.max(128, megabytes) * 2 ** 20 }, headers: { 'x-client-request-id': call.id } };
}

/** The operator took it out of the list since. */
function rowOf<Row extends { id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new ProviderError('no-model', { code: 'model.not-listed' });
  return row;
}
