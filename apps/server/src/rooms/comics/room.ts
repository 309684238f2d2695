import { comicRoutes as routes } from '@komawari/contract';
import { handle, type Room } from '../../kernel/room.ts';
import { cancelComic, continueComic, exportComic, removeOwnComic, restoreComic } from './change-comic.ts';
import { createComic } from './create-comic.ts';
import { decodeText } from './decode-text.ts';
import type { ComicEngine } from './engine.ts';
import type { RasterTools } from '../../ports/raster-tools.ts';
import { exportJob, makeJob, pageJob, panelJob, scriptJob } from './making.ts';
import { getComic, getFile, getPicture, listOwnComics } from './read-comic.ts';
import { moveComics, namedObjects } from './store.ts';

export function comicsRoom(options: { engine: ComicEngine; tools: RasterTools }): Room {
  return {
    name: 'comics',
    routes: [
      handle(routes.create, (ctx, { body }) => createComic(ctx, body)),
      handle(routes.upload, (ctx, { upload, query }) => createComic(ctx, { text: decodeText(upload), options: query })),
      handle(routes.list, (ctx, { query }) => listOwnComics(ctx, query)),
      handle(routes.get, (ctx, { params }) => getComic(ctx, params.comicId)),
      handle(routes.picture, (ctx, { params }) => getPicture(ctx, params.comicId, params.key)),
      handle(routes.export, (ctx, { params, body }) => exportComic(ctx, params.comicId, body)),
      handle(routes.file, (ctx, { params }) => getFile(ctx, params.comicId, params.fileId)),
      handle(routes.cancel, (ctx, { params }) => cancelComic(ctx, params.comicId)),
      handle(routes.continue, (ctx, { params }) => continueComic(ctx, params.comicId)),
      handle(routes.remove, (ctx, { params }) => removeOwnComic(ctx, params.comicId)),
      handle(routes.restore, (ctx, { params }) => restoreComic(ctx, params.comicId)),
    ],
    register(app) {
      app.jobs.add(makeJob);
      app.jobs.add(scriptJob(options.engine));
      app.jobs.add(panelJob(options.engine));
      app.jobs.add(pageJob(options.engine, options.tools));
      app.jobs.add(exportJob(options.engine, options.tools));
      app.works.register({ kind: 'comic', claim: moveComics, namedObjects });
    },
  };
}
