import type { StreamEvent, TaskState } from '@komawari/contract';
import type { z } from 'zod';
import type { Tx } from '../../db/client.ts';
import type { App } from '../app.ts';
import type { ChildState, NewChild, TaskRow } from './task.ts';

export type WorkRun<I> = {
  app: App;
  task: Pick<TaskRow, 'id' | 'owner' | 'stream' | 'key' | 'epoch' | 'priority'> & { input: I };
  /** Aborts when the task is cancelled or the process stops. */
  signal: AbortSignal;
};

/** `commit` runs in the very transaction that ends the task: the result is stored once or not at all. */
export type WorkResult = { result: object; events?: readonly StreamEvent[]; /** It cost nothing after all: what was held is released. */ isFree?: boolean; commit?(tx: Tx): Promise<void> };

type Shared = {
  kind: string;
  /** Runs in the transaction that ends the task, however it ends. */
  onEnd?(tx: Tx, task: TaskRow, end: { state: TaskState; code: string | null; detail: string | null; now: Date }): Promise<void>;
  /** Runs in the transaction that opens an ended task again. */
  onReopen?(tx: Tx, task: TaskRow, now: Date): Promise<void>;
};

export type WorkJob<I> = Shared & { type: 'work'; input: z.ZodType<I>; failuresMax: number; /** `waiting`: it spends its time on somebody else's answer, and many run at once. */ lane?: 'waiting'; /** An attempt has not begun until the job notes that it has: until then the task waits still. */ standsInLine?: true; run(run: WorkRun<I>): Promise<WorkResult> };

/** A task made of parts: names the children that can start now, given those there are. */
export type ParentJob<I> = Shared & { type: 'parent'; input: z.ZodType<I>; advance(run: { app: App; tx: Tx; task: TaskRow; input: I; children: readonly ChildState[] }): Promise<readonly NewChild[]> };

export type Job = WorkJob<unknown> | ParentJob<unknown>;

export type JobRegistry = {
  add<I>(job: WorkJob<I> | ParentJob<I>): void;
  get(kind: string): Job;
  kinds(): readonly string[];
  /** Throws unless each declared name has exactly one handler and no other has one. */
  check(names: readonly string[]): void;
};

export function createJobRegistry(): JobRegistry {
  const jobs = new Map<string, Job>();
  return {
    add(job) {
      if (jobs.has(job.kind)) throw new Error(`jobs: "${job.kind}" has two handlers`);
      // The input is parsed by the job's own schema before `run` sees it, so the type holds.
      jobs.set(job.kind, job as unknown as Job);
    },
    get(kind) {
      const job = jobs.get(kind);
      if (!job) throw new Error(`jobs: "${kind}" has no handler`);
      return job;
    },
    kinds: () => [...jobs.keys()],
    check(names) {
      for (const name of names) if (!jobs.has(name)) throw new Error(`jobs: "${name}" has no handler`);
      for (const kind of jobs.keys()) if (!names.includes(kind)) throw new Error(`jobs: "${kind}" is not declared in job-names.ts`);
    },
  };
}
