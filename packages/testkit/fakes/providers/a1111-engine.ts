import { setTimeout as sleep } from 'node:timers/promises';
import { createLock } from './a1111-lock.ts';
import type { A1111Fields, A1111Kind } from './a1111-requests.ts';

/** One request for pictures and how far it came. */
export type A1111Job = {
  readonly taskId: string;
  readonly kind: A1111Kind;
  /** All fields, the original's fallbacks included. */
  readonly fields: A1111Fields;
  /** Names that were sent and that the reference does not know: misspelt, or of another version. */
  readonly unknownFields: readonly string[];
  readonly sizes: { readonly inits: readonly [number, number][]; readonly mask: [number, number] | undefined };
  readonly steps: number;
  readonly rounds: number;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** The model that drew it. */
  model: string | undefined;
  sampler: string | undefined;
  scheduler: string | undefined;
  round: number;
  step: number;
  isInterrupted: boolean;
  isSkipped: boolean;
  /** Pictures that were made, the grid left out. */
  made: number;
  /** Pictures that the server wrote to its own disk. */
  saved: number;
};

export type A1111State = { job: string; job_count: number; sampling_step: number; sampling_steps: number; interrupted: boolean };

export type EngineOptions = { model: string; stepMs: number; modelLoadMs: number; interruptedRound: 'partial' | 'dropped' };

/** The one card: its lock, the model in its memory, and the job that runs. */
export class A1111Engine {
  readonly jobs: A1111Job[] = [];
  /** Each model that was brought into memory, in order. */
  readonly loads: string[] = [];
  readonly locked = createLock();
  readonly #options: EngineOptions;
  /** What the options name; it is loaded when it is needed. */
  chosenModel: string;
  loadedModel: string | undefined;
  current: A1111Job | undefined;
  #isClosed = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.chosenModel = options.model;
    this.loadedModel = options.model;
  }

  /** Lets nothing step on any more, so that no timer outlives the server. */
  close(): void {
    this.#isClosed = true;
  }

  async load(model: string): Promise<void> {
    if (this.loadedModel === model) return;
    if (this.#options.modelLoadMs > 0) await sleep(this.#options.modelLoadMs);
    this.loadedModel = model;
    this.loads.push(model);
  }

  /** Waits for the lock, steps through the job, and lets `finish` make as many pictures as were reached. */
  async run<T>(job: A1111Job, prepare: () => Promise<void>, finish: (rounds: number) => Promise<T>): Promise<T> {
    this.jobs.push(job);
    return this.locked(async () => {
      job.state = 'running';
      this.current = job;
      try {
        await prepare();
        const result = await finish(await this.#rounds(job));
        job.state = 'done';
        return result;
      } catch (error) {
        job.state = 'failed';
        throw error;
      } finally {
        this.current = undefined;
      }
    });
  }

  get progress(): number {
    const job = this.current;
    return job ? Math.min(1, (job.round + job.step / job.steps) / job.rounds) : 0;
  }

  get etaS(): number {
    const job = this.current;
    return job ? ((job.rounds - job.round) * job.steps - job.step) * this.#options.stepMs / 1000 : 0;
  }

  get state(): A1111State {
    const job = this.current;
    if (!job) return { job: '', job_count: 0, sampling_step: 0, sampling_steps: 0, interrupted: false };
    return { job: job.taskId, job_count: job.rounds, sampling_step: job.step, sampling_steps: job.steps, interrupted: job.isInterrupted };
  }

  /** How many rounds gave pictures. */
  async #rounds(job: A1111Job): Promise<number> {
    let cut = 0;
    for (job.round = 0; job.round < job.rounds && !job.isInterrupted; job.round += 1) {
      job.isSkipped = false;
      for (job.step = 0; job.step < job.steps && !job.isInterrupted && !job.isSkipped; job.step += 1) {
        if (this.#options.stepMs > 0 && !this.#isClosed) await sleep(this.#options.stepMs);
      }
      if (job.isInterrupted || job.isSkipped) cut += 1;
    }
    return this.#options.interruptedRound === 'partial' ? job.round : job.round - cut;
  }
}
