/** Fetching a model onto a provider's machine: minutes to hours, through restarts of ours. The machine keeps what has come. */
import { ProviderId } from '@komawari/contract';
import { z } from 'zod';
import { AppError, TryLaterError } from '../../../kernel/errors.ts';
import type { WorkJob, WorkResult, WorkRun } from '../../../kernel/tasks/job-registry.ts';
import { tellProgress } from '../../../kernel/tasks/tell-progress.ts';
import { ProviderError } from '../../../ports/provider.ts';
import { endOf } from '../gateway/faults.ts';
import type { Models } from '../models.ts';
import { askProvider } from '../providers/try-provider.ts';
import { needHost } from './open-host.ts';
import { PULL_JOB } from './pull-store.ts';

export const PullInput = z.object({ providerId: ProviderId, model: z.string() });
export type PullInput = z.infer<typeof PullInput>;

/** The adapter tries several times itself; an operator waits for the answer. */
const FAILURES_MAX = 3;
/** As the operating systems word it; where a machine runs on is not told apart. */
const DISK_FULL = /no space left|disk (?:is )?full|not enough (?:disk )?space|ENOSPC|quota exceeded/i;

export function pullJob(models: Models): WorkJob<PullInput> {
  return { type: 'work', kind: PULL_JOB, lane: 'waiting', input: PullInput, failuresMax: FAILURES_MAX, run: (run) => pull(run, models) };
}

async function pull({ app, task, signal }: WorkRun<PullInput>, models: Models): Promise<WorkResult> {
  const { providerId, model } = task.input;
  const book = models.book(app);
  const host = await needHost(app, book, providerId);
  if (!host.pull) throw new AppError('studio.no-host');
  const tell = tellProgress(app, task);
  let last = { done: 0, total: 0 };
  try {
    await host.pull(model, {
      signal,
      onProgress: ({ doneBytes, totalBytes }) => {
        last = { done: Math.round(doneBytes), total: Math.round(totalBytes) };
        tell(last.done, last.total);
      },
    });
  } catch (error) {
    throw error instanceof ProviderError ? endOfPull(error, model) : error;
  }
  // Offered from now on, without a press on “Test”.
  await askProvider(app, book, providerId);
  return { result: { done: last.total, total: last.total } };
}

/** What a broken fetch ends with; exported for its test. */
export function endOfPull(error: ProviderError, model: string): Error {
  const { said = '', code } = error.facts;
  if (error.fault === 'no-model') return new AppError('studio.pull-unknown', { detail: model, cause: error });
  if (DISK_FULL.test(said)) return new AppError('studio.pull-disk-full', { cause: error });
  if (error.fault === 'down' && (code === 'pull.failed' || code?.startsWith('answer.'))) return new TryLaterError('studio.pull-broken', { waitMs: 0, isFailure: true, cause: error });
  return endOf(error);
}
