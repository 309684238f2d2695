import { budgetRoutes as budgets, chainRoutes as chains, historyRoutes as history, providerRoutes as providers, queueRoutes as queue, studioPreviewRoutes as previews, studioRoutes as routes, studioTextRoutes as texts, studioVisionRoutes as vision, wildcardRoutes as wildcards } from '@komawari/contract';
import { handle, type Room } from '../../kernel/room.ts';
import { socketDoor } from '../../kernel/socket-door.ts';
import type { PictureTools } from '../../ports/picture-tools.ts';
import { openaiFace } from './face/openai-face.ts';
import { keptWordLists, listWordLists, putWordList, removeWordList } from './craft/word-lists.ts';
import { enlargeJob } from './enlarge/enlarge-job.ts';
import { endpointRoutes } from './endpoints/endpoint-routes.ts';
import { enlargePicture } from './enlarge/enlarge-picture.ts';
import { getBudgets, quoteRecipe, setBudgets, spending } from './budgets/budgets.ts';
import { gridRoutes } from './grids/grid-routes.ts';
import { createBoard, listOwnBoards, removeBoard, renameBoard } from './history/boards.ts';
import { changePicture, changePictures, emptyTrash, retryPicture } from './history/change-pictures.ts';
import { tidyPictures } from './history/chores.ts';
import { changeSettings, getFile, getSettings, getThumbnail, getZip, zipPictures } from './history/download.ts';
import { exportOwnPictures } from './history/own-pictures.ts';
import { getPicture, listOwn, listOwnModels, listOwnTags } from './history/list-pictures.ts';
import { mountedHomeHosts } from './home-hosts/home-host-routes.ts';
import { homeHostSocket } from './home-hosts/host-socket.ts';
import { hostRoutes } from './hosts/host-routes.ts';
import { pullJob } from './hosts/pull-job.ts';
import { createGeneration } from './making/create-generation.ts';
import { generateJob } from './making/generate-job.ts';
import { pictureJob } from './making/picture-job.ts';
import { moveGenerations, namedObjects, removeGenerations } from './making/picture-store.ts';
import type { Models } from './models.ts';
import { getBecoming, tidyPreviews } from './previews/get-becoming.ts';
import { cancelPictures, movePicture, pauseProvider, pauseQueue } from './queue/change-queue.ts';
import { getQueue } from './queue/list-queue.ts';
import { openStands } from './queue/stand-in-line.ts';
import { takeInput } from './pictures/add-input.ts';
import { decideLost } from './pictures/decide-lost.ts';
import { getInputFile } from './pictures/get-input.ts';
import { getGeneration, listOffers } from './pictures/read-pictures.ts';
import { presentBroken, presentKind, presentProviders } from './providers/present-provider.ts';
import { listChains, setChain } from './providers/chains.ts';
import { clearDefault, setModels } from './providers/choose-among-models.ts';
import { listDefaults } from './providers/provider-store.ts';
import { changeProvider, createProvider, getProvider, removeProvider, setDefault, setModel } from './providers/set-up-provider.ts';
import { testProvider } from './providers/try-provider.ts';
import { keepPictures, smallPictures, tidyGiven } from './retention/chores.ts';
import { retentionMounts } from './retention/retention-routes.ts';
import { answerText, listTextOffers, streamText } from './text/answer-text.ts';
import { mountedTemplates } from './templates/template-routes.ts';
import { keptTemplates } from './templates/templates.ts';
import { keptTexts, tidyTexts } from './text/keep-texts.ts';
import { seeOwnPicture } from './text/see-own-picture.ts';

export type StudioOptions = { models: Models; pictures: PictureTools };

export function studioRoom(options: StudioOptions): Room {
  const bookOf = options.models.book;
  return {
    name: 'studio', foreign: openaiFace(options), sockets: [socketDoor(homeHostSocket)],
    routes: [
      handle(routes.models, (ctx) => listOffers(bookOf(ctx.app))),
      handle(routes.generate, async (ctx, { body }) => getGeneration(ctx, await createGeneration(ctx, bookOf(ctx.app), body))),
      handle(routes.generation, (ctx, { params }) => getGeneration(ctx, params.generationId)),
      handle(routes.pictures, (ctx, { query }) => listOwn(ctx, query)),
      handle(routes.file, (ctx, { params, query }) => getFile(ctx, params.pictureId, query)),
      handle(routes.addInput, (ctx, { upload }) => takeInput(ctx, options.pictures, upload)),
      handle(routes.inputFile, (ctx, { params }) => getInputFile(ctx, params.inputId)),
      handle(routes.check, (ctx, { params }) => decideLost(ctx, params.pictureId, 'check')),
      handle(routes.resend, (ctx, { params }) => decideLost(ctx, params.pictureId, 'resend')),
      handle(routes.abandon, (ctx, { params }) => decideLost(ctx, params.pictureId, 'abandon')),
      handle(previews.becoming, (ctx, { params, query }) => getBecoming(ctx, params.pictureId, query.seen)),
      handle(vision.see, (ctx, { params, body }) => seeOwnPicture(ctx, options, params.pictureId, body)),
      handle(texts.models, (ctx) => listTextOffers(ctx, options.models)),
      handle(texts.write, (ctx, { body }) => answerText(ctx, options, body)),
      handle(texts.stream, (ctx, { body }) => streamText(ctx, options, body)),
      handle(queue.list, (ctx, { query }) => getQueue(ctx, query)),
      handle(queue.pause, (ctx, { body }) => pauseQueue(ctx, body)),
      handle(queue.move, (ctx, { body }) => movePicture(ctx, body)),
      handle(queue.cancel, (ctx, { body }) => cancelPictures(ctx, body)),
      handle(queue.pauseProvider, (ctx, { params, body }) => pauseProvider(ctx, params.providerId, body)),
      handle(wildcards.list, (ctx) => listWordLists(ctx)),
      handle(wildcards.put, (ctx, { body }) => putWordList(ctx, body)),
      handle(wildcards.remove, (ctx, { query }) => removeWordList(ctx, query.name)),
      handle(history.picture, (ctx, { params }) => getPicture(ctx, params.pictureId)),
      handle(history.change, (ctx, { params, body }) => changePicture(ctx, params.pictureId, body)),
      handle(history.changeMany, (ctx, { body }) => changePictures(ctx, body)),
      handle(history.emptyTrash, (ctx) => emptyTrash(ctx)),
      handle(history.retry, (ctx, { params }) => retryPicture(ctx, params.pictureId)),
      handle(history.enlarge, (ctx, { params, body }) => enlargePicture(ctx, params.pictureId, body.factor)),
      handle(history.thumbnail, (ctx, { params }) => getThumbnail(ctx, params.pictureId)),
      handle(history.boards, (ctx) => listOwnBoards(ctx)),
      handle(history.createBoard, (ctx, { body }) => createBoard(ctx, body.name)),
      handle(history.renameBoard, (ctx, { params, body }) => renameBoard(ctx, params.boardId, body.name)),
      handle(history.removeBoard, (ctx, { params }) => removeBoard(ctx, params.boardId)),
      handle(history.tags, (ctx) => listOwnTags(ctx)),
      handle(history.usedModels, (ctx) => listOwnModels(ctx)),
      handle(history.zipPictures, (ctx, { body }) => zipPictures(ctx, body)),
      handle(history.zip, (ctx, { params }) => getZip(ctx, params.zipId)),
      // Reading other programs' words is rare, and its code is loaded when it is needed.
      handle(history.readMaking, async (ctx, { upload }) => (await import('./history/recall.ts')).recallRecipe(ctx, bookOf(ctx.app), upload)),
      handle(history.settings, (ctx) => getSettings(ctx)),
      handle(history.changeSettings, (ctx, { body }) => changeSettings(ctx, body)),
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
      handle(providers.setModels, async (ctx, { params, body }) => {
        await setModels(ctx, params.providerId, body);
        return getProvider(ctx, bookOf(ctx.app), params.providerId);
      }),
      handle(providers.clearDefault, async (ctx, { query }) => {
        await clearDefault(ctx, query.purpose);
        return { items: await listDefaults(ctx.app.client.db) };
      }),
      handle(chains.chains, (ctx) => listChains(ctx)),
      handle(chains.setChain, (ctx, { body }) => setChain(ctx, body)),
      handle(budgets.budgets, (ctx) => getBudgets(ctx)),
      handle(budgets.setBudgets, (ctx, { body }) => setBudgets(ctx, body)),
      handle(budgets.quote, (ctx, { body }) => quoteRecipe(ctx, bookOf(ctx.app), body.recipe)),
      ...mountedTemplates, ...hostRoutes(options.models), ...retentionMounts(), ...mountedHomeHosts, ...endpointRoutes(options.models), ...gridRoutes(options.models),
    ],
    register(app) {
      app.jobs.add(generateJob);
      app.jobs.add(pullJob(options.models));
      app.jobs.add(pictureJob({ ...options, stand: openStands(app) }));
      app.jobs.add(enlargeJob(options.pictures));
      app.works.register(keptTexts);
      app.works.register(spending);
      app.works.register(keptWordLists);
      app.works.register(keptTemplates);
      app.chores.add(tidyTexts);
      app.chores.add(tidyPreviews);
      app.works.register({ kind: 'generation', claim: moveGenerations, namedObjects, exportOwn: exportOwnPictures, removeOwn: removeGenerations });
      app.chores.add(tidyPictures);
      app.chores.add(keepPictures);
      app.chores.add(tidyGiven());
      app.chores.add(smallPictures(options.pictures));
    },
  };
}
