/** `/v1/models`, and which model a name means. */
import type { ModelRef } from '@komawari/contract';
import type { Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { ForeignAsked, ForeignReply } from '../../../kernel/foreign-api.ts';
import type { ReadyImageModel, ReadyTextModel } from '../gateway/ready-model.ts';
import type { Models } from '../models.ts';
import type { ProviderBook } from '../providers/provider-book.ts';
import { findNamed, HOUSE, nameModels } from './model-names.ts';

/** Those that were chosen for a purpose, under names that stay when another is chosen. */
const CHOSEN = { picture: 'image', panel: 'image', words: 'text', script: 'text', vision: 'text' } as const;
type Chosen = keyof typeof CHOSEN;
type Job = 'image' | 'text';

/** `jobs` is ours: what a model can be asked for. When it was made nobody tells us. */
type Row = { id: string; object: 'model'; created: 0; owned_by: string; jobs: readonly Job[] };

export async function listForPrograms(ctx: Ctx, models: Models): Promise<ForeignReply> {
  const all = await everyModel(models.book(ctx.app));
  const chosen = Object.entries(CHOSEN).filter(([, job]) => all.some(({ jobs }) => jobs.includes(job)));
  return reply({ object: 'list', data: [...chosen.map(([purpose, job]) => rowOf(`${HOUSE}/${purpose}`, HOUSE, [job])), ...nameModels(all).map(({ name, ready }) => rowOf(name, ready.providerName, ready.jobs))] });
}

export async function getForPrograms(ctx: Ctx, models: Models, { params }: ForeignAsked): Promise<ForeignReply> {
  const asked = params['*'] ?? '';
  const all = await everyModel(models.book(ctx.app));
  const purpose = purposeOf(asked);
  if (purpose && all.some(({ jobs }) => jobs.includes(CHOSEN[purpose]))) return reply(rowOf(asked, HOUSE, [CHOSEN[purpose]]));
  const found = findNamed(all, asked);
  const name = nameModels(all).find(({ ready }) => ready === found)?.name ?? asked;
  return reply(rowOf(name, found.providerName, found.jobs));
}

/** `canStepIn`: the name leaves the choice to the house. Throws OpenaiRefusal and `studio.no-provider`. */
export async function findTextModel(book: ProviderBook, asked: string): Promise<{ first: ReadyTextModel; all: readonly ReadyTextModel[]; canStepIn: boolean; chain: readonly ModelRef[] | undefined }> {
  const all = await book.listTextModels();
  const purpose = purposeOf(asked);
  const first = purpose && CHOSEN[purpose] === 'text' ? await book.findTextDefault(purpose) : findNamed(all, asked);
  if (!first) throw new AppError('studio.no-provider');
  const chain = purpose === 'words' || purpose === 'script' || purpose === 'vision' ? await book.findChain(purpose) : undefined;
  return { first, all, canStepIn: purpose !== undefined, chain };
}

/** Without a name the one that was chosen for pictures. */
export async function findImageModel(book: ProviderBook, asked: string | undefined): Promise<{ first: ReadyImageModel; canStepIn: boolean }> {
  const purpose = asked === undefined ? 'picture' : purposeOf(asked);
  const first = purpose && CHOSEN[purpose] === 'image' ? await book.findImageDefault(purpose) : findNamed(await book.listImageModels(), asked ?? '');
  if (!first) throw new AppError('studio.no-provider');
  return { first, canStepIn: purpose !== undefined };
}

function purposeOf(asked: string): Chosen | undefined {
  const name = asked.startsWith(`${HOUSE}/`) ? asked.slice(HOUSE.length + 1) : '';
  return Object.keys(CHOSEN).find((purpose): purpose is Chosen => purpose === name);
}

type Every = Pick<ReadyTextModel, 'providerId' | 'providerName'> & { model: { id: string }; jobs: Job[] };

/** One that draws and writes is one. */
async function everyModel(book: ProviderBook): Promise<Every[]> {
  const every = new Map<string, Every>();
  const take = (job: Job) => ({ providerId, providerName, model }: ReadyImageModel | ReadyTextModel): void => {
    const key = `${providerId}/${model.id}`;
    const known = every.get(key) ?? { providerId, providerName, model: { id: model.id }, jobs: [] };
    known.jobs.push(job);
    every.set(key, known);
  };
  const [images, texts] = await Promise.all([book.listImageModels(), book.listTextModels()]);
  texts.forEach(take('text'));
  images.forEach(take('image'));
  return [...every.values()];
}

function rowOf(id: string, ownedBy: string, jobs: readonly Job[]): Row {
  return { id, object: 'model', created: 0, owned_by: ownedBy, jobs };
}

function reply(body: unknown): ForeignReply {
  return { status: 200, body: JSON.stringify(body) };
}
