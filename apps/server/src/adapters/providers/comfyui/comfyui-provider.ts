/** ComfyUI: workflows of the operator, filled in and queued; steps and previews over its socket, the result out of its history. */
import { z } from 'zod';
import type { ImageAnswer, ImageCall, ImageRequest } from '../../../ports/image-provider.ts';
import { ProviderError, type Endpoint, type OpenProvider, type ProviderKind, type ProviderTools } from '../../../ports/provider.ts';
import { answerOf } from './comfyui-answer.ts';
import { openEar } from './comfyui-ear.ts';
import { filledGraph, seedOf } from './comfyui-graph.ts';
import { endOf, type JobContext } from './comfyui-job.ts';
import { modelsOf, workflowFor } from './comfyui-models.ts';
import { readNodes, type ComfyNodes } from './comfyui-nodes.ts';
import { takeBack } from './comfyui-queue.ts';
import { ComfyuiSettings, placeOf, type ComfyWorkflow } from './comfyui-settings.ts';
import { uploadInputs } from './comfyui-upload.ts';
import { comfyuiWire } from './comfyui-wire.ts';

export const comfyuiProvider: ProviderKind<ComfyuiSettings> = {
  kind: 'comfyui', title: 'ComfyUI', bills: false, defaultUrl: 'http://127.0.0.1:8188', secrets: [{ name: 'key', isRequired: false }], settings: ComfyuiSettings, open,
};

const Accepted = z.object({ prompt_id: z.string().min(1).max(200) });
const Stats = z.object({ system: z.object({ comfyui_version: z.string().nullish() }).nullish(), devices: z.array(z.object({ name: z.string().nullish() })).nullish() });

type Context = JobContext & { nodes(signal: AbortSignal): Promise<ComfyNodes> };

function open(endpoint: Endpoint<ComfyuiSettings>, tools: ProviderTools): OpenProvider {
  const { settings } = endpoint;
  const wire = comfyuiWire(endpoint, tools);
  let known: ComfyNodes | undefined;
  const context: Context = { wire, tools, settings, nodes: async (signal) => (known ??= await readNodes(wire, signal)) };
  return {
    image: {
      async listModels(signal) {
        known = await readNodes(wire, signal);
        return modelsOf(settings, known);
      },
      draw: (request, call) => draw(context, request, call),
      resume: (handle, request, call) => resume(context, handle, { request, call }),
    },
    async check(signal) {
      const { json: { system, devices } } = await wire.getJson('/system_stats', { call: { signal }, reads: Stats });
      return { says: ['ComfyUI', system?.comfyui_version].filter(Boolean).join(' ') + (devices?.[0]?.name ? `, ${devices[0].name}` : '') };
    },
  };
}

async function draw(context: Context, request: ImageRequest, call: ImageCall): Promise<ImageAnswer> {
  const { wire, settings } = context;
  const nodes = await context.nodes(call.signal);
  const workflow = workflowFor(request, settings, nodes);
  if (!workflow) throw wire.fault(request.references.length > 0 ? 'invalid' : 'no-model', { code: 'workflow.missing', said: 'No workflow of the settings does this with that model and so many references.' });
  const uploaded = await uploadInputs(wire, request, { slots: workflow.slots, settings, signal: call.signal });
  const seed = request.seed ?? seedOf(call.id);
  const graph = filledGraph(workflow, request, { uploaded, seed, nodes });
  const clientId = call.id.toLowerCase();
  const body = { prompt: graph, client_id: clientId, ...(settings.sendsPromptId ? { prompt_id: clientId } : {}) };

  let promptId = clientId;
  const work: { state: 'unsent' | 'sent' | 'accepted' | 'over' } = { state: 'unsent' };
  const ear = openEar({ ...context, promptId, samplers: samplersOf(workflow), call });
  try {
    await ear.opened;
    const onSending = async () => {
      await call.onSending();
      if (!call.signal.aborted) work.state = 'sent';
    };
    const { json } = await wire.postJson('/prompt', body, { call: { signal: call.signal, onSending }, mayBill: true, reads: Accepted });
    promptId = json.prompt_id;
    work.state = 'accepted';
    ear.rename(promptId);
    await call.onAccepted(promptId);
    const entry = await endOf(context, { promptId, clientId, call, ear });
    work.state = 'over';
    // It was started anew, or somebody took it out of the queue.
    if (!entry) throw wire.fault('down', { code: 'job.gone' });
    await ear.close();
    return await answerOf(context, entry, { request, call, workflow, ...(workflow.slots['seed'] ? { seed } : {}) });
  } catch (error) {
    const { state } = work;
    if (state === 'accepted' || (state === 'sent' && !isRefusal(error))) await takeBack(context, { promptId, clientId }, state === 'sent' ? 3 : 2);
    throw error;
  } finally {
    await ear.close();
  }
}

async function resume(context: Context, handle: string, { request, call }: { request: ImageRequest; call: ImageCall }): Promise<ImageAnswer | undefined> {
  const { settings } = context;
  const workflow = workflowFor(request, settings, await context.nodes(call.signal));
  const ear = openEar({ ...context, promptId: handle, samplers: workflow ? samplersOf(workflow) : [], call });
  const job = { promptId: handle, clientId: handle, call, ear };
  try {
    const entry = await endOf(context, job);
    await ear.close();
    return entry && (await answerOf(context, entry, { request, call, workflow, ...(request.seed === undefined ? {} : { seed: request.seed }) }));
  } catch (error) {
    if (call.signal.aborted) await takeBack(context, job, 2);
    throw error;
  } finally {
    await ear.close();
  }
}

/** Refused before anything was done. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof ProviderError ? error.facts.status ?? 0 : 0;
  return status >= 400 && status < 500;
}

function samplersOf({ slots }: ComfyWorkflow): string[] {
  return (slots['steps'] ?? []).map((place) => placeOf(place).node);
}
