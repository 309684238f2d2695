import { setTimeout as sleep } from 'node:timers/promises';
import { providerRoutes as providers, studioRoutes as routes } from '@komawari/contract';
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
import { presentBroken, presentKind, presentProviders } from './providers/present-provider.ts';
import { openProviderBook, type LoadKinds, type ProviderBook } from './providers/provider-book.ts';
import { listDefaults } from './providers/provider-store.ts';
import { changeProvider, createProvider, getProvider, removeProvider, setDefault, setModel } from './providers/set-up-provider.ts';
import { testProvider } from './providers/try-provider.ts';

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
      handle(providers.kinds, async (ctx) => ({ items: [...(await bookOf(ctx.app).listKinds()).values()].map(presentKind), broken: (await bookOf(ctx.app).listBroken()).map((plugIn) => presentBroken(plugIn, ctx.language)) })),
      handle(providers.list, async (ctx) => ({ items: await presentProviders(ctx.app, bookOf(ctx.app)) })),
      handle(providers.add, async (ctx, { body }) => (await testProvider(ctx, bookOf(ctx.app), await createProvider(ctx, bookOf(ctx.app), body))).provider),
      handle(providers.change, async (ctx, { params, body }) => {
        await changeProvider(ctx, bookOf(ctx.app), params.providerId, body);
        return getProvider(ctx, bookOf(ctx.app), params.providerId);
      }),
      handle(providers.remove, (ctx, { params }) => removeProvider(ctx, params.providerId)),
      handle(providers.test, (ctx, { params }) => testProvider(ctx, bookOf(ctx.app), params.providerId)),
      handle(providers.setModel, async (ctx, { params, body }) => {
        await setModel(ctx, params.providerId, body);
        return getProvider(ctx, bookOf(ctx.app), params.providerId);
      }),
      handle(providers.defaults, async (ctx) => ({ items: await listDefaults(ctx.app.client.db) })),
      handle(providers.setDefault, async (ctx, { body }) => {
        await setDefault(ctx, body);
        return { items: await listDefaults(ctx.app.client.db) };
      }),
    ],
    register(app) {
      app.jobs.add(generateJob);
      app.jobs.add(pictureJob({ book: () => bookOf(app), pictures: options.pictures }));
      app.works.register({ kind: 'generation', claim: moveGenerations, namedObjects, removeOwn: removeGenerations });
    },
  };
}
