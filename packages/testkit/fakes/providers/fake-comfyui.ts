/**
 * A stand-in of ComfyUI on the wire: the server as of autumn 2026. It runs graphs in API format in small: sizes and counts follow the
 * latent and image nodes, steps and seed the sampler, pictures come from SaveImage and PreviewImage. No key, as the original has none.
 *
 * Faults: all of the wire, for `/prompt` through `fault`, for every other route through `faultOn`. Own ones, for `/prompt` only:
 * `task-failed` (`execution_error` in the middle of sampling), `empty` (success, `images` is empty), `wrong-type`, `bomb`,
 * `expired-address` (`/view` answers 404). Others throw: it moderates nothing, has no slots, and its stream fails as its task fails.
 * The socket has its own: `cutSockets`, `refuseSockets`, `muteSockets`, `sayToSockets`; the process `crash` and `restart`.
 *
 * Billed is each picture that was saved. Left out: the editor's pages, `/prompt` by GET, the list of the history, custom nodes.
 *
 * Where its reference is silent, chosen here: texts of node errors and of the refused `prompt_id`; the bodies of the jobs API
 * (`hasJobs`); a waiting job that is deleted stays in it as `cancelled` (`forgetsCancelled`); `execution_success` is told shortly before the
 * history knows (`historyLagMs`), `executing` with `node: null` after; frames of a prompt without `client_id` go to all; a name clash is
 * renamed even for the same bytes (`reusesIdentical`); nothing is taken from the cache (`caches`), so that each resent prompt is
 * billed; a mask of another size is a 500; choices in `/object_info` stand in a bare list (`comboForm`); a restart forgets queue and history.
 */
import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ComfyFiles, bare, JSON_TYPE, TROUBLE, type StoredFile } from './comfyui-files.ts';
import { judgeGraph, type Problem } from './comfyui-graph.ts';
import { historyEntry, jobDetail, jobRow, queueRow } from './comfyui-jobs.ts';
import { COMFY_MODELS, comfyNodes, describeNodes, type ComboForm, type ComfyModels, type NodeClass } from './comfyui-nodes.ts';
import { ComfySockets } from './comfyui-sockets.ts';
import { ComfyWorker, type ComfyJob, type WorkerOptions } from './comfyui-worker.ts';
import { startFakeProvider, type Asked, type FakeProvider, type Route } from './fake-provider.ts';
import type { Fault, OwnFault, WireFault } from './fault.ts';
import type { Answer, Reply } from './reply.ts';

export type ComfySpot = 'history' | 'view' | 'upload' | 'queue' | 'interrupt' | 'free' | 'jobs' | 'discovery';

export type ComfyOptions = Partial<WorkerOptions> & {
  models?: ComfyModels;
  /** More than the common nodes. */
  nodes?: Record<string, NodeClass>;
  hasJobs?: boolean;
  /** What `--enable-cors-header` was given; left out, calls from other origins are refused. */
  corsOrigin?: string;
  reusesIdentical?: boolean;
  uploadCapBytes?: number;
  comboForm?: ComboForm;
};

export type FakeComfyui = FakeProvider & {
  /** The next requests at this place of the server. */
  faultOn(spot: ComfySpot, ...faults: WireFault[]): void;
  jobs(): readonly ComfyJob[];
  files(type: 'input' | 'output' | 'temp'): StoredFile[];
  /** Bodies that `/free` has had. */
  freed(): readonly Record<string, unknown>[];
  loadedModels(): readonly string[];
  /** Client ids that listen now. */
  listeners(): string[];
  /** The running job stands still once its samplers have done so many steps (0: before its first node). */
  hold(afterSteps?: number): void;
  release(): void;
  cutSockets(): void;
  refuseSockets(times: number): void;
  muteSockets(isMuted: boolean): void;
  sayToSockets(frame: string | Buffer): void;
  /** Ends every connection and stops listening; what is only in memory is lost. */
  crash(): Promise<void>;
  /** Listens again at the same address. */
  restart(): Promise<void>;
};

type PromptBody = { prompt?: unknown; client_id?: unknown; prompt_id?: unknown; extra_data?: unknown; front?: unknown };
type Work = (asked: Asked, reply: Reply, fault: Fault | undefined) => void | Promise<void>;

const OWN_FAULTS = ['task-failed', 'empty', 'wrong-type', 'bomb', 'expired-address'];
const WIRE_FAULTS = ['slow', 'status', 'cut', 'lost', 'garbage', 'html', 'redirect', 'split', 'stall'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UPLOAD_CAP_BYTES = 104_857_600;

export async function startFakeComfyui(options: ComfyOptions = {}): Promise<FakeComfyui> {
  const { stepMs = 1, historyLagMs = 10, preview = 'jpeg', caches = false, forgetsCancelled = false, models = COMFY_MODELS, uploadCapBytes = UPLOAD_CAP_BYTES } = options;
  const nodes = { ...comfyNodes(models), ...options.nodes };
  const files = new ComfyFiles({ reusesIdentical: options.reusesIdentical ?? false });
  const worker: ComfyWorker = new ComfyWorker({ stepMs, historyLagMs, preview, caches, forgetsCancelled, nodes, files, sockets: () => sockets });
  const freed: Record<string, unknown>[] = [];
  const queues = new Map<string, Fault[]>();
  let counted = 0;

  /** Each place has its own faults in order, lent to the shared queue one at a time. */
  const at = (spot: string, work: Work): Route => (asked, reply) => {
    const fault = queues.get(spot)?.shift();
    if (fault) provider.fault(fault);
    return reply.work((taken) => work(asked, reply, taken));
  };

  const prompt: Work = async (asked, reply, fault) => {
    const body = bodyOf<PromptBody>(asked);
    if (!body) return reply.answer(refusal(500, undefined));
    if (!isRecord(body.prompt)) return reply.answer(refused({ type: 'no_prompt', message: 'No prompt provided', details: 'No prompt provided', extra_info: {} }));
    const id = body.prompt_id ?? randomUUID();
    if (typeof id !== 'string' || !UUID.test(id)) return reply.answer(refused({ type: 'invalid_prompt_id', message: 'prompt_id must be a canonical lower-case UUID', details: String(id), extra_info: {} }));
    const { error, ends, nodeErrors } = judgeGraph(body.prompt, { nodes, hasUpload: (name) => files.named(name) !== undefined });
    if (error) return reply.answer({ status: 400, headers: JSON_TYPE, body: { error, node_errors: nodeErrors } });
    const number = body.front === true ? -counted : counted;
    counted += 1;
    const clientId = typeof body.client_id === 'string' ? body.client_id : undefined;
    const extraData = { ...(isRecord(body.extra_data) ? body.extra_data : {}), ...(clientId === undefined ? {} : { client_id: clientId }) };
    worker.take({ id, number, graph: body.prompt as ComfyJob['graph'], extraData, ends, clientId, fault: ownOf(fault), bill: (pictures) => { reply.bill(pictures); } });
    await reply.answer({ headers: JSON_TYPE, body: { prompt_id: id, number, node_errors: nodeErrors } });
  };

  const change = (then: (body: Record<string, unknown>) => void): Work => (asked, reply) => {
    then(bodyOf(asked) ?? {});
    return bare(reply);
  };
  const tell = (body: (asked: Asked) => unknown): Work => (asked, reply) => {
    const told = body(asked);
    return reply.answer(told === undefined ? refusal(404, undefined) : { headers: JSON_TYPE, body: told });
  };

  const routes: Record<string, Route> = {
    'POST /prompt': at('prompt', prompt),
    'GET /history/:id': at('history', tell(({ params: { id = '' } }) => {
      const job = worker.finished(id);
      return job ? { [id]: historyEntry(job) } : {};
    })),
    'GET /view': at('view', (asked, reply) => files.view(asked, reply)),
    'POST /upload/image': at('upload', (asked, reply) => files.upload(asked, reply, false)),
    'POST /upload/mask': at('upload', (asked, reply) => files.upload(asked, reply, true)),
    'GET /queue': at('queue', tell(() => ({ queue_running: worker.running ? [queueRow(worker.running)] : [], queue_pending: worker.pending.map(queueRow) }))),
    'POST /queue': at('queue', change((body) => {
      const ids = Array.isArray(body['delete']) ? body['delete'] : [];
      worker.drop(({ id }) => body['clear'] === true || ids.includes(id));
    })),
    'POST /interrupt': at('interrupt', change((body) => { worker.interrupt(typeof body['prompt_id'] === 'string' ? body['prompt_id'] : undefined); })),
    'POST /free': at('free', change((body) => {
      freed.push(body);
      if (body['unload_models'] === true) worker.unload();
    })),
    'GET /object_info': at('discovery', tell(() => describeNodes(nodes, { inputFiles: files.list('input').map(({ filename }) => filename), comboForm: options.comboForm ?? 'list' }))),
    'GET /system_stats': at('discovery', tell(() => STATS)),
    'GET /models/:folder': at('discovery', tell(({ params: { folder = '' } }) => (Object.hasOwn(models, folder) ? models[folder] : undefined))),
  };
  const jobRoutes: Record<string, Route> = {
    'GET /api/jobs': at('jobs', tell(() => {
      const jobs = worker.jobs.filter((job) => !job.isForgotten).map(jobRow);
      return { jobs, pagination: { offset: 0, limit: null, total: jobs.length, has_more: false } };
    })),
    'GET /api/jobs/:id': at('jobs', (asked, reply) => {
      const job = worker.find(asked.params['id'] ?? '');
      return reply.answer(job ? { headers: JSON_TYPE, body: jobDetail(job) } : NO_JOB);
    }),
    'POST /api/jobs/:id/cancel': at('jobs', (asked, reply) => {
      const job = worker.find(asked.params['id'] ?? '');
      if (!job) return reply.answer(NO_JOB);
      if (job.state === 'pending') worker.drop((one) => one === job);
      if (job.state === 'in_progress') worker.interrupt(job.id);
      return reply.answer({ headers: JSON_TYPE, body: { id: job.id, status: job.state } });
    }),
  };

  const isWelcome = (headers: IncomingHttpHeaders) => options.corsOrigin !== undefined || isSameOrigin(headers);
  const guard = (asked: Asked, reply: Reply): boolean => {
    if (!isWelcome(asked.headers)) void bare(reply, 403);
    else if (asked.body.length > uploadCapBytes) void reply.answer({ status: 413, headers: TEXT, body: `Maximum request body size ${uploadCapBytes} exceeded, actual body size ${asked.body.length}` });
    else return true;
    return false;
  };
  const alsoUnderApi = Object.fromEntries(Object.entries(routes).map(([name, route]) => [name.replace(' /', ' /api/'), route]));
  const provider = await startFakeProvider({ routes: { ...routes, ...alsoUnderApi, ...(options.hasJobs === false ? {} : jobRoutes) }, guard, refusal });
  const { server } = provider;
  const { port } = server.address() as AddressInfo;
  if (options.corsOrigin !== undefined) server.prependListener('request', (_, response) => { response.setHeader('access-control-allow-origin', options.corsOrigin!); });
  const sockets = new ComfySockets(server, { isWelcome: (request) => isWelcome(request.headers), waiting: () => worker.waiting });
  const crash = async () => {
    worker.forget();
    sockets.cut();
    await provider.close();
  };

  const faultOn = (spot: string, faults: Fault[]) => {
    const wrong = faults.find(({ kind }) => !WIRE_FAULTS.includes(kind) && !(spot === 'prompt' && OWN_FAULTS.includes(kind)));
    if (wrong) throw new Error(`ComfyUI has no fault "${wrong.kind}" at ${spot}`);
    queues.set(spot, [...(queues.get(spot) ?? []), ...faults]);
  };
  return {
    ...provider,
    fault: (...faults) => { faultOn('prompt', faults); },
    faultOn: (spot, ...faults) => { faultOn(spot, faults); },
    jobs: () => worker.jobs, files: (type) => files.list(type), freed: () => freed, loadedModels: () => worker.loaded, listeners: () => sockets.clients,
    hold: (afterSteps = 0) => { worker.hold(afterSteps); }, release: () => { worker.release(); },
    cutSockets: () => { sockets.cut(); }, refuseSockets: (times) => { sockets.refuse(times); }, muteSockets: (isMuted) => { sockets.mute(isMuted); }, sayToSockets: (frame) => { sockets.say(frame); },
    crash, close: crash,
    restart: () => new Promise((resolve) => void server.listen(port, '127.0.0.1', resolve)),
  };
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8' };
const NO_JOB: Answer = { status: 404, headers: JSON_TYPE, body: { error: 'Job not found' } };

const STATS = {
  system: { os: 'linux', ram_total: 34_359_738_368, ram_free: 17_179_869_184, comfyui_version: '0.9.0', python_version: '3.12.3', pytorch_version: '2.8.0', embedded_python: false, argv: ['main.py'] },
  devices: [{ name: 'cuda:0 Plain GPU', type: 'cuda', index: 0, vram_total: 12_884_901_888, vram_free: 8_589_934_592, torch_vram_total: 4_294_967_296, torch_vram_free: 1_073_741_824 }],
};

function refused(error: Problem): Answer {
  return { status: 400, headers: JSON_TYPE, body: { error, node_errors: {} } };
}

function refusal(status: number, code: string | undefined): Answer {
  if (status === 400) return refused({ type: code ?? 'prompt_outputs_failed_validation', message: 'Prompt outputs failed validation', details: '', extra_info: {} });
  return { status, headers: TEXT, body: status === 500 ? TROUBLE : `${status}: ${STATUS_CODES[status] ?? 'Unknown'}` };
}

/** Absent when it is no JSON object. */
function bodyOf<Body = Record<string, unknown>>(asked: Asked): Body | undefined {
  try {
    const body: unknown = asked.json<unknown>();
    return isRecord(body) ? (body as Body) : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownOf(fault: Fault | undefined): OwnFault | undefined {
  return fault && OWN_FAULTS.includes(fault.kind) ? (fault as OwnFault) : undefined;
}

/** A browser names the page's origin; programs name none. */
function isSameOrigin({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (site === 'cross-site') return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
