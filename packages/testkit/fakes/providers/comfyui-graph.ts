/** Looks through a graph in API format before it is queued: which ends can run, and what is wrong with which node. */
import { createHash } from 'node:crypto';
import type { InputSpec, NodeClass } from './comfyui-nodes.ts';

export type GraphNode = { class_type: string; inputs: Record<string, unknown>; _meta?: { title?: string } };
export type Graph = Record<string, GraphNode>;

export type Problem = { type: string; message: string; details: string; extra_info: Record<string, unknown> };
export type NodeErrors = Record<string, { errors: Problem[]; dependent_outputs: string[]; class_type: string }>;

export type Verdict = { error?: Problem; /** Ends that can run, as ids of nodes. */ ends: string[]; nodeErrors: NodeErrors };

type World = { nodes: Record<string, NodeClass>; hasUpload: (name: string) => boolean };
type Walk = World & { graph: Graph; found: Map<string, Problem[]>; sound: Map<string, boolean>; path: Set<string> };

/** Bad ends are left out as long as one good end remains: then the graph is accepted and its errors are only told. */
export function judgeGraph(graph: Record<string, unknown>, world: World): Verdict {
  for (const [id, node] of Object.entries(graph)) {
    const error = nodeProblem(id, node, world.nodes);
    if (error) return { error, ends: [], nodeErrors: {} };
  }
  const whole = graph as Graph;
  const ends = Object.keys(whole).filter((id) => ['save', 'preview'].includes(world.nodes[whole[id]!.class_type]?.role ?? ''));
  if (ends.length === 0) return { error: { type: 'prompt_no_outputs', message: 'Prompt has no outputs', details: '', extra_info: {} }, ends, nodeErrors: {} };
  const walk: Walk = { ...world, graph: whole, found: new Map(), sound: new Map(), path: new Set() };
  const good = ends.filter((id) => isSound(id, walk));
  const nodeErrors = errorsOf(walk, ends.filter((id) => !good.includes(id)));
  if (good.length > 0) return { ends: good, nodeErrors };
  const details = Object.values(nodeErrors).flatMap(({ errors }) => errors.map((one) => `${one.message}: ${one.details}`)).join('\n');
  return { error: { type: 'prompt_outputs_failed_validation', message: 'Prompt outputs failed validation', details, extra_info: {} }, ends: [], nodeErrors };
}

/** The link `["4", 0]` an input may be. */
export function linkOf(value: unknown): [id: string, slot: number] | undefined {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'number' ? [value[0], value[1]] : undefined;
}

function nodeProblem(id: string, node: unknown, nodes: Record<string, NodeClass>): Problem | undefined {
  const facts = typeof node === 'object' && node !== null && !Array.isArray(node) ? (node as Partial<GraphNode>) : {};
  const title = facts._meta?.title ?? null;
  const extra = { node_id: id, class_type: facts.class_type ?? null, node_title: title };
  const said = { type: 'missing_node_type', details: `Node ID '#${id}'`, extra_info: extra };
  if (typeof facts.class_type !== 'string') return { ...said, message: `Node '${title ?? `ID #${id}`}' has no class_type.` };
  if (!Object.hasOwn(nodes, facts.class_type)) return { ...said, message: `Node '${title ?? facts.class_type}' not found.` };
  if (typeof facts.inputs !== 'object' || facts.inputs === null) return { ...said, type: 'invalid_prompt', message: `Node '${title ?? facts.class_type}' has no inputs.` };
  return undefined;
}

/** Fills `found` for the node and all it hangs on. */
function isSound(id: string, walk: Walk): boolean {
  const known = walk.sound.get(id);
  if (known !== undefined) return known;
  const { inputs, class_type: type } = walk.graph[id]!;
  const problems = ownProblems(inputs, walk.nodes[type]!, walk);
  walk.found.set(id, problems);
  walk.path.add(id);
  const sources = Object.values(inputs).flatMap((value) => linkOf(value)?.[0] ?? []).filter((source) => Object.hasOwn(walk.graph, source));
  const circle = sources.find((source) => walk.path.has(source));
  if (circle !== undefined) problems.push({ type: 'dependency_cycle', message: 'Dependency cycle detected', details: `${id} -> ${circle}`, extra_info: {} });
  const areSourcesSound = sources.filter((source) => !walk.path.has(source)).map((source) => isSound(source, walk)).every(Boolean);
  walk.path.delete(id);
  const isWhole = problems.length === 0 && areSourcesSound;
  walk.sound.set(id, isWhole);
  return isWhole;
}

function ownProblems(inputs: Record<string, unknown>, node: NodeClass, walk: Walk): Problem[] {
  return Object.entries({ ...node.required, ...node.optional }).flatMap(([name, spec]) => {
    if (Object.hasOwn(inputs, name)) return inputProblem(inputs[name], name, spec, walk) ?? [];
    return Object.hasOwn(node.required, name) ? missing(name) : [];
  });
}

function missing(name: string): Problem {
  return { type: 'required_input_missing', message: 'Required input is missing', details: name, extra_info: { input_name: name } };
}

function inputProblem(value: unknown, name: string, spec: InputSpec, walk: Walk): Problem | undefined {
  const [type, limits = {}] = spec;
  const extra = { input_name: name, input_config: [type, limits], received_value: value };
  if (Array.isArray(value)) {
    const link = linkOf(value);
    if (!link) return { type: 'bad_linked_input', message: 'Bad linked input, must be a length-2 list of [node_id, slot_index]', details: name, extra_info: extra };
    return linkProblem(link, name, type, walk);
  }
  if (type === 'INT' || type === 'FLOAT') return numberProblem(value, name, spec, extra);
  if (limits.image_upload) return walk.hasUpload(String(value)) ? undefined : { type: 'custom_validation_failed', message: 'Custom validation failed for node', details: `${name} - Invalid image file: ${String(value)}`, extra_info: extra };
  if (type === 'COMBO') {
    const options = limits.options ?? [];
    return options.includes(String(value)) ? undefined : { type: 'value_not_in_list', message: 'Value not in list', details: `${name}: '${String(value)}' not in [${options.map((one) => `'${one}'`).join(', ')}]`, extra_info: extra };
  }
  if (type === 'STRING') return undefined;
  return { type: 'bad_linked_input', message: 'Bad linked input, must be a length-2 list of [node_id, slot_index]', details: name, extra_info: extra };
}

function linkProblem([from, slot]: [string, number], name: string, type: string, walk: Walk): Problem | undefined {
  const source = walk.graph[from];
  const given = source && walk.nodes[source.class_type]?.outputs[slot];
  const extra = { input_name: name, linked_node: [from, slot] };
  if (!given) return { type: 'exception_during_inner_validation', message: 'Exception when validating inner node', details: `'${from}'`, extra_info: extra };
  if (given === type || (type === 'COMBO' && given === 'STRING')) return undefined;
  return { type: 'return_type_mismatch', message: 'Return type mismatch between linked nodes', details: `${name}, received_type(${given}) mismatch input_type(${type})`, extra_info: { ...extra, received_type: given } };
}

function numberProblem(value: unknown, name: string, [type, { min = -Infinity, max = Infinity } = {}]: InputSpec, extra: Record<string, unknown>): Problem | undefined {
  const read = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  if (Number.isNaN(read)) return { type: 'invalid_input_type', message: `Failed to convert an input value to a ${type} value`, details: `${name}, ${String(value)}`, extra_info: extra };
  if (read < min) return { type: 'value_smaller_than_min', message: `Value ${read} smaller than min of ${min}`, details: name, extra_info: extra };
  if (read > max) return { type: 'value_bigger_than_max', message: `Value ${read} bigger than max of ${max}`, details: name, extra_info: extra };
  return undefined;
}

function errorsOf({ graph, found }: Walk, badEnds: string[]): NodeErrors {
  const told: NodeErrors = {};
  for (const [id, errors] of found) {
    if (errors.length > 0) told[id] = { errors, dependent_outputs: badEnds.filter((end) => reaches(end, id, graph)), class_type: graph[id]!.class_type };
  }
  return told;
}

function reaches(from: string, id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (from === id) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return Object.values(graph[from]?.inputs ?? {}).some((value) => {
    const link = linkOf(value);
    return link !== undefined && reaches(link[0], id, graph, seen);
  });
}

/** All that the ends hang on, each after what it takes. */
export function orderOf(graph: Graph, ends: readonly string[]): string[] {
  const order: string[] = [];
  const visit = (id: string) => {
    if (order.includes(id)) return;
    for (const value of Object.values(graph[id]?.inputs ?? {})) {
      const link = linkOf(value);
      if (link && Object.hasOwn(graph, link[0])) visit(link[0]);
    }
    order.push(id);
  };
  for (const end of ends) visit(end);
  return order;
}

/** Equal for nodes that would give the same again; `order` as `orderOf` gives it. */
export function signaturesOf(graph: Graph, order: readonly string[]): Map<string, string> {
  const signatures = new Map<string, string>();
  for (const id of order) {
    const { class_type: type, inputs } = graph[id]!;
    const taken = Object.entries(inputs).map(([name, value]) => {
      const link = linkOf(value);
      return [name, link ? [signatures.get(link[0]), link[1]] : value];
    });
    signatures.set(id, createHash('sha256').update(JSON.stringify([type, taken])).digest('hex'));
  }
  return signatures;
}
