/** The way to models for rooms that draw and write with them: one book of providers, one line before each of them in a process. */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelRef, OwnerRef } from '@komawari/contract';
import { inTransaction } from '../../db/transaction.ts';
import type { App } from '../../kernel/app.ts';
import { UnknownOutcomeError } from '../../kernel/errors.ts';
import type { PictureTools } from '../../ports/picture-tools.ts';
import type { SafeFetch } from '../../ports/safe-fetch.ts';
import type { TextAnswer, TextRequest } from '../../ports/text-provider.ts';
import { hasOpenBill, loseOpen } from './gateway/call-store.ts';
import { draw, type DrawOrder, type Drawn } from './gateway/draw.ts';
import type { ReadyImageModel, ReadyTextModel } from './gateway/ready-model.ts';
import { webWithHomeHosts } from './home-hosts/host-web.ts';
import { openTurns, type Turns } from './gateway/turns.ts';
import { write } from './gateway/write.ts';
import { findText, keepText } from './text/text-answer-store.ts';
import { openProviderBook, type LoadKinds, type ProviderBook } from './providers/provider-book.ts';

export type ModelsOptions = { kinds: LoadKinds; web: SafeFetch; pictures: PictureTools };

export type Models = {
  book(app: App): ProviderBook;
  turns: Turns;
  /** Undefined when it is switched off or gone. */
  findImageModel(app: App, ref: ModelRef): Promise<ReadyImageModel | undefined>;
  /** See `draw`; throws as it does. */
  draw(app: App, order: DrawOrder): Promise<Drawn>;
  findTextModel(app: App, ref: ModelRef): Promise<ReadyTextModel | undefined>;
  /**
   * Words for a task, asked for once: another attempt of the same task finds what was answered before. Throws as `write` does,
   * and UnknownOutcomeError where an attempt was cut off after its request had left.
   */
  write(app: App, order: { task: { id: string; owner: string }; model: ReadyTextModel; request: Omit<TextRequest, 'model'>; signal: AbortSignal }): Promise<TextAnswer>;
  /**
   * Work that asks a model. Whatever stands in its way: what was sent and may be billed is not over, and ends as
   * UnknownOutcomeError, for a person to decide.
   */
  guard<T>(app: App, attempt: { taskId: string; signal: AbortSignal }, work: () => Promise<T>): Promise<T>;
};

export function openModels(options: ModelsOptions): Models {
  const books = new WeakMap<App, ProviderBook>();
  const turns = openTurns({ nowMs: () => performance.now() });
  const book = (app: App): ProviderBook => {
    const known = books.get(app);
    if (known) return known;
    const opened = openProviderBook(app, options.kinds, { web: webWithHomeHosts(app, options.web), now: () => app.ports.clock.now(), wait: async (ms, signal) => { await sleep(ms, undefined, { signal }); } });
    books.set(app, opened);
    return opened;
  };
  return {
    book, turns,
    async findImageModel(app, { providerId, modelId }) {
      return (await book(app).listImageModels()).find((one) => one.providerId === providerId && one.model.id === modelId);
    },
    draw: (app, order) => draw({ app, turns, newCallId: randomUUID, wait: (ms, stop) => sleep(ms, undefined, { signal: stop }), measure: ({ bytes }) => options.pictures.measurePicture(bytes) }, order),
    async findTextModel(app, { providerId, modelId }) {
      return (await book(app).listTextModels()).find((one) => one.providerId === providerId && one.model.id === modelId);
    },
    async write(app, { task, model, request, signal }) {
      const { db } = app.client;
      const key = createHash('sha256').update(JSON.stringify([task.id, model.providerId, model.model.id, request])).digest('hex');
      const kept = await findText(db, key, app.ports.clock.now());
      if (kept) return kept.answer;
      if (await loseOpen(db, task.id, app.ports.clock.now())) throw new UnknownOutcomeError('lost');
      const written = await write({ app, turns, newCallId: randomUUID }, {
        purposeId: task.id, models: [model], signal, requestFor: (ready) => ({ ...request, model: ready.model }),
        keep: (made) => inTransaction(db, (tx) => keepText(tx, key, { ...made, owner: task.owner as OwnerRef, now: app.ports.clock.now() })),
      });
      return written.answer;
    },
    async guard(app, { taskId, signal }, work) {
      try {
        return await work();
      } catch (error) {
        if (signal.aborted || error instanceof UnknownOutcomeError || !(await hasOpenBill(app.client.db, taskId))) throw error;
        throw new UnknownOutcomeError('open', { cause: error });
      }
    },
  };
}
