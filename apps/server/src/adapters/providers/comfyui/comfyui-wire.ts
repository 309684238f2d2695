import { z } from 'zod';
import type { Endpoint, ProviderTools } from '../../../ports/provider.ts';
import { openWire, type Refusal, type RefusalReading, type Wire } from '../wire/wire.ts';
import type { ComfyuiSettings } from './comfyui-settings.ts';

/** The wire to one server. It knows no keys itself; what stands before it may take one as Bearer. */
export function comfyuiWire({ url, secrets }: Endpoint<ComfyuiSettings>, tools: ProviderTools): Wire {
  const key = secrets['key'];
  return openWire({
    url, tools, bills: false, readRefusal, secretsToMask: key ? [key] : [],
    headers: (): Record<string, string> => (key ? { authorization: `Bearer ${key}` } : {}),
  });
}

const Problem = z.object({ type: z.string().nullish(), message: z.string().nullish(), details: z.string().nullish(), extra_info: z.object({ input_name: z.string().nullish() }).nullish().catch(null) });
const Body = z.object({
  error: z.union([Problem, z.string().transform((message) => ({ message, type: undefined, details: undefined }))]),
  node_errors: z.record(z.string(), z.object({ class_type: z.string().nullish(), errors: z.array(Problem).nullish() })).nullish().catch(null),
});
/** Inputs that name what is loaded. */
const LOADED = /^(?:ckpt|unet|model|gguf|diffusion_model)_name$/;

function readRefusal({ json }: Refusal): RefusalReading | undefined {
  const body = Body.safeParse(json);
  if (!body.success) return undefined;
  const { error, node_errors: nodes } = body.data;
  const problems = Object.values(nodes ?? {}).flatMap(({ class_type: node, errors }) => (errors ?? []).map((problem) => ({ node, ...problem })));
  const isNoModel = problems.some(({ type, extra_info: extra }) => type === 'value_not_in_list' && LOADED.test(extra?.input_name ?? ''));
  const [first] = problems;
  const said = first ? `${first.node ?? ''}: ${sentence(first)}` : sentence(error);
  return { said, ...(error.type ? { code: error.type } : {}), ...(isNoModel ? { fault: 'no-model' } : {}) };
}

function sentence({ message, details }: { message?: string | null; details?: string | null }): string {
  return [message, details].filter(Boolean).join(': ');
}
