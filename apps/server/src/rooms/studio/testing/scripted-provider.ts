/** A provider for tests that does as it is told, and counts what it would have billed. It is called so wherever its name is shown. */
import type { ImageModel, TextModel } from '@komawari/contract';
import sharp from 'sharp';
import { z } from 'zod';
import type { ImageAnswer, ImageCall, ImageRequest } from '../../../ports/image-provider.ts';
import type { TextAnswer, TextCall, TextRequest } from '../../../ports/text-provider.ts';
import { ProviderError, type OpenProvider, type ProviderErrorFacts, type ProviderFault, type ProviderKind } from '../../../ports/provider.ts';

export type Act = 'picture' | 'hangs' | ProviderFault;

export const SCRIPTED_MODEL: ImageModel = {
  id: 'scripted', name: 'Scripted', abilities: ['generate', 'vary'], countMax: 1, promptMax: 4000, mask: false, progress: 'share', settings: [], seedMax: 2 ** 31 - 1, strength: { min: 0, max: 1, step: 0.01, default: 0.6 },
  sizes: { kind: 'free', multipleOf: 8, sideMin: 8, sideMax: 2048, areaMin: 64, areaMax: 4_194_304, aspectMax: 4, resolutions: ['1K'] },
  references: { countMax: 1, bytesMax: 10_000_000, pixelsMax: 16_000_000, mediaTypes: ['image/png'] },
};

export const SCRIPTED_WRITER: TextModel = { id: 'scripted-words', name: 'Scripted words', streams: false, schema: true, tools: false, seed: false, thinks: false };

const FAULTS: readonly string[] = ['unknown', 'down', 'refused', 'busy', 'denied', 'exhausted', 'empty', 'invalid', 'no-model', 'cancelled'] satisfies ProviderFault[];

export type Script = {
  kind: ProviderKind;
  /** By the words of the prompt; a picture unless told. Each is taken once. */
  acts: Map<string, Act[]>;
  /** What becomes of requests whose words are not known before. */
  actOf?: ((request: ImageRequest) => Act | undefined) | undefined;
  /** What it writes, or a fault; billed like a picture. */
  writes?: ((request: TextRequest) => string | ProviderFault) | undefined;
  told: TextRequest[];
  /** What is known of a fault, beside what it says. */
  facts?: ProviderErrorFacts | undefined;
  billed: number;
  asked: ImageRequest[];
  /** What was made under a handle, as the provider keeps it. */
  kept: Map<string, ImageAnswer>;
  givesHandles: boolean;
};

export function scriptProvider(options: { kind?: string; bills?: boolean } = {}): Script {
  const script: Script = { acts: new Map(), billed: 0, asked: [], told: [], kept: new Map(), givesHandles: false, kind: undefined as never };
  const provider: OpenProvider = {
    check: async () => ({ says: 'scripted' }),
    text: { listModels: async () => [SCRIPTED_WRITER], write: (request, call) => words(script, request, call) },
    image: { listModels: async () => [SCRIPTED_MODEL], draw: (request, call) => act(script, request, call), resume: async (handle) => script.kept.get(handle) },
  };
  script.kind = { kind: options.kind ?? 'scripted', title: 'Scripted', bills: options.bills ?? true, secrets: [{ name: 'apiKey', isRequired: false }], settings: z.object({}), open: () => provider };
  return script;
}

async function act(script: Script, request: ImageRequest, call: ImageCall): Promise<ImageAnswer> {
  const does = script.acts.get(request.prompt)?.shift() ?? script.actOf?.(request) ?? 'picture';
  await call.onSending();
  script.asked.push(request);
  const isBilled = ['picture', 'unknown', 'empty', 'hangs'].includes(does);
  if (isBilled) script.billed += 1;
  const answer = await answerTo(request);
  if (isBilled && script.givesHandles) {
    script.kept.set(call.id, answer);
    await call.onAccepted(call.id);
  }
  if (does === 'picture') return answer;
  if (does === 'hangs') await new Promise((_, reject) => call.signal.addEventListener('abort', () => reject(new ProviderError('cancelled')), { once: true }));
  throw new ProviderError(does as ProviderFault, { said: 'as scripted', retryAfterMs: 1, ...script.facts });
}

async function words(script: Script, request: TextRequest, call: TextCall): Promise<TextAnswer> {
  const text = script.writes?.(request) ?? '';
  await call.onSending();
  script.told.push(request);
  if (!FAULTS.includes(text) || text === 'unknown') script.billed += 1;
  if (FAULTS.includes(text)) throw new ProviderError(text as ProviderFault, { said: 'as scripted', retryAfterMs: 1 });
  return { text, toolCalls: [], finish: 'stop' };
}

/** A small picture whose colour is its seed. */
async function answerTo({ seed = 0 }: ImageRequest): Promise<ImageAnswer> {
  const background = { r: seed % 256, g: (seed >> 8) % 256, b: (seed >> 16) % 256 };
  const bytes = new Uint8Array(await sharp({ create: { width: 16, height: 8, channels: 3, background } }).png().toBuffer());
  return { slots: [{ kind: 'picture', picture: { bytes, mediaType: 'image/png' }, seed }] };
}
