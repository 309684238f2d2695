/** MiniMind's `serve_openai_api.py`: one route, one model, and nothing that tells of either. */
import type { TextModel } from '@komawari/contract';
import { z } from 'zod';
import { ProviderError, type Endpoint, type OpenProvider, type ProviderKind, type ProviderTools } from '../../../ports/provider.ts';
import { openWire, type Refusal, type RefusalReading } from '../wire/wire.ts';
import { answerOf } from './minimind-answer.ts';
import { chatBody } from './minimind-request.ts';
import { MinimindSettings } from './minimind-settings.ts';

export const minimindProvider: ProviderKind<MinimindSettings> = {
  kind: 'minimind', title: 'MiniMind', bills: false, defaultUrl: 'http://127.0.0.1:8998', secrets: [], settings: MinimindSettings, open,
};

const ROUTE = '/v1/chat/completions';

function open({ url, settings }: Endpoint<MinimindSettings>, tools: ProviderTools): OpenProvider {
  const wire = openWire({ url, tools, bills: false, secretsToMask: [], readRefusal });

  /** It has no route for this: the one that it has says that it takes nothing but POST. */
  async function check(signal: AbortSignal): Promise<{ says?: string }> {
    const refused = await wire.getJson(ROUTE, { call: { signal } }).then(() => undefined, (error: unknown) => error);
    if (refused instanceof ProviderError && refused.facts.status === 405) return { says: settings.name };
    throw refused ?? wire.fault('invalid', { code: 'answer.unexpected', said: 'It answers, but not as MiniMind does.' });
  }

  return {
    check,
    text: {
      /** Of a server that is not there, none. */
      async listModels(signal) {
        await check(signal);
        return [modelOf(settings)];
      },
      async write(request, call) {
        const body = chatBody(request, settings);
        return answerOf(await wire.stream(ROUTE, body, { call, mayBill: true }), { wire, call, body, hasTools: 'tools' in body });
      },
    },
  };
}

function modelOf({ model, name, contextTokens, answerTokensMax, tools, thinks }: MinimindSettings): TextModel {
  return { id: model, name, ...(contextTokens === undefined ? {} : { contextTokens }), answerTokensMax, streams: true, schema: false, tools, seed: false, thinks };
}

const Detail = z.object({ detail: z.union([
  z.string(),
  z.array(z.object({ loc: z.array(z.union([z.string(), z.number()])).default([]), msg: z.string() })).transform((list) => list.map(({ loc, msg }) => `${loc.slice(1).join('.')}: ${msg}`).join('; ')),
]) });

function readRefusal({ json }: Refusal): RefusalReading | undefined {
  const body = Detail.safeParse(json);
  return body.success ? { said: body.data.detail } : undefined;
}
