/** What the routes of the stand-in of ComfyUI tell about its jobs. */
import type { ComfyJob } from './comfyui-worker.ts';

/** A row of the queue: the id stands at index 1. */
export function queueRow({ number, id, graph, extraData, ends }: ComfyJob): unknown[] {
  return [number, id, graph, extraData, ends];
}

export function historyEntry(job: ComfyJob): Record<string, unknown> {
  const isDone = job.state === 'completed';
  return { prompt: queueRow(job), outputs: job.outputs, status: { status_str: isDone ? 'success' : 'error', completed: isDone, messages: job.messages } };
}

export function jobRow(job: ComfyJob): Record<string, unknown> {
  const images = Object.values(job.outputs).flatMap((output) => output.images);
  const failure = job.messages.find(([event]) => event === 'execution_error')?.[1];
  return {
    id: job.id, status: job.state, priority: job.number, create_time: job.createdAt,
    ...(job.startedAt === undefined ? {} : { execution_start_time: job.startedAt }),
    ...(job.endedAt === undefined ? {} : { execution_end_time: job.endedAt }),
    ...(failure ? { execution_error: failure } : {}),
    outputs_count: images.length,
  };
}

export function jobDetail(job: ComfyJob): Record<string, unknown> {
  return { ...jobRow(job), outputs: job.outputs, workflow: { prompt: job.graph, extra_data: job.extraData } };
}
