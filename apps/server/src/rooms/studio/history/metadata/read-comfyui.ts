/** What ComfyUI writes: the graph as it was run (`prompt`), and as it was drawn (`workflow`). */
import { isObject, member, othersOf, readObject, textOfJson, type Json, type JsonObject, type Told } from './told.ts';

type Node = { type: string; inputs: JsonObject };
type Graph = ReadonlyMap<string, Node>;

/** A graph may lead in circles, and everywhere. */
const STEPS_MAX = 500;
const NODES_MAX = 5000;

export function readComfyui(texts: { prompt?: string | undefined; workflow?: string | undefined }): Told | undefined {
  const run = texts.prompt === undefined ? undefined : readObject(texts.prompt);
  const drawn = texts.workflow === undefined ? undefined : readObject(texts.workflow);
  return (run && toldOf(graphOfRun(run))) ?? (drawn && toldOf(graphOfDrawing(drawn)));
}

function graphOfRun(run: JsonObject): Graph {
  return new Map(Object.entries(run).slice(0, NODES_MAX).flatMap(([id, node]) => {
    const [type, inputs] = [member(node, 'class_type'), member(node, 'inputs')];
    return typeof type === 'string' && isObject(inputs) ? [[id, { type, inputs }] as const] : [];
  }));
}

/** What the fields of a node are called, in the order in which the drawing keeps their values. */
const WIDGETS: Readonly<Record<string, readonly string[]>> = {
  KSampler: ['seed', '', 'steps', 'cfg', 'sampler_name', 'scheduler', 'denoise'],
  KSamplerAdvanced: ['', 'noise_seed', '', 'steps', 'cfg', 'sampler_name', 'scheduler'],
  CLIPTextEncode: ['text'], CheckpointLoaderSimple: ['ckpt_name'], UNETLoader: ['unet_name'], EmptyLatentImage: ['width', 'height'], EmptySD3LatentImage: ['width', 'height'],
};

/** Links are rows of their own there; here they stand in the inputs, as in a graph that was run. */
function graphOfDrawing(drawn: JsonObject): Graph {
  const links = new Map(listOf(drawn['links']).slice(0, NODES_MAX * 4).flatMap((link) => (Array.isArray(link) ? [[String(link[0]), [String(link[1]), Number(link[2])]] as const] : [])));
  return new Map(listOf(drawn['nodes']).slice(0, NODES_MAX).flatMap((node) => {
    const [id, type] = [textOfJson(member(node, 'id')), member(node, 'type')];
    if (id === undefined || typeof type !== 'string') return [];
    const values = listOf(member(node, 'widgets_values'));
    const fields = (WIDGETS[type] ?? []).map((name, index) => [name, values[index] ?? null] as const).filter(([name]) => name !== '');
    const linked = listOf(member(node, 'inputs')).flatMap((input) => {
      const [name, link] = [member(input, 'name'), links.get(textOfJson(member(input, 'link')) ?? '')];
      return typeof name === 'string' && link ? [[name, [...link]] as const] : [];
    });
    return [[id, { type, inputs: Object.fromEntries([...fields, ...linked]) as JsonObject }] as const];
  }));
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** From the sampler backwards: its own fields, then what leads into it. */
function toldOf(graph: Graph): Told | undefined {
  const sampler = [...graph.values()].find(({ type, inputs }) => /sampler/i.test(type) && (isLink(inputs['positive']) || isLink(inputs['guider'])));
  if (!sampler) return undefined;
  const field = (names: readonly string[], from: readonly string[] = []) => firstField(graph, sampler, names, from);
  const prompt = textInto(graph, sampler.inputs['positive'] ?? sampler.inputs['guider']);
  if (prompt === undefined) return undefined;
  const [width, height] = [field(['width'], ['latent_image']), field(['height'], ['latent_image'])];
  return {
    source: 'comfyui', modelName: textOfJson(field(['ckpt_name', 'unet_name', 'model_name'], ['model', 'guider'])),
    fields: {
      prompt, negativePrompt: textInto(graph, sampler.inputs['negative']), seed: field(['seed', 'noise_seed'], ['noise']), steps: field(['steps'], ['sigmas']), guidance: field(['cfg', 'guidance'], ['positive', 'guider']),
      ...(typeof width === 'number' && typeof height === 'number' ? { size: { kind: 'pixels', width, height } } : {}),
    },
    others: othersOf([['Sampler', field(['sampler_name'], ['sampler'])], ['Scheduler', field(['scheduler'], ['sigmas'])], ['Denoise', field(['denoise'], ['sigmas'])]]),
  };
}

function isLink(value: Json | undefined): value is [string, number] {
  return Array.isArray(value) && value.length === 2 && (typeof value[0] === 'string' || typeof value[0] === 'number') && typeof value[1] === 'number';
}

/** A field of the node itself, or of the nearest one that leads into it by these inputs. */
function firstField(graph: Graph, node: Node, names: readonly string[], from: readonly string[]): Json | undefined {
  return walk(graph, [node], (one) => names.map((name) => one.inputs[name]).find((value) => typeof value === 'string' || typeof value === 'number'), (one) => (one === node ? from.map((name) => one.inputs[name]) : Object.values(one.inputs)));
}

function textInto(graph: Graph, link: Json | undefined): string | undefined {
  const start = isLink(link) ? graph.get(String(link[0])) : undefined;
  return start && walk(graph, [start], ({ inputs }) => ['text', 't5xxl', 'text_g', 'prompt', 'value', 'string'].map((name) => inputs[name]).find((value) => typeof value === 'string'), ({ inputs }) => Object.values(inputs));
}

/** Nearest first, each node once. */
function walk<T>(graph: Graph, start: readonly Node[], found: (node: Node) => T | undefined, next: (node: Node) => readonly (Json | undefined)[]): T | undefined {
  const seen = new Set<Node>(start);
  const queue = [...start];
  for (let i = 0; i < queue.length && i < STEPS_MAX; i += 1) {
    const node = queue[i] as Node;
    const value = found(node);
    if (value !== undefined) return value;
    for (const link of next(node)) {
      const into = isLink(link) ? graph.get(String(link[0])) : undefined;
      if (into && !seen.has(into)) queue.push(into);
      if (into) seen.add(into);
    }
  }
  return undefined;
}
