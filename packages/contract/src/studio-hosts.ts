/** Models on the disk and in the memory of a provider's own machine: who operates the site loads, fetches and removes them. */
import { z } from 'zod';
import { ProviderId, TaskId } from './ids.ts';
import { oneLine } from './one-line.ts';
import { defineRoute } from './route.ts';
import { TaskState } from './tasks.ts';

export const HostedModel = z.object({
  modelId: z.string(),
  /** On the disk; 0 where the machine does not tell. */
  sizeBytes: z.int(),
  /** In memory now, how much of it (0 where it is not told), and until when (null: no end is told). */
  loaded: z.object({ memoryBytes: z.int(), until: z.iso.datetime().nullable() }).nullable(),
  family: z.string().nullable(), parameters: z.string().nullable(), quantization: z.string().nullable(),
});
export type HostedModel = z.infer<typeof HostedModel>;

export const ModelHostView = z.object({
  /** False for a make that keeps no models of its own, or shows none. */
  isHost: z.boolean(), canFetch: z.boolean(), canRemove: z.boolean(),
  models: z.array(HostedModel),
  /** Why there is no list, as a sentence; null when there is one. */
  fault: z.string().nullable(),
});
export type ModelHostView = z.infer<typeof ModelHostView>;

/** A model on its way to the machine. What came before a stop or a break is kept there. */
export const ModelPull = z.object({
  taskId: TaskId, model: z.string(), state: TaskState, isStopping: z.boolean(),
  /** 0 of 0 until the machine knows how much there is; the total grows while parts are named. */
  doneBytes: z.int(), totalBytes: z.int(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  createdAt: z.iso.datetime(), endedAt: z.iso.datetime().nullable(),
});
export type ModelPull = z.infer<typeof ModelPull>;

const params = z.object({ providerId: ProviderId });
const access = { who: 'user', permission: 'system.operate', subject: 'provider' } as const;
const modelId = z.string().min(1).max(200);
/** `qwen3:8b`, `hf.co/somebody/Model-GGUF:Q4_K_M`. */
const model = z.string().overwrite(oneLine).min(1).max(200).regex(/^[A-Za-z0-9][\w.:/@-]*$/);

export const studioHostRoutes = {
  host: defineRoute({
    id: 'studio.host', method: 'GET', path: '/providers/:providerId/host', summary: 'Models on the disk of a provider\'s machine, and which of them are in its memory; asked there at once', access, params, response: ModelHostView, errors: ['not-found'],
  }),
  setMemory: defineRoute({
    id: 'studio.set-memory', method: 'PUT', path: '/providers/:providerId/host/memory', summary: 'Load a model into memory, or unload it. `isDone` is false when it takes longer than the answer: loading goes on there',
    access, params, body: z.strictObject({ modelId, isLoaded: z.boolean() }), response: z.object({ isDone: z.boolean() }), limit: { max: 60, windowSeconds: 60 },
    errors: ['not-found', 'studio.no-host', 'studio.no-model', 'studio.provider-down', 'studio.provider-busy', 'studio.provider-denied', 'studio.not-taken', 'studio.address-blocked'],
  }),
  removeModel: defineRoute({
    id: 'studio.remove-hosted', method: 'POST', path: '/providers/:providerId/host/remove', summary: 'Delete a model from the disk of a provider\'s machine', access, params, body: z.strictObject({ modelId }), response: z.object({ isRemoved: z.literal(true) }),
    errors: ['not-found', 'studio.no-host', 'studio.no-model', 'studio.provider-down', 'studio.provider-busy', 'studio.provider-denied', 'studio.not-taken', 'studio.address-blocked'],
  }),
  pulls: defineRoute({ id: 'studio.pulls', method: 'GET', path: '/providers/:providerId/pulls', summary: 'Models on their way to a provider\'s machine, and what became of the last ones', access, params, response: z.object({ items: z.array(ModelPull) }), errors: ['not-found'] }),
  pull: defineRoute({
    id: 'studio.pull', method: 'POST', path: '/providers/:providerId/pulls', summary: 'Have a provider\'s machine fetch a model by its name', access, params, body: z.strictObject({ model }), response: ModelPull, status: 202,
    errors: ['not-found', 'studio.no-host', 'studio.pull-running'], limit: { max: 30, windowSeconds: 60 },
  }),
  stopPull: defineRoute({
    id: 'studio.stop-pull', method: 'POST', path: '/providers/:providerId/pulls/stop', summary: 'Stop fetching a model; what has come stays on the machine', access, params, body: z.strictObject({ model }), response: ModelPull, errors: ['not-found', 'tasks.not-cancellable'],
  }),
};
