import { IMAGE_ABILITIES, type ImageModel, type ModelSetting, type NumberRange, type PictureInput } from '@komawari/contract';
import type { ImageRequest, Picture } from '../../../ports/image-provider.ts';
import { chosenOf, inputAt, type ComfyNodes } from './comfyui-nodes.ts';
import { KNOWN_SLOTS, placeOf, type ComfyuiSettings, type ComfyWorkflow, type KnownSlot } from './comfyui-settings.ts';

const TAKES: Omit<PictureInput, 'countMax'> = { bytesMax: 30 * 2 ** 20, pixelsMax: 20_000_000, mediaTypes: ['image/png', 'image/jpeg', 'image/webp'] };

/** Each checkpoint that the workflows can load, and each workflow or group of them that is a model by itself. */
export function modelsOf(settings: ComfyuiSettings, nodes: ComfyNodes): ImageModel[] {
  const usable = settings.workflows.filter((workflow) => isUsable(workflow, nodes));
  const ids = usable.flatMap((workflow) => (workflow.model === undefined ? checkpointsOf(workflow, nodes) ?? [] : [workflow.model]));
  return [...new Set(ids)].map((id) => modelOf(id, workflowsFor(id, usable, nodes), { settings, nodes }));
}

/** The workflow that does what is asked with all the pictures that go in, and with as few places for references as hold them. */
export function workflowFor(request: Pick<ImageRequest, 'model' | 'ability' | 'source' | 'mask' | 'references'>, settings: ComfyuiSettings, nodes: ComfyNodes): ComfyWorkflow | undefined {
  const places = ({ slots }: ComfyWorkflow) => slots['references']?.length ?? 0;
  const takesAll = (workflow: ComfyWorkflow) => {
    const count = referencesFor(workflow, request).length;
    return places(workflow) >= count && (count > 0 || places(workflow) === 0) && (!request.mask || workflow.slots['mask'] !== undefined);
  };
  return workflowsFor(request.model.id, settings.workflows.filter((workflow) => isUsable(workflow, nodes)), nodes)
    .filter((workflow) => workflow.abilities.includes(request.ability) && takesAll(workflow))
    .toSorted((a, b) => places(a) - places(b))[0];
}

/** A workflow without a place for what is worked on has it as the first reference. */
export function referencesFor({ slots }: Pick<ComfyWorkflow, 'slots'>, { source, references }: Pick<ImageRequest, 'source' | 'references'>): readonly Picture[] {
  return source && !slots['source'] ? [source, ...references] : references;
}

function workflowsFor(id: string, usable: readonly ComfyWorkflow[], nodes: ComfyNodes): ComfyWorkflow[] {
  const own = usable.filter(({ model }) => model === id);
  return own.length > 0 ? own : usable.filter((workflow) => workflow.model === undefined && (checkpointsOf(workflow, nodes) ?? [id]).includes(id) && (workflow.checkpoints ?? [id]).includes(id));
}

/** Undefined for one that loads none. */
function checkpointsOf(workflow: ComfyWorkflow, nodes: ComfyNodes): readonly string[] | undefined {
  const [place] = workflow.slots['checkpoint'] ?? [];
  const facts = place === undefined ? undefined : inputAt(workflow, place, nodes)?.facts;
  if (facts?.kind !== 'choice') return undefined;
  return facts.choices.filter((name) => workflow.checkpoints?.includes(name) ?? true);
}

/** The server has all its nodes, and something to choose wherever something is to be chosen. */
function isUsable(workflow: ComfyWorkflow, nodes: ComfyNodes): boolean {
  if (!Object.values(workflow.graph).every(({ class_type: type }) => nodes.has(type))) return false;
  return ownSlots(workflow).concat(workflow.slots['checkpoint'] ? ['checkpoint'] : []).every((slot) => {
    const facts = inputAt(workflow, workflow.slots[slot]?.[0] ?? '', nodes)?.facts;
    return facts?.kind !== 'choice' || facts.choices.length > 0;
  });
}

/** The slots that are settings of the model. A named model loads what its graph says: its checkpoint is one of them. */
export function ownSlots({ slots, model }: ComfyWorkflow): string[] {
  return Object.keys(slots).filter((slot) => !KNOWN_SLOTS.includes(slot as KnownSlot) || (slot === 'checkpoint' && model !== undefined));
}

function modelOf(id: string, workflows: readonly ComfyWorkflow[], { settings, nodes }: { settings: ComfyuiSettings; nodes: ComfyNodes }): ImageModel {
  const { multipleOf, sideMin, sideMax, areaMax } = settings;
  const has = (slot: KnownSlot) => workflows.some(({ slots }) => slots[slot] !== undefined);
  const inputs = Math.max(...workflows.map(({ slots }) => (slots['source'] ? 1 : 0) + (slots['references']?.length ?? 0)));
  const range = (slot: KnownSlot, bounds: NumberRange) => (has(slot) ? { [slot]: { ...bounds, default: defaultAt(slot, bounds, workflows) } } : {});
  return {
    id, name: id.replace(/^.*[\\/]/, '').replace(/\.(?:safetensors|ckpt|gguf|sft|pth?)$/, '') || id,
    abilities: IMAGE_ABILITIES.filter((ability) => workflows.some(({ abilities }) => abilities.includes(ability))),
    sizes: { kind: 'free', multipleOf, sideMin, sideMax, areaMin: sideMin * sideMin, areaMax, aspectMax: 4, resolutions: ['512', '1K', '1.5K', '2K'] },
    countMax: has('count') ? settings.countMax : 1, promptMax: 10_000, ...(has('negative') ? { negativePromptMax: 4000 } : {}), ...(has('seed') ? { seedMax: Number.MAX_SAFE_INTEGER } : {}),
    ...range('steps', { min: 1, max: 150, step: 1, default: 20 }), ...range('guidance', { min: 0, max: 30, step: 0.5, default: 7 }), ...range('strength', { min: 0, max: 1, step: 0.05, default: 0.75 }),
    ...(inputs > 0 ? { references: { ...TAKES, countMax: inputs } } : {}), mask: has('mask'), progress: settings.listens ? 'previews' : 'none',
    settings: settingsOf(workflows, nodes),
  };
}

function settingsOf(workflows: readonly ComfyWorkflow[], nodes: ComfyNodes): ModelSetting[] {
  const found = new Map<string, ModelSetting>();
  for (const workflow of workflows) {
    for (const name of ownSlots(workflow)) {
      const setting = found.has(name) ? undefined : settingAt(name, workflow, nodes);
      if (setting) found.set(name, setting);
    }
  }
  return [...found.values()];
}

/** Undefined for what nobody can choose in a form. */
function settingAt(name: string, workflow: ComfyWorkflow, nodes: ComfyNodes): ModelSetting | undefined {
  const at = inputAt(workflow, workflow.slots[name]?.[0] ?? '', nodes);
  if (!at) return undefined;
  const { facts, value } = at;
  if (facts.kind === 'choice') return { name, kind: 'choice', choices: [...facts.choices], default: chosenOf(at) };
  if (facts.kind === 'switch') return { name, kind: 'switch', default: value === true };
  if (facts.kind !== 'number') return undefined;
  const { min = 0, max = 1_000_000, isWhole, step = isWhole ? 1 : 0.01 } = facts;
  return { name, kind: 'number', range: { min, max, step, default: typeof value === 'number' ? Math.min(max, Math.max(min, value)) : min } };
}

function defaultAt(slot: KnownSlot, { min, max, default: usual }: NumberRange, workflows: readonly ComfyWorkflow[]): number {
  const workflow = workflows.find(({ slots }) => slots[slot] !== undefined);
  const { node, input } = placeOf(workflow?.slots[slot]?.[0] ?? '');
  const value = workflow?.graph[node]?.inputs[input];
  return typeof value === 'number' && value >= min && value <= max ? value : usual;
}
