import { z } from 'zod';
import type { Wire } from '../wire/wire.ts';
import { placeOf, type ComfyWorkflow } from './comfyui-settings.ts';

const Limits = z.object({ min: z.number().optional(), max: z.number().optional(), step: z.number().optional(), options: z.array(z.unknown()).optional() }).catch({});
/** `[[choices], {...}]`, `["COMBO", { options }]` or `["INT", { min, max }]`. */
const Spec = z.tuple([z.union([z.string(), z.array(z.unknown())])], z.unknown());
const Specs = z.record(z.string(), Spec.nullable().catch(null)).catch({});
const ObjectInfo = z.record(z.string(), z.object({ input: z.object({ required: Specs.nullish(), optional: Specs.nullish() }).nullish().catch(null) }).catch({}));

export type InputFacts = { kind: 'choice'; choices: readonly string[] } | { kind: 'number'; isWhole: boolean; min?: number; max?: number; step?: number } | { kind: 'switch' } | { kind: 'other' };
/** What each node of the server takes. */
export type ComfyNodes = ReadonlyMap<string, Readonly<Record<string, InputFacts>>>;

/** With many nodes of others it is some megabytes. */
const BYTES_MAX = 96 * 2 ** 20;

/** Throws ProviderError. */
export async function readNodes(wire: Wire, signal: AbortSignal): Promise<ComfyNodes> {
  const { json } = await wire.getJson('/object_info', { call: { signal }, limits: { bytesMax: BYTES_MAX, headTimeoutMs: 60_000 }, reads: ObjectInfo });
  return new Map(Object.entries(json).map(([name, { input }]) => {
    const specs = { ...input?.required, ...input?.optional };
    return [name, Object.fromEntries(Object.entries(specs).map(([of, spec]) => [of, factsOf(spec)]))];
  }));
}

/** What stands at a place of the graph: what it takes, and what it has. Undefined where the server does not have that node. */
export function inputAt({ graph }: Pick<ComfyWorkflow, 'graph'>, place: string, nodes: ComfyNodes): { facts: InputFacts; value: unknown } | undefined {
  const { node, input } = placeOf(place);
  const inputs = nodes.get(graph[node]?.class_type ?? '');
  return inputs && { facts: inputs[input] ?? { kind: 'other' }, value: graph[node]?.inputs[input] };
}

/** The choice that stands in the graph, or the first where the server does not have that one. */
export function chosenOf({ facts, value }: { facts: InputFacts; value: unknown }): string | undefined {
  if (facts.kind !== 'choice') return undefined;
  return typeof value === 'string' && facts.choices.includes(value) ? value : facts.choices[0];
}

function factsOf(spec: z.infer<typeof Spec> | null): InputFacts {
  if (!spec) return { kind: 'other' };
  const [type, told] = spec as [string | unknown[], unknown];
  const { min, max, step, options } = Limits.parse(told ?? {});
  if (Array.isArray(type) || type === 'COMBO') return { kind: 'choice', choices: (Array.isArray(type) ? type : options ?? []).filter((one) => typeof one === 'string') };
  if (type === 'INT' || type === 'FLOAT') return { kind: 'number', isWhole: type === 'INT', min, max, step };
  return { kind: type === 'BOOLEAN' ? 'switch' : 'other' };
}
