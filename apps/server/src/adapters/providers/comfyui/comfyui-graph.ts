import type { ImageRequest } from '../../../ports/image-provider.ts';
import { pixelsFor } from '../wire/sizes.ts';
import { ownSlots } from './comfyui-models.ts';
import { chosenOf, inputAt, type ComfyNodes } from './comfyui-nodes.ts';
import { placeOf, type ComfyGraph, type ComfyWorkflow } from './comfyui-settings.ts';

/** Names of the pictures that went in, as nodes call them. */
export type Uploaded = { source?: string; mask?: string; references: readonly string[] };

/** The graph with all that was asked in its places; what was not asked stays as it is there. */
export function filledGraph(workflow: ComfyWorkflow, request: ImageRequest, { uploaded, seed, nodes }: { uploaded: Uploaded; seed: number; nodes: ComfyNodes }): ComfyGraph {
  const graph = structuredClone(workflow.graph);
  const { width, height } = pixelsFor(request.size, request.model.sizes);
  const values: Record<string, unknown> = {
    prompt: request.prompt, negative: request.negativePrompt ?? '', width, height, count: request.count, seed,
    steps: request.steps, guidance: request.guidance, strength: request.strength, source: uploaded.source, mask: uploaded.mask,
    ...(workflow.model === undefined ? { checkpoint: request.model.id } : {}), ...chosen(workflow, request, nodes),
  };
  for (const [slot, places] of Object.entries(workflow.slots)) for (const place of places) put(graph, place, values[slot]);
  // A place that is left over gets the last picture again: an empty one would be refused.
  workflow.slots['references']?.forEach((place, index) => { put(graph, place, uploaded.references[index] ?? uploaded.references.at(-1)); });
  return graph;
}

/** A number of the call's own, so that nothing depends on chance: 48 bits of its name. */
export function seedOf(callId: string): number {
  return Number.parseInt(callId.replaceAll('-', '').slice(-12), 16) || 0;
}

function chosen(workflow: ComfyWorkflow, { settings }: ImageRequest, nodes: ComfyNodes): Record<string, unknown> {
  return Object.fromEntries(ownSlots(workflow).map((slot) => {
    const at = inputAt(workflow, workflow.slots[slot]?.[0] ?? '', nodes);
    return [slot, settings[slot] ?? (at && chosenOf(at))];
  }));
}

function put(graph: ComfyGraph, place: string, value: unknown): void {
  const { node, input } = placeOf(place);
  const inputs = graph[node]?.inputs;
  if (inputs && value !== undefined) inputs[input] = value;
}
