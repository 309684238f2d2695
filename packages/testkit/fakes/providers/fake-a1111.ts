/**
 * AUTOMATIC1111 and Forge under `--api`, after Forge's source of June 2025 and an undated A1111.
 *
 * Own faults: of `make` (pictures, upscaling) `empty`, `wrong-type`, `bomb`. Faults of the wire also befall progress (`poll`),
 * interrupt and skip (`cancel`), the lists (`list`) and the switching of models (`load`) through `faultAt`. Nothing is moderated here.
 *
 * UNCONFIRMED, and so options: `unknownSamplerStatus` (both are known, by version), `unknownModel`, `interruptedRound`, `hasGrid`
 * (known to depend on options), `hasTaskProgress`, `maskPaints`, `sizeStep`, `takesAddresses` (known to depend on options), `maxPixels`,
 * `hasUpscaler`. UNCONFIRMED without an option: the whole of `extra-single-image`; the fields of the lists and of the answer to
 * `/internal/progress`; all fields of `info` but `all_seeds`; seeds rise by one; `hr_scale` is 2 unless told; an unknown scheduler is
 * quietly the automatic one; numbers as text and modes above 3 are refused; the words of refusals; A1111's 422 has its four fields too,
 * and the words of an unforeseen exception stand in `errors` beside an empty `detail`; the key is asked for on every route; a caller who
 * leaves stops nothing; an interrupt strikes only what runs; a model is switched behind the lock.
 *
 * Left out: ControlNet and other scripts beyond their names, PNG info, interrogation, training, Gradio's own routes, `include_init_images`,
 * the look of `resize_mode`, `inpainting_fill` and `mask_blur` (checked and kept only).
 */
import { A1111Engine, type A1111Job } from './a1111-engine.ts';
import { FaultPlaces } from './a1111-faults.ts';
import { spoilt } from './a1111-pictures.ts';
import { A1111Refusal, readFields, readInput, readObject, refusalBody, type Flavour } from './a1111-requests.ts';
import { findModel, makePictures, modelHash, modelName, modelTitle, overrideModel, prepareJob, upscale, type A1111Limits } from './a1111-work.ts';
import { fakePicture } from './fake-pictures.ts';
import { startFakeProvider, type Asked, type FakeProvider, type Route } from './fake-provider.ts';
import type { Fault } from './fault.ts';
import type { Reply } from './reply.ts';

export type A1111Place = 'make' | 'poll' | 'cancel' | 'list' | 'load';

export type FakeA1111Options = Partial<A1111Limits> & {
  flavour?: Flavour;
  /** `user:password` for HTTP Basic; none unless told, as the original starts. */
  key?: string;
  /** How long one step of sampling lasts. */
  stepMs?: number;
  modelLoadMs?: number;
  /** Whether an interrupted round gives its unfinished pictures. */
  interruptedRound?: 'partial' | 'dropped';
  hasTaskProgress?: boolean;
  hasUpscaler?: boolean;
};

export type FakeA1111 = FakeProvider & {
  /** Every accepted request for pictures, in order of arrival. */
  jobs: readonly A1111Job[];
  /** Models brought into memory since the start, in order. */
  loads: readonly string[];
  /** `undefined` after an unloading. */
  loadedModel(): string | undefined;
  /** As `fault`, for other requests than those for pictures. */
  faultAt(place: A1111Place, ...faults: Fault[]): void;
};

const LIMITS: A1111Limits = {
  models: ['ink-and-paper.safetensors', 'night-city.safetensors'], samplers: ['Euler', 'Euler a', 'DPM++ 2M'],
  schedulers: ['Automatic', 'Karras', 'Exponential'], upscalers: ['None', 'Lanczos', 'R-ESRGAN 4x+'], scripts: ['controlnet'],
  unknownSamplerStatus: 400, unknownModel: 'refused', hasGrid: true, sizeStep: 8, maxPixels: 4096 * 4096, maskPaints: 'white', takesAddresses: false,
};

export async function startFakeA1111(options: FakeA1111Options = {}): Promise<FakeA1111> {
  const { flavour = 'a1111', key, stepMs = 0, modelLoadMs = 0, interruptedRound = 'partial', hasTaskProgress = true, hasUpscaler = true } = options;
  const limits: A1111Limits = { ...LIMITS, unknownSamplerStatus: flavour === 'a1111' ? 404 : 400, ...options };
  const engine = new A1111Engine({ model: limits.models[0] ?? '', stepMs, modelLoadMs, interruptedRound });
  const faults = new FaultPlaces<A1111Place>({ make: ['empty', 'wrong-type', 'bomb'], poll: [], cancel: [], list: [], load: [] });
  const server = { flavour, limits, engine, faults };
  const refuse = (refusal: A1111Refusal) => ({ status: refusal.status, body: refusalBody(flavour, refusal) });
  const wire = await startFakeProvider({
    refusal: (status, code) => refuse(new A1111Refusal(status, code ?? (status === 404 ? 'Not Found' : 'The server refuses'))),
    guard: (asked, reply) => {
      if (key === undefined || asked.headers.authorization === `Basic ${Buffer.from(key).toString('base64')}`) return true;
      const words = asked.headers.authorization === undefined ? 'Not authenticated' : 'Incorrect username or password';
      void reply.answer({ ...refuse(new A1111Refusal(401, words)), headers: { 'www-authenticate': 'Basic' } });
      return false;
    },
    routes: { ...pictureRoutes(server), ...(hasUpscaler ? upscaleRoute(server) : {}), ...progressRoutes(server, hasTaskProgress), ...modelRoutes(server) },
  });
  faults.attach(wire);
  return {
    ...wire, jobs: engine.jobs, loads: engine.loads, loadedModel: () => engine.loadedModel,
    fault: (...more) => { faults.put('make', more); },
    faultAt: (place, ...more) => { faults.put(place, more); },
    close() {
      engine.close();
      return wire.close();
    },
  };
}

type Served = { flavour: Flavour; limits: A1111Limits; engine: A1111Engine; faults: FaultPlaces<A1111Place> };

function pictureRoutes(server: Served): Record<string, Route> {
  const { flavour, limits, engine } = server;
  let tasks = 0;
  let nextSeed = 1_000_000;
  const draw = (kind: 'txt2img' | 'img2img') => route(server, 'make', async (asked, reply, fault) => {
    const read = readFields(kind, flavour, parsed(asked));
    const taskId = (read.fields['force_task_id'] as string | null) ?? `task(${tasks += 1})`;
    const { job, inputs } = await prepareJob(kind, read, taskId, limits);
    const given = Number(read.fields['seed']);
    const seed = given === -1 ? (nextSeed += 1000) : given;
    let restore = async () => {};
    const made = await engine.run(job, async () => { restore = await overrideModel(engine, job, limits); }, async (rounds) => {
      const pictures = await makePictures(job, inputs, rounds, seed, limits);
      await restore();
      return pictures;
    });
    reply.bill(made.pictures.length);
    const sent = read.fields['send_images'] === false ? [] : await spoilt([...(made.grid ? [made.grid] : []), ...made.pictures], fault);
    await reply.answer({ body: {
      images: sent.map((one) => one.toString('base64')),
      parameters: kind === 'img2img' ? { ...read.fields, init_images: null, mask: null } : read.fields,
      info: JSON.stringify(made.info),
    } });
  });
  return { 'POST /sdapi/v1/txt2img': draw('txt2img'), 'POST /sdapi/v1/img2img': draw('img2img') };
}

function upscaleRoute(server: Served): Record<string, Route> {
  const { flavour, limits, engine } = server;
  return { 'POST /sdapi/v1/extra-single-image': route(server, 'make', async (asked, reply, fault) => {
    const { fields, unknown } = readFields('upscale', flavour, parsed(asked));
    if (!limits.upscalers.includes(String(fields['upscaler_1']))) throw new A1111Refusal(422, [{ loc: ['body', 'upscaler_1'], msg: `value must be one of ${limits.upscalers.join(', ')}`, type: 'value_error' }]);
    const source = await readInput(String(fields['image']), limits.takesAddresses);
    const job: A1111Job = {
      taskId: `extras(${engine.jobs.length})`, kind: 'upscale', fields, unknownFields: unknown, sizes: { inits: [[source.width, source.height]], mask: undefined },
      steps: 1, rounds: 1, state: 'waiting', model: undefined, sampler: undefined, scheduler: undefined, round: 0, step: 0, isInterrupted: false, isSkipped: false, made: 1, saved: 0,
    };
    const picture = await engine.run(job, async () => {}, () => upscale(fields, source, limits));
    reply.bill();
    const [sent] = await spoilt([picture], fault);
    await reply.answer({ body: { html_info: '', image: sent?.toString('base64') ?? '' } });
  }) };
}

function progressRoutes(server: Served, hasTaskProgress: boolean): Record<string, Route> {
  const { engine } = server;
  const preview = async () => (engine.current ? (await fakePicture(64, 64, engine.current.round)).toString('base64') : null);
  const routes: Record<string, Route> = {
    'GET /sdapi/v1/progress': route(server, 'poll', async ({ query }, reply) => {
      const skip = (query.get('skip_current_image') ?? 'false').toLowerCase();
      if (!['true', 'false', '1', '0'].includes(skip)) throw new A1111Refusal(422, [{ loc: ['query', 'skip_current_image'], msg: 'value could not be parsed to a boolean', type: 'type_error.bool' }]);
      const { progress, etaS, state } = engine;
      await reply.answer({ body: { progress, eta_relative: etaS, state, current_image: ['true', '1'].includes(skip) ? null : await preview(), textinfo: null } });
    }),
    'POST /sdapi/v1/interrupt': route(server, 'cancel', async (_, reply) => {
      if (engine.current) engine.current.isInterrupted = true;
      await reply.answer({ body: {} });
    }),
    'POST /sdapi/v1/skip': route(server, 'cancel', async (_, reply) => {
      if (engine.current) engine.current.isSkipped = true;
      await reply.answer({ body: {} });
    }),
  };
  if (!hasTaskProgress) return routes;
  return { ...routes, 'POST /internal/progress': route(server, 'poll', async (asked, reply) => {
    const { id_task: taskId, live_preview: wantsPreview = true } = readObject(parsed(asked));
    if (typeof taskId !== 'string') throw new A1111Refusal(422, [{ loc: ['body', 'id_task'], msg: 'field required', type: 'value_error.missing' }]);
    const job = engine.jobs.findLast((one) => one.taskId === taskId);
    const queued = engine.jobs.filter(({ state }) => state === 'waiting');
    const flags = { active: job?.state === 'running', queued: job?.state === 'waiting', completed: job?.state === 'done' || job?.state === 'failed' };
    if (!job || !flags.active) {
      const textinfo = job && flags.queued ? `In queue: ${queued.indexOf(job) + 1}/${queued.length}` : 'Waiting...';
      return reply.answer({ body: { ...flags, progress: null, eta: null, live_preview: null, id_live_preview: -1, textinfo } });
    }
    const picture = wantsPreview === false ? null : await preview();
    const { progress, etaS } = engine;
    await reply.answer({ body: { ...flags, progress, eta: etaS, live_preview: picture && `data:image/png;base64,${picture}`, id_live_preview: job.step, textinfo: null } });
  }) };
}

function modelRoutes(server: Served): Record<string, Route> {
  const { limits, engine } = server;
  const settings: Record<string, unknown> = { return_grid: limits.hasGrid };
  const list = (items: () => unknown) => route(server, 'list', (_, reply) => reply.answer({ body: items() }));
  return {
    'GET /sdapi/v1/options': list(() => ({ ...settings, sd_model_checkpoint: modelTitle(engine.chosenModel) })),
    'GET /sdapi/v1/sd-models': list(() => limits.models.map((file) => ({ title: modelTitle(file), model_name: modelName(file), hash: modelHash(file), sha256: null, filename: `/models/${file}`, config: null }))),
    'GET /sdapi/v1/samplers': list(() => limits.samplers.map((name) => ({ name, aliases: [], options: {} }))),
    'GET /sdapi/v1/schedulers': list(() => limits.schedulers.map((label) => ({ name: label.toLowerCase(), label, aliases: null }))),
    'GET /sdapi/v1/upscalers': list(() => limits.upscalers.map((name) => ({ name, model_name: null, model_path: null, model_url: null, scale: 4 }))),
    'POST /sdapi/v1/options': route(server, 'load', async (asked, reply) => {
      const { sd_model_checkpoint: wanted, ...others } = readObject(parsed(asked));
      const found = typeof wanted === 'string' ? findModel(wanted, limits) : undefined;
      Object.assign(settings, others);
      if (found) {
        await engine.locked(async () => {
          engine.chosenModel = found;
          await engine.load(found);
        });
      }
      await reply.answer({ body: null });
    }),
    'POST /sdapi/v1/unload-checkpoint': route(server, 'load', async (_, reply) => {
      await engine.locked(async () => { engine.loadedModel = undefined; });
      await reply.answer({ body: {} });
    }),
  };
}

/** A route with the faults of its place, whose refusals are told in the flavour's own way. */
function route({ flavour, faults }: Served, place: A1111Place, serve: (asked: Asked, reply: Reply, fault: Fault | undefined) => Promise<void>): Route {
  return (asked, reply) => faults.work(place, reply, async (fault) => {
    try {
      await serve(asked, reply, fault);
    } catch (error) {
      if (!(error instanceof A1111Refusal)) throw error;
      await reply.answer({ status: error.status, body: refusalBody(flavour, error) });
    }
  });
}

function parsed(asked: Asked): unknown {
  try {
    return asked.json<unknown>();
  } catch {
    throw new A1111Refusal(422, [{ loc: ['body'], msg: 'JSON decode error', type: 'value_error.jsondecode' }]);
  }
}
