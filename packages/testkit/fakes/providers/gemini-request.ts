/** Reads a `generateContent` request as the original does and refuses what it would refuse. */
import { readContents, type KeptFile, type SeenPicture } from './gemini-contents.ts';
import { GeminiRefusal } from './gemini-errors.ts';
import { badField, invalid, isRecord, known, V1BETA } from './gemini-fields.ts';
import type { GeminiModel } from './gemini-models.ts';
import { checkOpenApiPart, type Schema } from './gemini-schema.ts';

/** What was understood. */
export type GeminiAsk = {
  model: GeminiModel;
  /** The words of the user's last turn. */
  prompt: string;
  system: string;
  seen: readonly SeenPicture[];
  /** As they came, to be compared with what was given out. */
  modelParts: readonly Record<string, unknown>[];
  schema?: Schema;
  mimeType: string;
  /** The answer may hold words, and a picture. */
  hasWords: boolean;
  picture?: { ratio?: string; size: string };
  maxOutputTokens?: number;
  seed?: number;
  showsThoughts: boolean;
};

export type GeminiLimits = {
  maxRequestBytes: number;
  /** What stands before the name of a safety category. */
  safetyPrefix: string;
  /** Files that were put up before, by their address. */
  files: ReadonlyMap<string, KeptFile>;
};

const CONFIG = [
  'responseMimeType', 'responseSchema', 'responseJsonSchema', 'responseModalities', 'imageConfig', 'temperature', 'topP', 'topK', 'maxOutputTokens',
  'stopSequences', 'candidateCount', 'seed', 'presencePenalty', 'frequencyPenalty', 'thinkingConfig', 'mediaResolution',
];
const CATEGORIES = ['HARASSMENT', 'HATE_SPEECH', 'SEXUALLY_EXPLICIT', 'DANGEROUS_CONTENT'];
const THRESHOLDS = ['BLOCK_LOW_AND_ABOVE', 'BLOCK_MEDIUM_AND_ABOVE', 'BLOCK_ONLY_HIGH', 'BLOCK_NONE', 'OFF'];

export async function readAsk(bytes: Buffer, model: GeminiModel, limits: GeminiLimits): Promise<GeminiAsk> {
  if (bytes.length > limits.maxRequestBytes) throw new GeminiRefusal(400, `Request payload size exceeds the limit: ${limits.maxRequestBytes} bytes.`);
  const body = known(parsed(bytes), '', ['contents', 'systemInstruction', 'safetySettings', 'generationConfig']);
  const contents = await readContents(body['contents'], limits.files);
  checkSafety(body['safetySettings'], limits.safetyPrefix);
  const ask = { model, ...contents, system: systemOf(body['systemInstruction']), ...configOf(body['generationConfig'], model) };
  if (model.maxPictures !== undefined && ask.seen.length > model.maxPictures) throw new GeminiRefusal(400, `Please use fewer images: ${ask.seen.length} were given, models/${model.id} takes up to ${model.maxPictures}.`);
  const tokens = Math.ceil((ask.prompt.length + ask.system.length) / 4);
  if (tokens > model.inputTokenLimit) throw new GeminiRefusal(400, `The input token count (${tokens}) exceeds the maximum number of tokens allowed (${model.inputTokenLimit}).`);
  return ask;
}

function configOf(value: unknown, model: GeminiModel): Pick<GeminiAsk, 'schema' | 'mimeType' | 'hasWords' | 'picture' | 'maxOutputTokens' | 'seed' | 'showsThoughts'> {
  const config = known(value ?? {}, 'generationConfig', CONFIG);
  const thinking = known(config['thinkingConfig'] ?? {}, 'generationConfig.thinkingConfig', ['includeThoughts', 'thinkingBudget', 'thinkingLevel']);
  const wants = modalities(config['responseModalities'], model);
  const picture = pictureOf(config['imageConfig'], model);
  if ((numberAt(config, 'candidateCount') ?? 1) !== 1) throw new GeminiRefusal(400, 'Multiple candidates is not enabled for this model');
  return {
    ...formOf(config, model, wants.includes('IMAGE')), hasWords: wants.includes('TEXT'), picture: wants.includes('IMAGE') ? picture : undefined,
    maxOutputTokens: numberAt(config, 'maxOutputTokens'), seed: numberAt(config, 'seed'), showsThoughts: thinking['includeThoughts'] === true,
  };
}

function modalities(value: unknown, model: GeminiModel): string[] {
  const able = model.makes === 'pictures' ? ['TEXT', 'IMAGE'] : ['TEXT'];
  if (value === undefined) return able;
  if (!Array.isArray(value)) throw invalid('generationConfig.responseModalities', `${V1BETA}GenerationConfig.Modality`, value);
  value.forEach((one, at) => {
    if (!['TEXT', 'IMAGE', 'AUDIO'].includes(one as string)) throw invalid(`generationConfig.responseModalities[${at}]`, `${V1BETA}GenerationConfig.Modality`, one);
  });
  if (value.some((one) => !able.includes(String(one)))) throw new GeminiRefusal(400, `The requested combination of response modalities (${value.join(', ')}) is not supported by the model. models/${model.id} accepts the following combination of response modalities:\n* ${able.join(', ')}\n`);
  return value.length === 0 ? able : value.map(String);
}

function pictureOf(value: unknown, { id, makes, sizes = [], ratios = [] }: GeminiModel): { ratio?: string; size: string } {
  const path = 'generationConfig.imageConfig';
  const { aspectRatio, imageSize } = known(value ?? {}, path, ['aspectRatio', 'imageSize']);
  if (value !== undefined && makes !== 'pictures') throw new GeminiRefusal(400, `Image config is not supported by models/${id}`);
  if (aspectRatio !== undefined && (typeof aspectRatio !== 'string' || !ratios.includes(aspectRatio))) throw badField(`${path}.aspectRatio`, () => `aspect_ratio must be one of ${ratios.map((one) => `'${one}'`).join(', ')}.`);
  if (imageSize === undefined) return { ratio: aspectRatio, size: '1K' };
  if (sizes.length === 0) throw badField(`${path}.imageSize`, () => `image_size is not supported by models/${id}.`);
  if (typeof imageSize !== 'string' || !sizes.includes(imageSize)) throw badField(`${path}.imageSize`, () => `image_size must be one of ${sizes.map((one) => `'${one}'`).join(', ')}.`);
  return { ratio: aspectRatio, size: imageSize };
}

function formOf(config: Record<string, unknown>, model: GeminiModel, isPicture: boolean): { mimeType: string; schema?: Schema } {
  const { responseMimeType: mimeType = 'text/plain', responseSchema, responseJsonSchema } = config;
  if (mimeType !== 'text/plain' && mimeType !== 'application/json' && mimeType !== 'text/x.enum') throw badField('generationConfig.responseMimeType', (field) => `* GenerateContentRequest.${field}: allowed mimetypes are \`text/plain\`, \`application/json\`, \`text/x.enum\`.`);
  if (responseSchema !== undefined && responseJsonSchema !== undefined) throw new GeminiRefusal(400, 'Only one of response_schema and response_json_schema can be set.');
  if (mimeType === 'text/plain' && (responseSchema ?? responseJsonSchema) !== undefined) throw new GeminiRefusal(400, "A response schema with a response mime type: 'text/plain' is unsupported");
  if (mimeType !== 'text/plain' && isPicture) throw new GeminiRefusal(400, `JSON mode is not enabled for models/${model.id}`);
  if (responseJsonSchema !== undefined && !isRecord(responseJsonSchema)) throw invalid('generationConfig.responseJsonSchema', 'type.googleapis.com/google.protobuf.Value', responseJsonSchema);
  const schema = responseSchema === undefined ? responseJsonSchema : checkOpenApiPart(responseSchema, 'generation_config.response_schema');
  if (mimeType === 'text/x.enum' && !Array.isArray(schema?.['enum'])) throw new GeminiRefusal(400, 'text/x.enum needs a response schema of type STRING with an enum.');
  return { mimeType, schema };
}

function checkSafety(value: unknown, prefix: string): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) throw invalid('safetySettings', `${V1BETA}SafetySetting`, value);
  value.forEach((one, at) => {
    const { category, threshold } = known(one, `safetySettings[${at}]`, ['category', 'threshold']);
    if (!CATEGORIES.some((name) => prefix + name === category)) throw invalid(`safetySettings[${at}].category`, `${V1BETA}HarmCategory`, category);
    if (!THRESHOLDS.includes(threshold as string)) throw invalid(`safetySettings[${at}].threshold`, `${V1BETA}SafetySetting.HarmBlockThreshold`, threshold);
  });
}

function systemOf(value: unknown): string {
  if (value === undefined) return '';
  const { parts } = known(value, 'systemInstruction', ['role', 'parts']);
  if (!Array.isArray(parts)) throw invalid('systemInstruction.parts', `${V1BETA}Part`, parts);
  return parts.map((part, at) => {
    const { text } = known(part, `systemInstruction.parts[${at}]`, ['text']);
    if (typeof text !== 'string') throw invalid(`systemInstruction.parts[${at}].text`, 'TYPE_STRING', text);
    return text;
  }).join('\n');
}

function numberAt(config: Record<string, unknown>, name: string): number | undefined {
  const value = config[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > 2 ** 31 - 1) throw invalid(`generationConfig.${name}`, 'TYPE_INT32', value);
  return value;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    const refusal = new GeminiRefusal(400, 'Invalid JSON payload received. Unexpected token.');
    refusal.cause = error;
    throw refusal;
  }
}
