import type { ModelRef, TextPurpose } from '@komawari/contract';
import { problemDetail } from '@komawari/contract/told-error';
import { AppError } from '../../../kernel/errors.ts';
import type { ReadyTextModel } from '../gateway/ready-model.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { standInsFor } from '../providers/stand-ins.ts';
import { textProblems, type TextAsk } from './text-ask.ts';

/**
 * The models that a request goes to: the one that is named, or the one set up for the purpose (where it can not, such as see a
 * picture, the first that can) and those that may step in and can do all of it. Throws `studio.no-provider`, `studio.no-model` and `studio.cannot`.
 */
export async function chooseTextModels(book: ProviderBook, { model: named, purpose }: { model?: ModelRef | undefined; purpose: TextPurpose }, ask: TextAsk): Promise<ReadyTextModel[]> {
  const all = await book.listTextModels();
  const first = named ? all.find(({ providerId, model }) => providerId === named.providerId && model.id === named.modelId) : ableOf(all, await book.findTextDefault(purpose), ask);
  if (!first) throw new AppError(named ? 'studio.no-model' : 'studio.no-provider');
  const [problem] = textProblems(ask, first.model);
  if (problem) throw new AppError('studio.cannot', { detail: problemDetail(problem) });
  return named ? [first] : [first, ...standIns(all, first, { ask, chain: await book.findChain(purpose) })];
}

function ableOf(all: readonly ReadyTextModel[], usual: ReadyTextModel | undefined, ask: TextAsk): ReadyTextModel | undefined {
  return usual && textProblems(ask, usual.model).length > 0 ? (all.find(({ model }) => textProblems(ask, model).length === 0) ?? usual) : usual;
}

/** Of the chain, or of other providers, those that can do the whole request. */
export function standIns(all: readonly ReadyTextModel[], first: ReadyTextModel, { ask, chain }: { ask: TextAsk; chain: readonly ModelRef[] | undefined }): ReadyTextModel[] {
  return standInsFor(first, all, { chain, isAble: ({ model }) => textProblems(ask, model).length === 0 });
}
