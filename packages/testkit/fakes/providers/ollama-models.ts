import { createHash } from 'node:crypto';

/** `image` marks a model that paints: those are no longer served. */
export type OllamaCapability = 'completion' | 'tools' | 'thinking' | 'vision' | 'insert' | 'embedding' | 'image';

export type OllamaModel = {
  /** With its tag. */
  name: string;
  capabilities: readonly OllamaCapability[];
  family: string;
  parameterSize: string;
  quantization: string;
  /** The most the model can be given, in tokens. */
  contextLength: number;
  /** What a pull fetches, one after the other; the first is the weights. */
  layers: readonly { digest: string; sizeBytes: number }[];
  /** Runs at the vendor's, where `format` is not supported. */
  isCloud: boolean;
};

/** Go writes times with a zone and more digits than milliseconds. */
const MODIFIED_AT = '2026-08-21T10:04:05.277302595+08:00';
/** The longest span that the original can hold: what "for ever" is. */
const FOREVER_MS = 9_223_372_036_854;

/** The same name always has the same digests. */
export function ollamaModel(name: string, facts: Partial<Omit<OllamaModel, 'name'>> = {}): OllamaModel {
  const full = fullName(name);
  const layers = [1_321_082_688, 1_429, 7_711, 485].map((sizeBytes, at) => ({ digest: `sha256:${sha256(`${full} ${at}`)}`, sizeBytes }));
  return { name: full, capabilities: ['completion'], family: 'llama', parameterSize: '1.2B', quantization: 'Q4_K_M', contextLength: 131_072, layers, isCloud: false, ...facts };
}

/** Already there when the stand-in starts. */
export const INSTALLED: readonly OllamaModel[] = [
  ollamaModel('qwen3:8b', { capabilities: ['completion', 'tools', 'thinking'], family: 'qwen3', parameterSize: '8.2B', contextLength: 40_960 }),
  ollamaModel('gemma3', { capabilities: ['completion', 'vision'], family: 'gemma3', parameterSize: '4.3B' }),
  ollamaModel('qwen2.5-coder:7b', { capabilities: ['completion', 'tools', 'insert'], family: 'qwen2', parameterSize: '7.6B', contextLength: 32_768 }),
  ollamaModel('gpt-oss:120b-cloud', { capabilities: ['completion', 'tools'], family: 'gptoss', parameterSize: '116.8B', quantization: 'MXFP4', isCloud: true }),
  ollamaModel('nomic-embed-text', { capabilities: ['embedding'], family: 'nomic-bert', parameterSize: '137M', quantization: 'F16', contextLength: 2_048 }),
  ollamaModel('x/flux2-klein', { capabilities: ['image'], family: 'flux2', parameterSize: '4B' }),
];

/** Can be pulled. */
export const REGISTRY: readonly OllamaModel[] = [
  ollamaModel('llama3.2:1b'),
  ollamaModel('llava:7b', { capabilities: ['completion', 'vision'], parameterSize: '7B', contextLength: 32_768 }),
];

/** Without a tag it is `latest`. */
export function fullName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).includes(':') ? name : `${name}:latest`;
}

/** A row of the list. */
export function tagOf(model: OllamaModel, tellsCapabilities: boolean) {
  return { ...nameAndSize(model), modified_at: MODIFIED_AT, ...(tellsCapabilities ? { capabilities: model.capabilities } : {}) };
}

/** A row of what is loaded. `expiresAt` in milliseconds, Infinity for ever. */
export function loadedRow(model: OllamaModel, { expiresAt, contextLength, now }: { expiresAt: number; contextLength: number; now: number }) {
  const at = Number.isFinite(expiresAt) ? expiresAt : now + FOREVER_MS;
  return { ...nameAndSize(model), expires_at: timeOf(at), size_vram: sizeOf(model), context_length: contextLength };
}

export function shownOf(model: OllamaModel) {
  return {
    details: detailsOf(model), capabilities: model.capabilities, modified_at: MODIFIED_AT,
    model_info: { 'general.architecture': model.family, [`${model.family}.context_length`]: model.contextLength },
  };
}

/** As Go writes it: finer than a millisecond. */
export function timeOf(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '799Z');
}

function nameAndSize(model: OllamaModel) {
  return { name: model.name, model: model.name, size: sizeOf(model), digest: sha256(model.name), details: detailsOf(model) };
}

function detailsOf({ family, parameterSize, quantization }: OllamaModel) {
  return { parent_model: '', format: 'gguf', family, families: [family], parameter_size: parameterSize, quantization_level: quantization };
}

function sizeOf({ layers }: OllamaModel): number {
  return layers.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
