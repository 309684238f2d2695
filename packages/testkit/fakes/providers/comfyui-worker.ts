/** The queue of the stand-in of ComfyUI and the one worker that runs its graphs in small, a sampler's step at a time. */
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { linkOf, orderOf, signaturesOf, type Graph } from './comfyui-graph.ts';
import { pictureOf } from './comfyui-pictures.ts';
import type { ComfyFiles, StoredFile } from './comfyui-files.ts';
import type { Given, NodeClass, Shape } from './comfyui-nodes.ts';
import type { ComfySockets, PreviewType } from './comfyui-sockets.ts';
import { fakePicture } from './fake-pictures.ts';
import type { OwnFault } from './fault.ts';

export type JobState = 'pending' | 'in_progress' | 'completed' | 'failed' | 'cancelled';
export type Outputs = Record<string, { images: StoredFile[] }>;

export type ComfyJob = {
  readonly id: string;
  readonly number: number;
  readonly graph: Graph;
  readonly extraData: Record<string, unknown>;
  readonly ends: string[];
  readonly clientId?: string;
  readonly fault?: OwnFault;
  readonly bill: (pictures: number) => void;
  readonly createdAt: number;
  startedAt?: number;
  endedAt?: number;
  state: JobState;
  /** Steps the samplers have done. */
  stepsDone: number;
  outputs: Outputs;
  messages: [event: string, data: Record<string, unknown>][];
  isInterrupted: boolean;
  /** Not to be found any more: deleted, or the server has been restarted. */
  isForgotten: boolean;
};

export type NewJob = Pick<ComfyJob, 'id' | 'number' | 'graph' | 'extraData' | 'ends' | 'clientId' | 'fault' | 'bill'>;

export type WorkerOptions = { stepMs: number; historyLagMs: number; preview: PreviewType | 'none'; caches: boolean; forgetsCancelled: boolean };

type World = WorkerOptions & { nodes: Record<string, NodeClass>; files: ComfyFiles; sockets: () => ComfySockets };
type Kept = { shape?: Shape; images?: StoredFile[] };
type Run = { job: ComfyJob; epoch: number; kept: Map<string, Kept>; executed: string[]; at: string };

export class ComfyWorker {
  readonly #world: World;
  readonly #jobs: ComfyJob[] = [];
  #pending: ComfyJob[] = [];
  #running: ComfyJob | undefined;
  #finished = new Map<string, ComfyJob>();
  #cache = new Map<string, Kept>();
  #loaded = new Set<string>();
  #epoch = 0;
  #holdAfter: number | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** All jobs ever taken, in order. */
  get jobs(): readonly ComfyJob[] {
    return this.#jobs;
  }

  get pending(): readonly ComfyJob[] {
    return this.#pending;
  }

  get running(): ComfyJob | undefined {
    return this.#running;
  }

  /** How many wait or run. */
  get waiting(): number {
    return this.#pending.length + (this.#running ? 1 : 0);
  }

  /** Model files in memory. */
  get loaded(): readonly string[] {
    return [...this.#loaded];
  }

  finished(id: string): ComfyJob | undefined {
    return this.#finished.get(id);
  }

  find(id: string): ComfyJob | undefined {
    return this.#jobs.findLast((job) => job.id === id && !job.isForgotten);
  }

  take(facts: NewJob): void {
    const job: ComfyJob = { ...facts, createdAt: Date.now(), state: 'pending', stepsDone: 0, outputs: {}, messages: [], isInterrupted: false, isForgotten: false };
    this.#jobs.push(job);
    this.#pending.push(job);
    this.#pending.sort((one, other) => one.number - other.number);
    this.#world.sockets().tellStatus();
    if (!this.#running) void this.#work();
  }

  /** Takes what waits out of the queue; what runs goes on. */
  drop(isMeant: (job: ComfyJob) => boolean): void {
    for (const job of this.#pending.filter(isMeant)) {
      job.state = 'cancelled';
      job.isForgotten = this.#world.forgetsCancelled;
    }
    this.#pending = this.#pending.filter((job) => job.state === 'pending');
    this.#world.sockets().tellStatus();
  }

  /** Stops what runs after its step, if it is the one that is meant. */
  interrupt(id?: string): void {
    if (this.#running && (id === undefined || this.#running.id === id)) this.#running.isInterrupted = true;
  }

  unload(): void {
    this.#loaded.clear();
    this.#cache.clear();
  }

  /** What runs stands still once its sampler has done so many steps; with 0, before its first node. */
  hold(afterSteps: number): void {
    this.#holdAfter = afterSteps;
  }

  release(): void {
    this.#holdAfter = undefined;
  }

  /** All that a process keeps in memory is gone; files stay. */
  forget(): void {
    this.#epoch += 1;
    for (const job of this.#jobs) job.isForgotten = true;
    this.#pending = [];
    this.#running = undefined;
    this.#finished = new Map();
    this.unload();
  }

  async #work(): Promise<void> {
    const epoch = this.#epoch;
    while (epoch === this.#epoch && this.#pending.length > 0) {
      const job = this.#pending.shift()!;
      this.#running = job;
      job.state = 'in_progress';
      job.startedAt = Date.now();
      const ended = await this.#execute({ job, epoch, kept: new Map(), executed: [], at: '' }).catch((error: unknown) => {
        if (!(error instanceof ServerGone)) console.error('the fake failed:', error);
      });
      // The outcome is told before it can be looked up.
      if (epoch === this.#epoch) await sleep(this.#world.historyLagMs);
      if (epoch !== this.#epoch) return;
      Object.assign(job, { state: ended ?? 'failed', endedAt: Date.now() });
      this.#finished.set(job.id, job);
      this.#running = undefined;
      this.#world.sockets().tell('executing', { node: null, prompt_id: job.id }, job.clientId);
      this.#world.sockets().tellStatus();
    }
  }

  async #execute(run: Run): Promise<JobState> {
    const { job } = run;
    const order = orderOf(job.graph, job.ends);
    const signatures = signaturesOf(job.graph, order);
    const known = this.#world.caches ? order.filter((id) => this.#cache.has(signatures.get(id)!)) : [];
    this.#note(job, 'execution_start', {});
    this.#note(job, 'execution_cached', { nodes: known });
    try {
      for (const id of order) {
        run.at = id;
        if (known.includes(id)) this.#reuse(run, this.#cache.get(signatures.get(id)!)!);
        else {
          await this.#node(run);
          run.executed.push(id);
        }
      }
      this.#cache = new Map(order.map((id) => [signatures.get(id)!, run.kept.get(id)!]));
      this.#note(job, 'execution_success', {});
      return 'completed';
    } catch (error) {
      return this.#ending(run, error);
    }
  }

  #reuse(run: Run, kept: Kept): void {
    run.kept.set(run.at, kept);
    if (kept.images) this.#tellOutput(run, kept.images);
  }

  async #node(run: Run): Promise<void> {
    const { job, at } = run;
    const node = this.#world.nodes[job.graph[at]!.class_type]!;
    const given = this.#given(run);
    await this.#pace(run);
    this.#world.sockets().tell('executing', { node: at, display_node: at, prompt_id: job.id }, job.clientId);
    if (node.category === 'loaders') for (const name of Object.keys(node.required).filter((one) => node.required[one]![0] === 'COMBO' && one.includes('name'))) this.#loaded.add(given.text(name));
    const shape = node.shape ? await node.shape(given) : inheritedShape(run);
    if (node.role === 'sampler') await this.#sample(run, given, shape!);
    run.kept.set(at, { shape });
    if (node.role === 'save' || node.role === 'preview') await this.#save(run, shape!, node.role === 'save' ? { prefix: given.text('filename_prefix'), type: 'output' } : { prefix: 'ComfyUI_temp', type: 'temp' });
  }

  async #sample(run: Run, given: Given, shape: Shape): Promise<void> {
    const { job, at } = run;
    const { preview, sockets, stepMs } = this.#world;
    const steps = Math.trunc(given.number('steps'));
    const bytes = preview === 'none' ? undefined : await fakePicture(Math.ceil(shape.width / 8), Math.ceil(shape.height / 8), 0, preview);
    for (let step = 1; step <= steps; step += 1) {
      await sleep(stepMs);
      await this.#pace(run);
      if (job.fault?.kind === 'task-failed' && step > steps / 2) throw new NodeFailure('torch.OutOfMemoryError', 'Allocation on device 0 would exceed allowed memory. (out of memory)');
      job.stepsDone += 1;
      const facts = { value: step, max: steps, prompt_id: job.id };
      sockets().tell('progress_state', { prompt_id: job.id, nodes: { [at]: { ...facts, state: step < steps ? 'running' : 'finished', node_id: at, display_node_id: at, parent_node_id: null, real_node_id: at } } }, job.clientId);
      sockets().tell('progress', { ...facts, node: at }, job.clientId);
      if (bytes) sockets().show({ bytes, type: preview as PreviewType, nodeId: at, promptId: job.id }, job.clientId);
    }
    await this.#pace(run);
  }

  async #save(run: Run, shape: Shape, { prefix, type }: { prefix: string; type: string }): Promise<void> {
    const { job, at } = run;
    const images: StoredFile[] = [];
    for (let index = 0; index < (job.fault?.kind === 'empty' ? 0 : shape.count); index += 1) {
      const file = this.#world.files.save(prefix, type, await pictureOf({ shape, index, job }));
      if (job.fault?.kind === 'expired-address') this.#world.files.remove(file);
      images.push(file);
    }
    job.bill(images.length);
    run.kept.set(at, { shape, images });
    this.#tellOutput(run, images);
  }

  #tellOutput({ job, at }: Run, images: StoredFile[]): void {
    job.outputs[at] = { images };
    this.#world.sockets().tell('executed', { node: at, display_node: at, output: { images }, prompt_id: job.id }, job.clientId);
  }

  #ending({ job, at, executed }: Run, error: unknown): JobState {
    if (error instanceof ServerGone) throw error;
    const where = { node_id: at, node_type: job.graph[at]?.class_type ?? '', executed };
    if (error instanceof Interrupted) {
      this.#note(job, 'execution_interrupted', where);
      return 'cancelled';
    }
    if (!(error instanceof NodeFailure)) throw error;
    this.#note(job, 'execution_error', {
      ...where, exception_message: error.message, exception_type: error.exceptionType, traceback: [`  File "execution.py", in execute\n    node ${at}\n`], current_inputs: {}, current_outputs: executed,
    });
    return 'failed';
  }

  /** Also kept for the history. */
  #note(job: ComfyJob, event: string, facts: Record<string, unknown>): void {
    const data = { prompt_id: job.id, ...facts, timestamp: Date.now() };
    job.messages.push([event, data]);
    this.#world.sockets().tell(event, data, job.clientId);
  }

  /** Throws when the run is to end here. */
  async #pace({ job, epoch }: Run): Promise<void> {
    const isOver = () => epoch !== this.#epoch || job.isInterrupted;
    while (this.#holdAfter !== undefined && job.stepsDone >= this.#holdAfter && !isOver()) await sleep(1);
    if (epoch !== this.#epoch) throw new ServerGone();
    if (job.isInterrupted) throw new Interrupted();
  }

  #given({ job, at, kept }: Run): Given {
    const inputs = job.graph[at]!.inputs;
    const node = this.#world.nodes[job.graph[at]!.class_type]!;
    const value = (name: string) => inputs[name] ?? { ...node.required, ...node.optional }[name]?.[1]?.default;
    return {
      number: (name) => Number(value(name)),
      text: (name) => String(value(name)),
      shape: (name) => kept.get(linkOf(inputs[name])?.[0] ?? '')?.shape ?? { width: 512, height: 512, count: 1 },
      stored: async (name) => {
        const { width, height } = await sharp(this.#world.files.named(name) ?? Buffer.alloc(0)).metadata().catch(() => { throw new NodeFailure('PIL.UnidentifiedImageError', `cannot identify image file '${name}'`); });
        return { width, height, count: 1 };
      },
    };
  }
}

function inheritedShape({ job, at, kept }: Run): Shape | undefined {
  for (const value of Object.values(job.graph[at]!.inputs)) {
    const shape = kept.get(linkOf(value)?.[0] ?? '')?.shape;
    if (shape) return shape;
  }
  return undefined;
}

class Interrupted extends Error {}
class ServerGone extends Error {}

class NodeFailure extends Error {
  readonly exceptionType: string;

  constructor(exceptionType: string, message: string) {
    super(message);
    this.exceptionType = exceptionType;
  }
}
