/** OpenAI: pictures by GPT image models, words by chat completions. */
import type { Endpoint, OpenProvider, ProviderKind, ProviderTools } from '../../../ports/provider.ts';
import { openWire } from '../wire/wire.ts';
import { openaiText } from './openai-chat.ts';
import { openaiImages } from './openai-images.ts';
import { imageModelOf, listed, textModelOf } from './openai-models.ts';
import { readOpenaiRefusal } from './openai-refusal.ts';
import { OpenaiSettings } from './openai-settings.ts';

export const openaiProvider: ProviderKind<OpenaiSettings> = {
  kind: 'openai', title: 'OpenAI', bills: true, defaultUrl: 'https://api.openai.com/v1', secrets: [{ name: 'apiKey', isRequired: true }], settings: OpenaiSettings, open,
};

function open({ url, secrets, settings }: Endpoint<OpenaiSettings>, tools: ProviderTools): OpenProvider {
  const { organization, project, imageModels, textModels: rows, notText, vision, strict, pictureField } = settings;
  const key = secrets['apiKey'] ?? '';
  const wire = openWire({
    url, tools, bills: true, secretsToMask: [key].filter(Boolean), readRefusal: readOpenaiRefusal,
    headers: () => ({ authorization: `Bearer ${key}`, ...(organization ? { 'openai-organization': organization } : {}), ...(project ? { 'openai-project': project } : {}) }),
  });
  const models = (signal: AbortSignal) => listed(wire, { signal, today: tools.now() });
  const table = { rows, notText, vision, schema: 'strict' as const };
  return {
    image: openaiImages(wire, {
      dialect: { rows: imageModels, pictureField },
      listModels: async (signal) => (await models(signal)).map((one) => imageModelOf(one, imageModels)).filter((one) => one !== undefined),
    }),
    text: openaiText(wire, {
      dialect: { rows, schema: 'strict', strict, tokensField: 'max_completion_tokens', asksForUsage: true },
      listModels: async (signal) => (await models(signal)).map((one) => textModelOf(one, table)).filter((one) => one !== undefined),
    }),
    async check(signal) {
      await models(signal);
      return {};
    },
  };
}
