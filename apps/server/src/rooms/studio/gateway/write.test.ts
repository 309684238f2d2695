import { randomUUID } from 'node:crypto';
import type { ProviderId, TextModel } from '@komawari/contract';
import { bootServer, type BootedServer } from '@komawari/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProviderError, type ProviderFault } from '../../../ports/provider.ts';
import type { TextAnswer, TextCall, TextProvider } from '../../../ports/text-provider.ts';
import type { ReadyTextModel } from './ready-model.ts';
import { openTurns } from './turns.ts';
import { write } from './write.ts';

let server: BootedServer;
beforeAll(async () => { server = await bootServer(); }, 60_000);
afterAll(() => server.close());

const FACTS: TextModel = { id: 'm', name: 'M', streams: true, schema: false, tools: false, seed: false, thinks: false };
const ANSWER: TextAnswer = { text: 'Once upon a time', toolCalls: [], finish: 'stop', usage: { inputTokens: 1000, outputTokens: 501 } };

/** Says some words, then fails or answers. */
class ScriptedWriter implements TextProvider {
  asked = 0;
  readonly does: { says: string[]; fault?: ProviderFault };
  constructor(fault?: ProviderFault, says: string[] = []) { this.does = { says, ...(fault ? { fault } : {}) }; }
  listModels = async () => [FACTS];
  async write(_request: unknown, call: TextCall): Promise<TextAnswer> {
    await call.onSending();
    this.asked += 1;
    for (const text of this.does.says) call.onPiece?.({ kind: 'text', text });
    if (this.does.fault) throw new ProviderError(this.does.fault);
    return ANSWER;
  }
}

function order(...providers: ScriptedWriter[]) {
  const models = providers.map((provider, i): ReadyTextModel => ({
    providerId: `w${i}-${randomUUID()}` as ProviderId, providerName: 'W', bills: true, inFlightMax: 1, model: FACTS, provider, price: { currency: 'EUR', perMillionInputTokensMicros: 2_000_000, perMillionOutputTokensMicros: 8_000_000 },
  }));
  const heard: string[] = [];
  const purposeId = randomUUID();
  const run = () => write({ app: server.app, turns: openTurns({ nowMs: () => 0 }), newCallId: randomUUID }, {
    purposeId, models, signal: new AbortController().signal, requestFor: ({ model }) => ({ model, messages: [{ role: 'user', text: 'A story, please' }] }), onPiece: ({ text }) => { heard.push(text); },
  });
  return { run, heard, calls: () => server.app.client.db.selectFrom('provider_call').select(['state', 'fault', 'cost_micros']).where('task_id', '=', purposeId).orderBy('sent_at').execute() };
}

test('words, what they cost, and no word of them in the record', async () => {
  const { run, heard, calls } = order(new ScriptedWriter(undefined, ['Once ', 'upon a time']));
  expect(await run()).toMatchObject({ modelId: 'm', answer: ANSWER, costMicros: 6008 });
  expect(heard.join('')).toBe('Once upon a time');
  expect(await calls()).toEqual([{ state: 'answered', fault: null, cost_micros: 6008 }]);
  expect(JSON.stringify(await server.app.client.db.selectFrom('provider_call').selectAll().execute())).not.toContain('Once');
});

test.each<[ProviderFault, string[], boolean, string]>([
  ['down', [], true, 'failed'], ['busy', [], true, 'failed'], ['down', ['Once'], false, 'failed'], ['unknown', [], false, 'lost'], ['refused', [], false, 'failed'], ['invalid', [], false, 'failed'],
])('%s after %j: another is asked: %s', async (fault, says, isAsked, state) => {
  const second = new ScriptedWriter();
  const { run, calls } = order(new ScriptedWriter(fault, says), second);
  await run().catch(() => undefined);
  expect([second.asked, (await calls())[0]?.state]).toEqual([isAsked ? 1 : 0, state]);
});

test('nobody to ask is said', async () => {
  await expect(order().run()).rejects.toMatchObject({ code: 'studio.no-provider' });
});
