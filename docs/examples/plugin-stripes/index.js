// @ts-check
import { defineImageProvider, ProviderError } from '@komawari/plugin';
import { z } from 'zod';

/** What the operator may set. Everything has a default, so that nobody must. */
const Settings = z.object({
  stripes: z.int().min(1).max(64).default(8),
  answerTimeoutMs: z.int().min(1000).max(600_000).default(60_000),
});

/** What the model can do: the form shows this and nothing else, and whatever is asked has been held against it. */
const model = /** @type {const} */ ({
  abilities: ['generate'], countMax: 4, promptMax: 2000, seedMax: 2 ** 31 - 1, mask: false, progress: 'share',
  sizes: { kind: 'free', multipleOf: 8, sideMin: 64, sideMax: 1024, areaMin: 64 * 64, areaMax: 1024 * 1024, aspectMax: 4, resolutions: ['512', '1K'] },
});

export default defineImageProvider({
  kind: 'example-stripes', title: 'Stripes (example)', bills: false, defaultUrl: 'http://127.0.0.1:7999',
  secrets: [{ name: 'apiKey', isRequired: false }],
  settings: Settings,

  open({ url, secrets, settings }, { web }) {
    /** Asks the server. All that goes wrong is told in the terms of `ProviderError`; what `web` throws needs no words of ours. */
    async function ask(/** @type {string} */ path, /** @type {AbortSignal} */ signal, /** @type {object | undefined} */ body = undefined) {
      const answer = await web.fetch(url + path, {
        method: body ? 'POST' : 'GET', signal, headTimeoutMs: settings.answerTimeoutMs, idleTimeoutMs: 30_000, bytesMax: 32_000_000,
        headers: { 'content-type': 'application/json', ...(secrets.apiKey ? { authorization: `Bearer ${secrets.apiKey}` } : {}) },
        body: body && JSON.stringify(body),
      });
      const text = new TextDecoder().decode(await answer.bytes());
      const { status } = answer;
      if (status === 401) throw new ProviderError('denied', { status, said: text });
      if (status === 429) throw new ProviderError('busy', { status, retryAfterMs: 1000 * Number(answer.headers.get('retry-after') ?? 5) });
      if (status >= 500) throw new ProviderError('down', { status, said: text });
      if (status !== 200) throw new ProviderError('invalid', { status, said: text });
      return JSON.parse(text);
    }

    return {
      async check(signal) {
        const { name, version } = await ask('/about', signal);
        return { says: `${name} ${version}` };
      },

      async listModels(signal) {
        const { models } = await ask('/about', signal);
        return models.map((/** @type {{ id: string, name: string }} */ { id, name }) => ({ id, name, ...model, settings: [] }));
      },

      async draw({ model, prompt, size, count, seed = 0 }, call) {
        const { width, height } = pixelsOf(size);
        /** @type {import('@komawari/plugin').ImageSlot[]} */
        const slots = [];
        for (let slot = 0; slot < count; slot += 1) {
          // Right before a request leaves that costs something. This server is free; it is here so that nobody forgets it where one is not.
          await call.onSending();
          const { png } = await ask('/draw', call.signal, { model: model.id, prompt, width, height, seed: seed + slot, stripes: settings.stripes });
          slots.push({ kind: 'picture', picture: { bytes: Buffer.from(png, 'base64'), mediaType: 'image/png' }, seed: seed + slot });
          call.onProgress?.({ share: (slot + 1) / count });
        }
        return { slots };
      },
    };
  },
});

/** A ratio such as `16:9` has no pixels yet: these have about its shape, and are what the server takes. */
function pixelsOf(/** @type {import('@komawari/plugin').AskedSize} */ size) {
  if ('width' in size) return size;
  const [wide = 1, high = 1] = size.ratio.split(':').map(Number);
  const side = size.resolution === '512' ? 512 : 1024;
  const eighths = (/** @type {number} */ length) => Math.max(64, 8 * Math.floor((side * length) / Math.max(wide, high) / 8));
  return { width: eighths(wide), height: eighths(high) };
}
