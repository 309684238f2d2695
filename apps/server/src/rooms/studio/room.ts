import { setTimeout as sleep } from 'node:timers/promises';
import { studioRoutes as routes } from '@komawari/contract';
import type { App } from '../../kernel/app.ts';
import { handle, type Room } from '../../kernel/room.ts';
import type { PictureTools } from '../../ports/picture-tools.ts';
import type { SafeFetch } from '../../ports/safe-fetch.ts';
import { createGeneration } from './making/create-generation.ts';
import { generateJob } from './making/generate-job.ts';
import { pictureJob } from './making/picture-job.ts';
import { moveGenerations, namedObjects, removeGenerations } from './making/picture-store.ts';
import { takeInput } from './pictures/add-input.ts';
import { abandonLost, checkLost, resendLost } from './pictures/decide-lost.ts';
import { getGeneration, getPictureFile, listOffers, listOwn } from './pictures/read-pictures.ts';
import { openProviderBook, type LoadKinds, type ProviderBook } from './providers/provider-book.ts';

export type StudioOptions = { kinds: LoadKinds; web: SafeFetch; pictures: PictureTools };

export function studioRoom(options: StudioOptions): Room {
  let book: ProviderBook | undefined;
  const bookOf = (app: App): ProviderBook => (book ??= openProviderBook(app, options.kinds, {
    web: options.web, now: () => app.ports.clock.now(), wait: async (ms, signal) => { await sleep(ms, undefined, { signal }); },
  }));
  return {
    name: 'studio',
    routes: [
      handle(routes.models, (ctx) => listOffers(bookOf(ctx.app))),
      handle(routes.generate, async (ctx, { body }) => getGeneration(ctx, await createGeneration(ctx, bookOf(ctx.app), body))),
      handle(routes.generation, (ctx, { params }) => getGeneration(ctx, params.generationId)),
      handle(routes.pictures, (ctx, { query }) => listOwn(ctx, query)),
      handle(routes.file, (ctx, { params }) => getPictureFile(ctx, params.pictureId)),
      handle(routes.addInput, (ctx, { upload }) => takeInput(ctx, options.pictures, upload)),
      handle(routes.check, (ctx, { params }) => checkLost(ctx, params.pictureId)),
      handle(routes.resend, (ctx, { params }) => resendLost(ctx, params.pictureId)),
      handle(routes.abandon, (ctx, { params }) => abandonLost(ctx, params.pictureId)),
    ],
    register(app) {
      app.jobs.add(generateJob);
      app.jobs.add(pictureJob({ book: () => bookOf(app), pictures: options.pictures }));
      app.works.register({ kind: 'generation', claim: moveGenerations, namedObjects, removeOwn: removeGenerations });
    },
  };
}
