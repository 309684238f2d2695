/** Google Gemini by its developer API: words, and pictures by the models that draw. */
import type { Endpoint, OpenProvider, ProviderKind, ProviderTools } from '../../../ports/provider.ts';
import { openWire } from '../wire/wire.ts';
import { geminiImages } from './gemini-images.ts';
import { imageModelOf, listed, textModelOf, type Listed } from './gemini-models.ts';
import { readGeminiRefusal } from './gemini-refusal.ts';
import { GeminiSettings } from './gemini-settings.ts';
import { geminiText } from './gemini-text.ts';

export const geminiProvider: ProviderKind<GeminiSettings> = {
  kind: 'gemini', title: 'Google Gemini', bills: true, defaultUrl: 'https://generativelanguage.googleapis.com/v1beta',
  secrets: [{ name: 'apiKey', isRequired: true }], settings: GeminiSettings, open,
};

function open({ url, secrets, settings }: Endpoint<GeminiSettings>, tools: ProviderTools): OpenProvider {
  const key = secrets['apiKey'] ?? '';
  const wire = openWire({ url, tools, bills: true, secretsToMask: [key].filter(Boolean), readRefusal: readGeminiRefusal, headers: () => ({ 'x-goog-api-key': key }) });
  const context = { wire, settings };
  const those = <Model>(read: (one: Listed, by: GeminiSettings) => Model | undefined) =>
    async (signal: AbortSignal) => (await listed(wire, signal)).map((one) => read(one, settings)).filter((model) => model !== undefined);
  return {
    image: geminiImages(context, those(imageModelOf)),
    text: geminiText(context, those(textModelOf)),
    async check(signal) {
      await wire.getJson('/models', { call: { signal }, query: { pageSize: 1 } });
      return {};
    },
  };
}
