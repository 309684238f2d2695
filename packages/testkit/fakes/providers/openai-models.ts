import { unknownModel } from './openai-errors.ts';

export type ImageRules = {
  qualities: readonly string[];
  /** Any `WxH` within the rules, beside the named sizes. */
  hasFreeSizes: boolean;
  canBeTransparent: boolean;
  /** Whether an edit may send `input_fidelity`. */
  takesFidelity: boolean;
  hasComplexity: boolean;
};
export type ChatRules = {
  hasVision: boolean;
  /** Takes `max_completion_tokens` alone and no temperature. */
  isReasoning: boolean;
};
export type OpenaiModel = {
  id: string;
  /** `YYYY-MM-DD`; from this day on the model is gone. */
  shutdownDate?: string;
  image?: ImageRules;
  chat?: ChatRules;
};

/** The rules of an image model follow from the family its id names, and can be replaced one by one. */
export function imageModel(id: string, { shutdownDate, ...rules }: { shutdownDate?: string } & Partial<ImageRules> = {}): OpenaiModel {
  const isFine = /^gpt-image-2\.[56]/.test(id);
  const qualities = ['auto', 'low', 'medium', 'high', ...(isFine ? ['xhigh', 'max'] : [])];
  const takesFidelity = id !== 'gpt-image-1-mini' && id !== 'gpt-image-2';
  return {
    id, shutdownDate,
    image: { qualities, hasFreeSizes: id.startsWith('gpt-image-2'), canBeTransparent: id !== 'gpt-image-2', takesFidelity, hasComplexity: id.startsWith('gpt-image-2.6'), ...rules },
  };
}

export function chatModel(id: string, { hasVision = true, isReasoning = false }: Partial<ChatRules> = {}): OpenaiModel {
  return { id, chat: { hasVision, isReasoning } };
}

export const OPENAI_MODELS: readonly OpenaiModel[] = [
  { id: 'dall-e-2', shutdownDate: '2026-05-12' },
  { id: 'dall-e-3', shutdownDate: '2026-05-12' },
  imageModel('gpt-image-1', { shutdownDate: '2026-10-23' }),
  imageModel('gpt-image-1-mini', { shutdownDate: '2026-12-01' }),
  imageModel('gpt-image-1.5', { shutdownDate: '2026-12-01' }),
  imageModel('chatgpt-image-latest', { shutdownDate: '2026-12-01' }),
  imageModel('gpt-image-2'),
  imageModel('gpt-image-2.6-sunburst'),
  imageModel('gpt-image-2.6-flare'),
  chatModel('gpt-chat-test'),
  chatModel('gpt-chat-blind-test', { hasVision: false }),
  chatModel('gpt-reasoning-test', { isReasoning: true }),
];

export const COMPATIBLE_MODELS: readonly OpenaiModel[] = [chatModel('local/chat-test', { hasVision: false }), chatModel('local/vision-test')];

export type OpenaiCatalogue = { models: readonly OpenaiModel[]; /** `YYYY-MM-DD` */ today: string; isPlain: boolean; shutdownDateForm: 'date' | 'unix' };

/** Throws OpenaiRefusal 404 where the model is unknown, over, or of another kind. */
export function modelFor(kind: 'image' | 'chat', id: string, { models, today }: OpenaiCatalogue): OpenaiModel {
  const model = models.find((one) => one.id === id);
  if (model && isOver(model, today)) throw unknownModel(id, 'over');
  if (!model?.[kind]) throw unknownModel(id);
  return model;
}

export function modelList(catalogue: OpenaiCatalogue) {
  const alive = catalogue.models.filter((model) => !isOver(model, catalogue.today));
  return { object: 'list', data: alive.map((model) => modelRow(model, catalogue)) };
}

export function modelRow({ id, shutdownDate }: OpenaiModel, { isPlain, shutdownDateForm }: OpenaiCatalogue) {
  const row = { id, object: 'model', created: 1_760_000_000, owned_by: isPlain ? 'local' : 'openai' };
  if (isPlain) return row;
  const shut = shutdownDate !== undefined && shutdownDateForm === 'unix' ? Date.parse(shutdownDate) / 1000 : shutdownDate;
  return { ...row, shutdown_date: shut ?? null };
}

export function isOver({ shutdownDate }: OpenaiModel, today: string): boolean {
  return shutdownDate !== undefined && shutdownDate <= today;
}
