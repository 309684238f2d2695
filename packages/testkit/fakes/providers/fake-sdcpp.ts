/**
 * The `sd-server` of stable-diffusion.cpp, after its source of 19 August 2026: the OpenAI-like and the A1111-like routes, which block, and
 * the native jobs. One card: all three wait for each other. No key, as the original asks for none.
 *
 * Own faults: of `make` `empty`, `wrong-type`, `bomb`; of native jobs also `task-failed` (accepted, then `failed`) and `expired-address`
 * (drawn, then dropped before it is fetched: 410). Faults of the wire also befall the looking after a job (`poll`), cancelling (`cancel`) and
 * what is listed (`list`) through `faultAt`. A polled 404 or 410 can be had for real: `restart`, `dropEnded`.
 *
 * UNCONFIRMED, and so options: `fallbackSize`, `maxSide`, `maxCount` (blocking routes cut `n` to it, native jobs above it are refused),
 * `maxRefs`, `formats`, `takesDataUrls`, `maskPaints`, `pollUrl`, `capabilities` (its fields are not known). UNCONFIRMED without an
 * option: the words of refusals; unknown samplers, schedulers and LoRAs are refused with 400 everywhere; only `prompt` is needed;
 * `queue_position` counts the jobs that wait before one; `result` and `error` are null until there is one; a job that has ended answers
 * 409 to a cancelling; a cancelling answers with the job; error codes of failed jobs; extra arguments that are no JSON are 400; the
 * first of `image[]` lies under the mask; a caller who leaves stops nothing.
 *
 * Left out: `/vid_gen`, what `hires`, `control_image`, references, LoRAs and `output_compression` do to a picture (checked and kept only).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { FaultPlaces, requireKnown } from './a1111-faults.ts';
import { createLock } from './a1111-lock.ts';
import { paintPicture, spoilt } from './a1111-pictures.ts';
import { startFakeProvider, type Asked, type FakeProvider, type Route } from './fake-provider.ts';
import type { Fault } from './fault.ts';
import type { Answer, Reply } from './reply.ts';
import { SdcppJobs, type SdcppJob } from './sdcpp-jobs.ts';
import { readA1111, readEdits, readGenerations, readNative, SdcppRefusal, type SdcppLimits, type SdcppWork } from './sdcpp-requests.ts';

export type SdcppPlace = 'make' | 'poll' | 'cancel' | 'list';

export type FakeSdcppOptions = Partial<SdcppLimits> & {
  /** The file the server was started with. */
  model?: string;
  /** How long one step of sampling lasts. */
  stepMs?: number;
  maxPending?: number;
  keepMs?: number;
  maskPaints?: 'white' | 'black';
  pollUrl?: 'path' | 'absolute';
  capabilities?: Record<string, unknown>;
};

export type FakeSdcpp = FakeProvider & {
  /** Native jobs that the server still knows. */
  jobs(): readonly SdcppJob[];
  /** All work that was begun, of each family, in order. */
  drawn: readonly SdcppWork[];
  /** As `fault`, for other requests than those for pictures. */
  faultAt(place: SdcppPlace, ...faults: Fault[]): void;
  /** Lets the time of ended jobs be over: they answer 410. */
  dropEnded(): void;
  /** Forgets all jobs, running ones too: their ids answer 404. */
  restart(): void;
};

const LIMITS: SdcppLimits = {
  samplers: ['euler_a', 'euler', 'dpm++2m'], schedulers: ['discrete', 'karras'], loras: ['ink-lines.safetensors'], formats: ['png', 'jpeg', 'webp'],
  fallbackSize: [512, 512], maxSide: 4096, maxCount: 8, maxRefs: 10, steps: 20, takesDataUrls: false,
};
const BLOCKING_FAULTS = ['empty', 'wrong-type', 'bomb'] as const;

export async function startFakeSdcpp(options: FakeSdcppOptions = {}): Promise<FakeSdcpp> {
  const { model = 'ink-and-paper.gguf', stepMs = 0, maxPending = 64, keepMs = 600_000, maskPaints = 'white', pollUrl = 'path', capabilities } = options;
  const limits: SdcppLimits = { ...LIMITS, ...options };
  const locked = createLock();
  const drawn: SdcppWork[] = [];
  let billed = 0;
  let isClosed = false;
  const faults = new FaultPlaces<SdcppPlace>({ make: [...BLOCKING_FAULTS, 'task-failed', 'expired-address'], poll: [], cancel: [], list: [] });

  const draw: Draw = (work, fault, { bill, mayBegin = () => true, isWanted = () => true }) => locked(async () => {
    if (!mayBegin()) return [];
    drawn.push(work);
    for (let step = 0; stepMs > 0 && step < work.steps && !isClosed && isWanted(); step += 1) await sleep(stepMs);
    if (fault?.kind === 'task-failed') throw new SdcppRefusal(500, 'generate_image returned no results');
    const pictures = await Promise.all(Array.from({ length: work.count }, (_, index) => paintPicture({
      width: work.width, height: work.height, index, type: work.format,
      inpaint: work.init && work.mask && { base: work.init.bytes, mask: work.mask.bytes, paints: maskPaints },
    })));
    if (!isWanted()) return [];
    bill(pictures.length);
    return spoilt(pictures, fault);
  });

  const jobs = new SdcppJobs({ maxPending, keepMs, draw: (work, fault, job) => draw(work, fault, { ...job, bill: (units) => { billed += units; } }) });
  const served: Served = { faults, limits, model, draw, jobs, capabilities, pollBase: () => (pollUrl === 'absolute' ? wire.url : '') };
  const wire: FakeProvider = await startFakeProvider({
    refusal: (status, code) => refusalOf(new SdcppRefusal(status, code ?? (status === 404 ? 'not found' : `refused with ${status}`))),
    routes: { ...openAiRoutes(served), ...a1111Routes(served), ...nativeRoutes(served) },
  });
  faults.attach(wire);
  return {
    ...wire, drawn, jobs: () => jobs.all, billed: () => wire.billed() + billed,
    fault: (...more) => { faults.put('make', more); },
    faultAt: (place, ...more) => { faults.put(place, more); },
    dropEnded: () => { jobs.dropEnded(); },
    restart: () => { jobs.forget(); },
    close() {
      isClosed = true;
      jobs.forget();
      return wire.close();
    },
  };
}

type Draw = (work: SdcppWork, fault: Fault | undefined, job: { bill: (units: number) => void; mayBegin?: () => boolean; isWanted?: () => boolean }) => Promise<readonly Buffer[]>;
type Served = { faults: FaultPlaces<SdcppPlace>; limits: SdcppLimits; model: string; draw: Draw; jobs: SdcppJobs; capabilities: Record<string, unknown> | undefined; pollBase: () => string };

function openAiRoutes({ faults, limits, draw }: Served): Record<string, Route> {
  const make = (read: (asked: Asked) => Promise<SdcppWork>) => route(faults, 'make', async (asked, reply, fault) => {
    requireKnown(fault, BLOCKING_FAULTS, asked.path);
    const work = await read(asked);
    const pictures = await draw(work, fault, { bill: (units) => { reply.bill(units); } });
    await reply.answer({ body: { created: 1_787_097_600, output_format: work.format, data: pictures.map((one) => ({ b64_json: one.toString('base64') })) } });
  });
  return {
    'POST /v1/images/generations': make((asked) => readGenerations(parsed(asked), limits)),
    'POST /v1/images/edits': make(async (asked) => readEdits(await parts(asked), limits)),
    'GET /v1/models': route(faults, 'list', (_, reply) => reply.answer({ body: { object: 'list', data: [{ id: 'sd-cpp-local', object: 'model', owned_by: 'local' }] } })),
  };
}

function a1111Routes({ faults, limits, model, draw }: Served): Record<string, Route> {
  const name = model.replace(/\.[a-z]+$/, '');
  const list = (body: unknown) => route(faults, 'list', (_, reply) => reply.answer({ body }));
  const make = (kind: 'txt2img' | 'img2img') => route(faults, 'make', async (asked, reply, fault) => {
    requireKnown(fault, BLOCKING_FAULTS, asked.path);
    const body = parsed(asked);
    const pictures = await draw(await readA1111(kind, body, limits), fault, { bill: (units) => { reply.bill(units); } });
    await reply.answer({ body: { images: pictures.map((one) => one.toString('base64')), parameters: body, info: '' } });
  });
  return {
    'POST /sdapi/v1/txt2img': make('txt2img'),
    'POST /sdapi/v1/img2img': make('img2img'),
    'GET /sdapi/v1/samplers': list(limits.samplers.map((one) => ({ name: one, aliases: [one], options: {} }))),
    'GET /sdapi/v1/schedulers': list(limits.schedulers.map((one) => ({ name: one, label: one }))),
    'GET /sdapi/v1/sd-models': list([{ title: name, model_name: name, filename: model, hash: '', sha256: '', config: null }]),
    'GET /sdapi/v1/loras': list(limits.loras.map((path) => ({ name: path.replace(/\.[a-z]+$/, ''), path }))),
    'GET /sdapi/v1/options': list({ sd_model_checkpoint: name, samples_format: limits.formats[0] }),
  };
}

function nativeRoutes({ faults, limits, model, jobs, capabilities, pollBase }: Served): Record<string, Route> {
  return {
    'GET /sdcpp/v1/capabilities': route(faults, 'list', (_, reply) => reply.answer({ body: capabilities ?? capabilitiesOf(model, limits) })),
    'POST /sdcpp/v1/img_gen': route(faults, 'make', async (asked, reply, fault) => {
      const { id, status } = jobs.submit(await readNative(parsed(asked), limits), fault);
      await reply.answer({ status: 202, body: { id, status, poll_url: `${pollBase()}/sdcpp/v1/jobs/${id}` } });
    }),
    'GET /sdcpp/v1/jobs/:id': route(faults, 'poll', ({ params }, reply) => reply.answer({ body: shown(jobs, jobs.get(params['id'] ?? '')) })),
    'POST /sdcpp/v1/jobs/:id/cancel': route(faults, 'cancel', ({ params }, reply) => reply.answer({ body: shown(jobs, jobs.cancel(params['id'] ?? '')) })),
  };
}

function shown(jobs: SdcppJobs, job: SdcppJob): Record<string, unknown> {
  const images = job.pictures.map((one) => ({ b64_json: one.toString('base64') }));
  return { id: job.id, status: job.status, queue_position: jobs.positionOf(job), result: job.status === 'completed' ? { images, output_format: job.work.format } : null, error: job.error };
}

function capabilitiesOf(model: string, { samplers, schedulers, loras, formats, maxSide, maxCount }: SdcppLimits): Record<string, unknown> {
  return {
    model: { name: model }, samplers, schedulers, loras: loras.map((path) => ({ path })), output_formats: formats,
    limits: { max_width: maxSide, max_height: maxSide, max_batch_count: maxCount },
    features: { init_image: true, mask_image: true, ref_images: true, control_image: true, lora: true, hires: true },
  };
}

/** A route with the faults of its place, whose refusals are told in the original's way. */
function route(faults: FaultPlaces<SdcppPlace>, place: SdcppPlace, serve: (asked: Asked, reply: Reply, fault: Fault | undefined) => Promise<void>): Route {
  return (asked, reply) => faults.work(place, reply, async (fault) => {
    try {
      await serve(asked, reply, fault);
    } catch (error) {
      if (!(error instanceof SdcppRefusal)) throw error;
      await reply.answer(refusalOf(error));
    }
  });
}

function refusalOf(error: SdcppRefusal): Answer {
  return { status: error.status, body: { error: error.message } };
}

function parsed(asked: Asked): unknown {
  try {
    return asked.json<unknown>();
  } catch {
    throw new SdcppRefusal(400, 'invalid JSON');
  }
}

async function parts(asked: Asked): Promise<FormData> {
  if (!asked.headers['content-type']?.startsWith('multipart/form-data')) throw new SdcppRefusal(400, 'Content-Type must be multipart/form-data');
  return asked.form().catch(() => { throw new SdcppRefusal(400, 'invalid multipart body'); });
}
