/** The visual service of Volcengine: Jimeng's pictures, as tasks that are submitted and looked after, signed with a pair of keys. */
import { z } from 'zod';
import type { ImageModel } from '@komawari/contract';
import type { ImageAnswer, ImageCall, ImageRequest } from '../../../ports/image-provider.ts';
import { ProviderError, type Endpoint, type OpenProvider, type ProviderKind, type ProviderTools } from '../../../ports/provider.ts';
import { pixelsFor } from '../wire/sizes.ts';
import { VisualSettings, type VisualModel } from './visual-settings.ts';
import { earlierTask, lookAt, ownTask, type Context } from './visual-task.ts';
import { actionPath, Outer, readingOfCode, SUCCESS, visualWire, withoutPrompt } from './visual-wire.ts';

export const volcengineVisualProvider: ProviderKind<VisualSettings> = {
  kind: 'volcengine-visual', title: 'Volcengine Visual (Jimeng)', bills: true, defaultUrl: 'https://visual.volcengineapi.com',
  secrets: [{ name: 'accessKey', isRequired: true }, { name: 'secretKey', isRequired: true }, { name: 'sessionToken', isRequired: false }],
  settings: VisualSettings, open,
};

const Submitted = Outer.extend({ data: z.object({ task_id: z.string().min(1).max(200).nullish() }).nullish() });

function open(endpoint: Endpoint<VisualSettings>, tools: ProviderTools): OpenProvider {
  const context: Context = { wire: visualWire(endpoint, tools), tools, settings: endpoint.settings };
  return {
    image: {
      listModels: async () => endpoint.settings.models.map(modelOf),
      draw: (request, call) => draw(context, request, call),
      resume: (handle, request, call) => earlierTask(context, handle, { request, call }),
    },
    check: (signal) => check(context, signal),
  };
}

async function draw(context: Context, request: ImageRequest, call: ImageCall): Promise<ImageAnswer> {
  const { wire, settings } = context;
  const { json } = await wire.postJson(actionPath(settings.submitAction, settings), taskBody(request, settings), { call, mayBill: true, reads: Submitted });
  if (json.code !== SUCCESS) {
    const { fault, ...facts } = readingOfCode(json);
    throw withoutPrompt(wire.fault(fault, facts), request.prompt);
  }
  const taskId = json.data?.task_id;
  if (!taskId) throw wire.lost({ mayBill: true }, { code: 'answer.unreadable' });
  await call.onAccepted(taskId);
  return ownTask(context, taskId, { request, call });
}

function taskBody(request: ImageRequest, { models }: VisualSettings): Record<string, unknown> {
  const row = models.find(({ id }) => id === request.model.id);
  if (!row) throw new ProviderError('no-model', { code: 'model.not-listed' });
  return {
    req_key: row.id, prompt: request.prompt, ...pixelsFor(request.size, row.sizes),
    ...(row.forcesSingle ? { force_single: true } : {}), ...(row.seed && request.seed !== undefined ? { seed: request.seed } : {}),
  };
}

/** Looks for a task that is not there: only one who is let in is told so. */
async function check(context: Context, signal: AbortSignal): Promise<{ says?: string }> {
  try {
    await lookAt(context, '0', { reqKey: context.settings.models[0]?.id ?? '', signal });
  } catch (error) {
    // A refusal in the service's own numbers comes from behind the gate.
    if (!(error instanceof ProviderError) || error.fault !== 'invalid' || !/^\d+$/.test(error.facts.code ?? '')) throw error;
  }
  return { says: 'Volcengine Visual' };
}

/** Pictures go in by address alone, and the service reaches no private server: so none do. */
function modelOf({ id, name, sizes, promptMax, seed, price, endsAt }: VisualModel): ImageModel {
  return {
    id, name, abilities: ['generate'], sizes, countMax: 1, promptMax, ...(seed ? { seedMax: 2_147_483_647 } : {}), mask: false, progress: 'none', settings: [],
    ...(price ? { price } : {}), ...(endsAt === undefined ? {} : { endsAt }),
  };
}
