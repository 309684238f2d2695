import { providerRoutes as providers, studioRoutes as routes, studioTextRoutes as texts } from '@komawari/contract';
import { handle, type Room } from '../../kernel/room.ts';
import type { PictureTools } from '../../ports/picture-tools.ts';
import { openaiFace } from './face/openai-face.ts';
import { createGeneration } from './making/create-generation.ts';
import { generateJob } from './making/generate-job.ts';
import { pictureJob } from './making/picture-job.ts';
import { moveGenerations, namedObjects, removeGenerations } from './making/picture-store.ts';
import type { Models } from './models.ts';
import { takeInput } from './pictures/add-input.ts';
import { abandonLost, checkLost, resendLost } from './pictures/decide-lost.ts';
import { getGeneration, getPictureFile, listOffers, listOwn } from './pictures/read-pictures.ts';
import { presentBroken, presentKind, presentProviders } from './providers/present-provider.ts';
import { listDefaults } from './providers/provider-store.ts';
import { changeProvider, createProvider, getProvider, removeProvider, setDefault, setModel } from './providers/set-up-provider.ts';
import { testProvider } from './providers/try-provider.ts';
import { answerText, listTextOffers } from './text/answer-text.ts';
import { keptTexts, tidyTexts } from './text/keep-texts.ts';

export type StudioOptions = { models: Models; pictures: PictureTools };

export function studioRoom(options: StudioOptions): Room {
  const bookOf = options.models.book;
  return {
    name: 'studio', foreign: openaiFace(options),
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
      handle(texts.models, (ctx) => listTextOffers(ctx, options.models)),
      handle(texts.write, (ctx, { body }) => answerText(ctx, options, body)),
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
      app.jobs.add(pictureJob(options));
      app.works.register(keptTexts);
      app.chores.add(tidyTexts);
      app.works.register({ kind: 'generation', claim: moveGenerations, namedObjects, removeOwn: removeGenerations });
    },
  };
}
