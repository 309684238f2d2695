import type { Fault } from './fault.ts';
import { SdcppRefusal, type SdcppWork } from './sdcpp-requests.ts';

export type SdcppStatus = 'queued' | 'generating' | 'completed' | 'failed' | 'cancelled';

/** A native job. */
export type SdcppJob = {
  readonly id: string;
  readonly work: SdcppWork;
  status: SdcppStatus;
  pictures: readonly Buffer[];
  error: { code: string; message: string } | null;
  endedAtMs: number | undefined;
};

export type SdcppJobsOptions = {
  maxPending: number;
  /** How long a job that has ended is kept. */
  keepMs: number;
  /** Waits for the card, asks whether it may begin, and gives the pictures that are sent; those not wanted any more are not billed. */
  draw: (work: SdcppWork, fault: Fault | undefined, job: { mayBegin: () => boolean; isWanted: () => boolean }) => Promise<readonly Buffer[]>;
};

/** The jobs in the server's memory. */
export class SdcppJobs {
  readonly #options: SdcppJobsOptions;
  #jobs = new Map<string, SdcppJob>();
  /** Ended jobs that were dropped: their ids answer 410, not 404. */
  #dropped = new Set<string>();
  #count = 0;

  constructor(options: SdcppJobsOptions) {
    this.#options = options;
  }

  get all(): readonly SdcppJob[] {
    return [...this.#jobs.values()];
  }

  submit(work: SdcppWork, fault: Fault | undefined): SdcppJob {
    if (this.#queued().length >= this.#options.maxPending) throw new SdcppRefusal(429, 'job queue is full');
    const job: SdcppJob = { id: `job_${String(this.#count += 1).padStart(8, '0')}`, work, status: 'queued', pictures: [], error: null, endedAtMs: undefined };
    this.#jobs.set(job.id, job);
    void this.#process(job, fault);
    return job;
  }

  /** Throws 404 for an id that never was, 410 for one that was dropped. */
  get(id: string): SdcppJob {
    this.#dropOld();
    const job = this.#jobs.get(id);
    if (job) return job;
    throw this.#dropped.has(id) ? new SdcppRefusal(410, 'job expired') : new SdcppRefusal(404, 'job not found');
  }

  /** Only what still waits can be cancelled; all else is 409. */
  cancel(id: string): SdcppJob {
    const job = this.get(id);
    if (job.status !== 'queued') throw new SdcppRefusal(409, job.status === 'generating' ? 'job is already generating' : `job is already ${job.status}`);
    end(job, 'cancelled');
    return job;
  }

  /** Jobs that wait before this one; 0 for what runs or has ended. */
  positionOf(job: SdcppJob): number {
    return job.status === 'queued' ? this.#queued().indexOf(job) : 0;
  }

  /** Drops what has ended, as if its time were over. */
  dropEnded(): void {
    this.#dropOld(0);
  }

  /** The server starts anew: nothing is known any more, and nothing that waits is drawn. */
  forget(): void {
    for (const job of this.#jobs.values()) end(job, 'cancelled');
    this.#jobs = new Map();
    this.#dropped = new Set();
  }

  async #process(job: SdcppJob, fault: Fault | undefined): Promise<void> {
    const mayBegin = () => {
      if (job.status !== 'queued') return false;
      job.status = 'generating';
      return true;
    };
    const isWanted = () => job.status === 'generating';
    try {
      const pictures = await this.#options.draw(job.work, fault, { mayBegin, isWanted });
      // Cancelled while it waited, or forgotten.
      if (!isWanted()) return;
      job.pictures = pictures;
      end(job, 'completed');
      if (fault?.kind === 'expired-address') this.#drop(job);
    } catch (error) {
      if (!(error instanceof SdcppRefusal)) console.error('the fake failed:', error);
      job.error = { code: 'generation_failed', message: error instanceof Error ? error.message : String(error) };
      end(job, 'failed');
    }
  }

  #queued(): SdcppJob[] {
    return this.all.filter(({ status }) => status === 'queued');
  }

  #dropOld(keepMs = this.#options.keepMs): void {
    for (const job of this.all) {
      if (job.endedAtMs !== undefined && performance.now() - job.endedAtMs >= keepMs) this.#drop(job);
    }
  }

  #drop(job: SdcppJob): void {
    this.#jobs.delete(job.id);
    this.#dropped.add(job.id);
  }
}

function end(job: SdcppJob, status: SdcppStatus): void {
  job.status = status;
  job.endedAtMs = performance.now();
}
