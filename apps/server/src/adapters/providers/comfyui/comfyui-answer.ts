import { z } from 'zod';
import type { ImageAnswer, ImageCall, ImageRequest, ImageSlot, Picture } from '../../../ports/image-provider.ts';
import { ProviderError, type ProviderTools } from '../../../ports/provider.ts';
import { pictureOf } from '../wire/pictures.ts';
import { cleanSaid } from '../wire/said.ts';
import { pixelsFor } from '../wire/sizes.ts';
import type { Wire } from '../wire/wire.ts';
import type { ComfyWorkflow } from './comfyui-settings.ts';

const Stored = z.object({ filename: z.string(), subfolder: z.string().default(''), type: z.string().default('output') });
type Stored = z.infer<typeof Stored>;
export const Entry = z.object({
  outputs: z.record(z.string(), z.object({ images: z.array(Stored).nullish().catch(null) }).catch({})).nullish(),
  status: z.object({ status_str: z.string().nullish(), messages: z.array(z.tuple([z.string()], z.unknown())).nullish().catch(null) }).nullish(),
});
export type Entry = z.infer<typeof Entry>;
const Failure = z.object({ exception_type: z.string().nullish(), exception_message: z.string().nullish(), node_type: z.string().nullish() });

type Context = { wire: Wire; tools: ProviderTools };
/** Before the second and the third try: the picture lies there, and asking again costs nothing. */
const WAITS_MS = [300, 1000];

/** The pictures of a job that has ended, fetched at once. Throws ProviderError when it failed, or there is none. */
export async function answerOf(context: Context, entry: Entry, { request, call, workflow, seed }: { request: ImageRequest; call: ImageCall; workflow: ComfyWorkflow | undefined; seed?: number }): Promise<ImageAnswer> {
  if (entry.status?.status_str === 'error') throw failureOf(context.wire, entry, request);
  const asked = pixelsFor(request.size, request.model.sizes);
  const slots: ImageSlot[] = [];
  for (const stored of picturesIn(entry, workflow?.outputs)) {
    try {
      const picture = pictureOf(await fetched(context, stored, call.signal), { asked });
      // The first of several is drawn from the seed itself, the others from what follows it.
      slots.push({ kind: 'picture', picture, ...(slots.length === 0 && seed !== undefined ? { seed } : {}) });
    } catch (error) {
      if (!(error instanceof ProviderError) || error.fault === 'cancelled') throw error;
      slots.push({ kind: 'fault', fault: error.fault, facts: error.facts });
    }
  }
  if (slots.some(({ kind }) => kind === 'picture')) return { slots };
  const fault = slots.find((slot) => slot.kind === 'fault');
  throw fault ? new ProviderError(fault.fault, fault.facts) : context.wire.fault('empty', { code: 'picture.missing' });
}

/** In the order of nodes: what was saved, or else what was only shown. */
function picturesIn({ outputs }: Entry, nodes: readonly string[] | undefined): Stored[] {
  const all = Object.entries(outputs ?? {}).filter(([node]) => nodes?.includes(node) ?? true)
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).flatMap(([, { images }]) => images ?? []);
  const saved = all.filter(({ type }) => type === 'output');
  return saved.length > 0 ? saved : all;
}

async function fetched({ wire, tools }: Context, { filename, subfolder, type }: Stored, signal: AbortSignal): Promise<Picture['bytes']> {
  for (const wait of [...WAITS_MS, undefined]) {
    try {
      const { bytes } = await wire.getBytes('/view', { call: { signal }, query: { filename, subfolder, type } });
      return bytes;
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.facts.status === 404) throw wire.fault('empty', { code: 'picture.gone', status: 404 });
      if (wait === undefined || (error.fault !== 'down' && error.fault !== 'busy')) throw error;
      await tools.wait(wait, signal).catch(() => undefined);
      if (signal.aborted) throw wire.fault('cancelled');
    }
  }
  throw wire.fault('down');
}

function failureOf(wire: Wire, { status }: Entry, { prompt, negativePrompt }: ImageRequest): ProviderError {
  const said = (event: string): unknown => status?.messages?.findLast(([name]) => name === event)?.[1];
  const failure = Failure.safeParse(said('execution_error'));
  if (!failure.success) return wire.fault('down', { code: said('execution_interrupted') === undefined ? 'job.failed' : 'job.interrupted' });
  const { exception_type: code, exception_message: message, node_type: node } = failure.data;
  const texts = [prompt, negativePrompt ?? ''].filter((text) => text !== '');
  return wire.fault('down', { code: code ?? 'job.failed', said: cleanSaid([node, message].filter(Boolean).join(': '), { secrets: [], texts }) });
}
