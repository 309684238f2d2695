/** AUTOMATIC1111 and Forge under `--api`: blocking requests, one card, progress and previews by asking. */
import type { ImageAnswer, ImageCall, ImageProvider, ImageRequest } from '../../../ports/image-provider.ts';
import type { ModelHost } from '../../../ports/model-host.ts';
import type { Endpoint, OpenProvider, ProviderKind, ProviderTools } from '../../../ports/provider.ts';
import type { Wire } from '../wire/wire.ts';
import { answerOf, Drawn, slotsOf, Upscaled } from './a1111-answer.ts';
import { chosenTitle, findFlavour, listCheckpoints, listImageModels, type Flavour } from './a1111-models.ts';
import { requestBody } from './a1111-request.ts';
import { A1111Settings } from './a1111-settings.ts';
import { follow, interrupt } from './a1111-task.ts';
import { a1111Wire, tell } from './a1111-wire.ts';

export const a1111Provider: ProviderKind<A1111Settings> = {
  kind: 'a1111', title: 'AUTOMATIC1111 / Forge', bills: false, defaultUrl: 'http://127.0.0.1:7860',
  /** `user:password`, as `--api-auth` has it. */
  secrets: [{ name: 'login', isRequired: false }],
  settings: A1111Settings, open,
};

type Context = { wire: Wire; tools: ProviderTools; settings: A1111Settings };

function open(endpoint: Endpoint<A1111Settings>, tools: ProviderTools): OpenProvider {
  const { settings } = endpoint;
  const wire = a1111Wire(endpoint, tools);
  const context: Context = { wire, tools, settings };
  let known: Flavour | undefined = settings.flavour === 'auto' ? undefined : settings.flavour;
  const flavour = async (signal: AbortSignal) => (known ??= await findFlavour(wire, signal));
  const image: ImageProvider = {
    listModels: async (signal) => listImageModels(wire, { settings, flavour: await flavour(signal), signal }),
    draw: (request, call) => draw(context, request, call),
    /** The pictures of a request whose caller went away are nowhere: the card is freed of it, and it must be drawn again. */
    async resume(handle) {
      await interrupt(context, handle);
      return undefined;
    },
  };
  return {
    image, host: hostOf(context),
    async check(signal) {
      const chosen = await chosenTitle(wire, signal);
      const name = await flavour(signal) === 'forge' ? 'Forge' : 'AUTOMATIC1111';
      return { says: chosen ? `${name}, ${chosen}` : name };
    },
  };
}

async function draw(context: Context, request: ImageRequest, call: ImageCall): Promise<ImageAnswer> {
  const { wire, settings } = context;
  const taskId = `task(${call.id})`;
  const { path, body } = requestBody(request, { settings, taskId });
  const ask = { mayBill: true, limits: { headTimeoutMs: settings.answerTimeoutMs } };
  let isSent = false;
  const onSending = async () => {
    await call.onSending();
    isSent = !call.signal.aborted;
  };
  if (request.ability === 'upscale') {
    const { json } = await wire.postJson(path, body, { ...ask, call: { signal: call.signal, onSending }, reads: Upscaled });
    return slotsOf([json.image], request);
  }
  const over = new AbortController();
  const signal = AbortSignal.any([call.signal, over.signal]);
  const following = settings.progress === 'none' ? Promise.resolve() : follow(context, { taskId, call, count: request.count, signal: over.signal });
  // What the caller's own functions throw ends the request too.
  const spoilt = following.then(() => new Promise<never>(() => undefined));
  try {
    const { json } = await Promise.race([wire.postJson(path, body, { ...ask, call: { signal, onSending }, reads: Drawn }), spoilt]);
    return answerOf(json, request);
  } finally {
    over.abort();
    await following.catch(() => undefined);
    if (call.signal.aborted && isSent) await interrupt(context, taskId);
  }
}

/** The server tells neither the size of its models nor what they take of its memory. */
function hostOf({ wire, settings }: Context): ModelHost {
  return {
    async listHosted(signal) {
      const [checkpoints, chosen] = await Promise.all([listCheckpoints(wire, signal), chosenTitle(wire, signal)]);
      return checkpoints.map(({ id, title }) => ({ id, sizeBytes: 0, ...(title === chosen || id === chosen ? { loaded: { memoryBytes: 0 } } : {}) }));
    },
    load: (model, signal) => tell(wire, '/sdapi/v1/options', { sd_model_checkpoint: model }, { call: { signal }, limits: { headTimeoutMs: settings.answerTimeoutMs } }),
    unload: (_, signal) => tell(wire, '/sdapi/v1/unload-checkpoint', {}, { call: { signal }, limits: { headTimeoutMs: settings.answerTimeoutMs } }),
  };
}
