/** The way to models for rooms that draw and write with them: one book of providers, one line before each of them in a process. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelRef } from '@komawari/contract';
import type { App } from '../../kernel/app.ts';
import { UnknownOutcomeError } from '../../kernel/errors.ts';
import type { PictureTools } from '../../ports/picture-tools.ts';
import type { SafeFetch } from '../../ports/safe-fetch.ts';
import { hasOpenBill } from './gateway/call-store.ts';
import { draw, type DrawOrder, type Drawn } from './gateway/draw.ts';
import type { ReadyImageModel } from './gateway/ready-model.ts';
import { openTurns, type Turns } from './gateway/turns.ts';
import { openProviderBook, type LoadKinds, type ProviderBook } from './providers/provider-book.ts';

export type ModelsOptions = { kinds: LoadKinds; web: SafeFetch; pictures: PictureTools };

export type Models = {
  book(app: App): ProviderBook;
  turns: Turns;
  /** Undefined when it is switched off or gone. */
  findImageModel(app: App, ref: ModelRef): Promise<ReadyImageModel | undefined>;
  /** See `draw`; throws as it does. */
  draw(app: App, order: DrawOrder): Promise<Drawn>;
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
    const opened = openProviderBook(app, options.kinds, { web: options.web, now: () => app.ports.clock.now(), wait: async (ms, signal) => { await sleep(ms, undefined, { signal }); } });
    books.set(app, opened);
    return opened;
  };
  return {
    book, turns,
    async findImageModel(app, { providerId, modelId }) {
      return (await book(app).listImageModels()).find((one) => one.providerId === providerId && one.model.id === modelId);
    },
    draw: (app, order) => draw({ app, turns, newCallId: randomUUID, wait: (ms, stop) => sleep(ms, undefined, { signal: stop }), measure: ({ bytes }) => options.pictures.measurePicture(bytes) }, order),
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
