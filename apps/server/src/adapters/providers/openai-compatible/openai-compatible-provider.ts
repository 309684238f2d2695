/**
 * Servers that speak as OpenAI does. Whether a lost answer may have cost something is not on the wire: so there are two kinds. One that is
 * paid, or may be: nothing that was lost is sent again by itself. And one that runs on a machine of one's own and costs nothing.
 */
import { ProviderError } from '../../../ports/provider-error.ts';
import type { Endpoint, OpenProvider, ProviderKind, ProviderTools } from '../../../ports/provider.ts';
import { openaiText } from '../openai/openai-chat.ts';
import { openaiImages } from '../openai/openai-images.ts';
import { imageModelOf, listed, textModelOf, type Listed } from '../openai/openai-models.ts';
import { readOpenaiRefusal } from '../openai/openai-refusal.ts';
import { openWire, type Wire } from '../wire/wire.ts';
import { OpenaiCompatibleSettings } from './openai-compatible-settings.ts';

const COMMON = { secrets: [{ name: 'apiKey', isRequired: false }], settings: OpenaiCompatibleSettings } as const;

/** A router or hosted service: OpenRouter and the like. */
export const openaiCompatibleProvider: ProviderKind<OpenaiCompatibleSettings> = {
  ...COMMON, kind: 'openai-compatible', title: 'OpenAI-compatible service', bills: true, open: (endpoint, tools) => open(endpoint, tools, true),
};

/** vLLM, LM Studio, llama.cpp and the like. */
export const openaiLocalProvider: ProviderKind<OpenaiCompatibleSettings> = {
  ...COMMON, kind: 'openai-local', title: 'OpenAI-compatible server of one\'s own (vLLM, LM Studio)', bills: false, defaultUrl: 'http://127.0.0.1:8000/v1', open: (endpoint, tools) => open(endpoint, tools, false),
};

function open({ url, secrets, settings }: Endpoint<OpenaiCompatibleSettings>, tools: ProviderTools, bills: boolean): OpenProvider {
  const { imageModels, textModels: rows, notText, vision, schema, strict, tokensField, asksForUsage, pictureField, responseFormat, pricesIn, answerTimeoutMs } = settings;
  const limits = { headTimeoutMs: answerTimeoutMs, idleTimeoutMs: answerTimeoutMs };
  const key = secrets['apiKey'] ?? '';
  const wire = openWire({
    url, tools, bills, secretsToMask: [key].filter(Boolean), readRefusal: readOpenaiRefusal,
    headers: (): Record<string, string> => (key ? { authorization: `Bearer ${key}` } : {}),
  });
  const models = (signal: AbortSignal) => listedOrTold(wire, settings, { signal, today: tools.now() });
  const table = { rows, notText, vision, schema, pricesIn };
  const image = openaiImages(wire, {
    dialect: { rows: imageModels, pictureField, responseFormat, limits },
    listModels: async (signal) => (await models(signal)).map((one) => imageModelOf(one, imageModels)).filter((one) => one !== undefined),
  });
  return {
    ...(imageModels.length > 0 ? { image } : {}),
    text: openaiText(wire, {
      dialect: { rows, schema, strict, tokensField, asksForUsage, limits },
      async listModels(signal) {
        const words = (await models(signal)).filter((one) => !imageModelOf(one, imageModels));
        return words.map((one) => textModelOf(one, table)).filter((one) => one !== undefined);
      },
    }),
    async check(signal) {
      await models(signal);
      return {};
    },
  };
}

/** A server without a list of models has those that the operator named in full. */
async function listedOrTold(wire: Wire, { imageModels, textModels }: OpenaiCompatibleSettings, asked: { signal: AbortSignal; today: Date }): Promise<Listed[]> {
  const told = [...new Set([...imageModels, ...textModels].map(({ id }) => id).filter((id) => !id.includes('*')))];
  try {
    return await listed(wire, asked);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.facts.status !== 404 || told.length === 0) throw error;
    return told.map((id) => ({ id, shutdown_date: undefined, max_model_len: undefined, context_length: undefined, supported_parameters: undefined }));
  }
}
