import { ImageAbility } from '@komawari/contract';
import { z } from 'zod';
import { DEFAULT_WORKFLOWS } from './comfyui-workflows.ts';

/** Slots that the studio fills by itself; a slot of any other name is a setting of the model that the user may choose. */
export const KNOWN_SLOTS = ['prompt', 'negative', 'width', 'height', 'count', 'seed', 'steps', 'guidance', 'strength', 'source', 'mask', 'references', 'checkpoint'] as const;
export type KnownSlot = (typeof KNOWN_SLOTS)[number];

const Node = z.object({ class_type: z.string().min(1), inputs: z.record(z.string(), z.unknown()), _meta: z.unknown().optional() });
/** In API format: what the editor calls "Export (API)". */
const Graph = z.record(z.string(), Node);
/** `node.input`, as `6.text`; one or several places that get the same. Of `references` the first place gets the first picture, and so on. */
const Places = z.union([z.string().transform((place) => [place]), z.array(z.string())]);

export const ComfyWorkflow = z.object({
  name: z.string().min(1).max(100),
  abilities: z.array(ImageAbility).min(1),
  /** Makes this a model of its own, with what the graph loads; otherwise each checkpoint of the server can do this too. */
  model: z.string().min(1).max(200).optional(),
  /** The checkpoints that this is for; all unless told. */
  checkpoints: z.array(z.string()).optional(),
  graph: Graph,
  slots: z.record(z.string().regex(/^[a-zA-Z][\w-]{0,40}$/), Places),
  /** Nodes whose pictures are the result; all that save, or else all that only show, unless told. */
  outputs: z.array(z.string()).optional(),
}).superRefine(({ graph, slots, outputs = [] }, context) => {
  for (const place of Object.values(slots).flat()) {
    const { node, input } = placeOf(place);
    if (!Object.hasOwn(graph[node]?.inputs ?? {}, input)) context.addIssue({ code: 'custom', path: ['slots'], message: `no input ${place} in the graph` });
  }
  for (const node of outputs) if (!graph[node]) context.addIssue({ code: 'custom', path: ['outputs'], message: `no node ${node} in the graph` });
});
export type ComfyWorkflow = z.infer<typeof ComfyWorkflow>;
export type ComfyGraph = z.infer<typeof Graph>;

const Side = z.int().min(16).max(16_384);

/** What the operator may change of ComfyUI: above all what is drawn how. */
export const ComfyuiSettings = z.object({
  workflows: z.array(ComfyWorkflow).min(1).prefault(DEFAULT_WORKFLOWS),
  multipleOf: z.int().min(1).max(128).default(8),
  sideMin: Side.default(64),
  sideMax: Side.default(2048),
  areaMax: z.int().min(4096).default(2048 * 2048),
  countMax: z.int().min(1).max(16).default(4),
  /** Below the server's folder of inputs: pictures that go in stay there. */
  uploadFolder: z.string().regex(/^[\w-]+(?:\/[\w-]+)*$/).default('komawari'),
  /** Ours as the name of a job, so that it can be taken back even when the answer is lost; older servers choose their own. */
  sendsPromptId: z.boolean().default(true),
  /** Steps and previews come over a WebSocket; without, only the end is seen. */
  listens: z.boolean().default(true),
  /** How many times a socket that broke is opened again. */
  socketTriesMax: z.int().min(1).max(20).default(4),
  pollMs: z.int().min(5).max(60_000).default(1500),
  /** Looks after a job that fail in a row before it is given up. */
  looksMax: z.int().min(1).max(100).default(8),
  /** From asking for a job to its end, with what waits before it. */
  jobTimeoutMs: z.int().min(1000).default(3_600_000),
}).prefault({});
export type ComfyuiSettings = z.infer<typeof ComfyuiSettings>;

/** Names of nodes hold no full stop; those of inputs may. */
export function placeOf(place: string): { node: string; input: string } {
  const cut = place.indexOf('.');
  return { node: place.slice(0, cut), input: place.slice(cut + 1) };
}
