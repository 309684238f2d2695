/** The server of stable-diffusion.cpp by its native jobs: one model, chosen when it is started. */
import { z } from 'zod';
import type { ImageAnswer, ImageCall, ImageRequest } from '../../../ports/image-provider.ts';
import type { Endpoint, OpenProvider, ProviderKind, ProviderTools } from '../../../ports/provider.ts';
import { openWire, type Refusal, type RefusalReading, type Wire } from '../wire/wire.ts';
import { cancelJob, jobAnswer } from './sdcpp-job.ts';
import { listImageModels, readCapabilities } from './sdcpp-models.ts';
import { jobBody } from './sdcpp-request.ts';
import { SdcppSettings } from './sdcpp-settings.ts';

export const sdcppProvider: ProviderKind<SdcppSettings> = {
  kind: 'sdcpp', title: 'stable-diffusion.cpp', bills: false, defaultUrl: 'http://127.0.0.1:1234', secrets: [], settings: SdcppSettings, open,
};

type Context = { wire: Wire; tools: ProviderTools; settings: SdcppSettings };

const Accepted = z.object({ id: z.string().min(1).max(200) });
const Said = z.object({ error: z.union([z.string(), z.object({ message: z.string() }).transform(({ message }) => message)]) });

function open({ url, settings }: Endpoint<SdcppSettings>, tools: ProviderTools): OpenProvider {
  const wire = openWire({ url, tools, bills: false, secretsToMask: [], readRefusal });
  const context: Context = { wire, tools, settings };
  return {
    image: {
      listModels: (signal) => listImageModels(wire, settings, signal),
      draw: (request, call) => draw(context, request, call),
      resume: (handle, request, call) => followed(context, handle, { request, call }),
    },
    async check(signal) {
      const { model } = await readCapabilities(wire, signal);
      return { says: model ? `stable-diffusion.cpp, ${model}` : 'stable-diffusion.cpp' };
    },
  };
}

async function draw(context: Context, request: ImageRequest, call: ImageCall): Promise<ImageAnswer> {
  const { json } = await context.wire.postJson('/sdcpp/v1/img_gen', jobBody(request, context.settings), { call, mayBill: true, reads: Accepted });
  await call.onAccepted(json.id).catch(async (error: unknown) => {
    // Nobody would look for it again.
    await cancelJob(context, json.id);
    throw error;
  });
  const answer = await followed(context, json.id, { request, call });
  // It was started anew, or its pictures lay there for longer than it keeps them.
  if (!answer) throw context.wire.fault('down', { code: 'job.gone' });
  return answer;
}

async function followed(context: Context, id: string, { request, call }: { request: ImageRequest; call: ImageCall }): Promise<ImageAnswer | undefined> {
  try {
    return await jobAnswer(context, id, { request, call });
  } catch (error) {
    if (call.signal.aborted) await cancelJob(context, id);
    throw error;
  }
}

function readRefusal({ json }: Refusal): RefusalReading | undefined {
  const body = Said.safeParse(json);
  return body.success ? { said: body.data.error } : undefined;
}
