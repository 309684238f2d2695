import { comicDrawingRoutes as drawing, comicEditingRoutes as editing, comicRoutes as routes, comicShelfRoutes as shelf } from '@komawari/contract';
import { handle, type Room } from '../../kernel/room.ts';
import type { PictureTools } from '../../ports/picture-tools.ts';
import type { RasterTools } from '../../ports/raster-tools.ts';
import type { TeaserEncoder } from '../../ports/teaser-encoder.ts';
import type { Models } from '../studio/index.ts';
import { editBook, getBook, getEdits } from './book/edit-book.ts';
import { getVersionBook, keepVersion, listOwnVersions, removeVersion, restoreVersion } from './book/versions.ts';
import { cancelComic, continueComic, exportComic, pauseComic, removeOwnComic, restoreComic, updateComic } from './change-comic.ts';
import { createComic } from './create-comic.ts';
import { createOfFile } from './create-of-file.ts';
import type { ComicEngine } from './engine.ts';
import { exportJob } from './making/export-job.ts';
import { pageJob } from './making/page-job.ts';
import { panelJob } from './making/panel-job.ts';
import { makeJob, updateJob } from './making/parent-jobs.ts';
import { planJob, scriptJob } from './making/script-jobs.ts';
import { decideLost } from './models/decide-lost.ts';
import { modelPanelJob, modelTakeJob } from './models/model-jobs.ts';
import { modelScriptJob } from './models/script-job.ts';
import { getComic, getDrawing, getFile, getPicture } from './read-comic.ts';
import { listOwnComics } from './shelf/list.ts';
import { exportOwnComics } from './shelf/own-comics.ts';
import { removeOwnComics } from './shelf/own-store.ts';
import { getReading, getShare, getSharedPicture, keepReadingPlace, readShared, shareComic, unshareComic } from './shelf/reading.ts';
import { duplicateComic, emptyTrash, renameComic } from './shelf/shelf-verbs.ts';
import { moveComics, namedObjects } from './store.ts';
import { bundleTakeJob } from './takes/bundle-take-job.ts';
import { getStale } from './takes/stale.ts';
import { ownTakeJob, takeJob } from './takes/take-jobs.ts';
import { drawAgain, judgeTake, listOwnTakes, takeOwnPicture } from './takes/takes.ts';

export type ComicsOptions = { engine: ComicEngine; tools: RasterTools; pictures: PictureTools; films: TeaserEncoder; models: Models };

export function comicsRoom(options: ComicsOptions): Room {
  const asking = { engine: options.engine, models: options.models, pictures: options.pictures, raster: options.tools };
  return {
    name: 'comics',
    routes: [
      handle(routes.create, (ctx, { body }) => createComic(ctx, options.models, body)),
      handle(routes.upload, (ctx, { upload, uploadName, query }) => createOfFile(ctx, options.models, { bytes: upload, name: uploadName ?? '' }, query)),
      handle(routes.list, (ctx, { query }) => listOwnComics(ctx, query)),
      handle(routes.get, (ctx, { params }) => getComic(ctx, params.comicId)),
      handle(routes.picture, (ctx, { params }) => getPicture(ctx, params.comicId, params.key)),
      handle(routes.export, (ctx, { params, body }) => exportComic(ctx, params.comicId, body)),
      handle(routes.file, (ctx, { params }) => getFile(ctx, params.comicId, params.fileId)),
      handle(routes.cancel, (ctx, { params }) => cancelComic(ctx, params.comicId)),
      handle(routes.continue, (ctx, { params }) => continueComic(ctx, params.comicId)),
      handle(routes.remove, (ctx, { params, query }) => removeOwnComic(ctx, params.comicId, query.forGood === 'true')),
      handle(routes.restore, (ctx, { params }) => restoreComic(ctx, params.comicId)),
      handle(editing.book, (ctx, { params }) => getBook(ctx, params.comicId)),
      handle(editing.edit, (ctx, { params, body }) => editBook(ctx, params.comicId, body)),
      handle(editing.edits, (ctx, { params, query }) => getEdits(ctx, params.comicId, query.after)),
      handle(editing.versions, (ctx, { params }) => listOwnVersions(ctx, params.comicId)),
      handle(editing.keepVersion, (ctx, { params, body }) => keepVersion(ctx, params.comicId, body.name)),
      handle(editing.versionBook, (ctx, { params }) => getVersionBook(ctx, params.comicId, params.versionId)),
      handle(editing.restoreVersion, (ctx, { params }) => restoreVersion(ctx, params.comicId, params.versionId)),
      handle(editing.removeVersion, (ctx, { params }) => removeVersion(ctx, params.comicId, params.versionId)),
      handle(drawing.update, (ctx, { params, body }) => updateComic(ctx, options.models, params.comicId, body)),
      handle(drawing.stale, (ctx, { params }) => getStale(ctx, params.comicId)),
      handle(drawing.takes, (ctx, { params, query }) => listOwnTakes(ctx, params.comicId, query.panelId)),
      handle(drawing.draw, (ctx, { params, body }) => drawAgain(ctx, options.models, params, body)),
      handle(drawing.ownTake, (ctx, { params, upload }) => takeOwnPicture(ctx, params.comicId, params.panelId, upload)),
      handle(drawing.judgeTake, (ctx, { params, body }) => judgeTake(ctx, params.comicId, params.panelId, params.takeId, body.isRejected)),
      handle(drawing.decide, (ctx, { params: { comicId, panelId }, body }) => decideLost(ctx, comicId, { panelId }, body.decision)),
      handle(drawing.decideScript, (ctx, { params, body }) => decideLost(ctx, params.comicId, 'script', body.decision)),
      handle(drawing.drawing, (ctx, { params }) => getDrawing(ctx, params.comicId, params.key)),
      handle(drawing.pause, (ctx, { params }) => pauseComic(ctx, params.comicId)),
      handle(shelf.rename, (ctx, { params, body }) => renameComic(ctx, params.comicId, body.title)),
      handle(shelf.duplicate, (ctx, { params }) => duplicateComic(ctx, params.comicId)),
      // Unpacking a bundle is rare, and its code is loaded when it is needed.
      handle(shelf.importBundle, async (ctx, { upload }) => (await import('./shelf/import-bundle.ts')).importBundle(ctx, upload)),
      handle(shelf.emptyTrash, (ctx) => emptyTrash(ctx)),
      handle(shelf.reading, (ctx, { params, query }) => getReading(ctx, params.comicId, query.language)),
      handle(shelf.keepPlace, (ctx, { params, body }) => keepReadingPlace(ctx, params.comicId, body)),
      handle(shelf.share, (ctx, { params }) => shareComic(ctx, params.comicId)),
      handle(shelf.shared, (ctx, { params }) => getShare(ctx, params.comicId)),
      handle(shelf.unshare, (ctx, { params }) => unshareComic(ctx, params.comicId)),
      handle(shelf.readShared, (ctx, { params, query }) => readShared(ctx, params.token, query.language)),
      handle(shelf.sharedPicture, (ctx, { params }) => getSharedPicture(ctx, params.token, params.key)),
    ],
    // The engine's part for edits: whoever types first does not wait for it.
    warmUp: () => import('@komawari/comic/edit'),
    register(app) {
      app.jobs.add(makeJob);
      app.jobs.add(updateJob);
      app.jobs.add(scriptJob(options.engine));
      app.jobs.add(planJob(options.engine));
      app.jobs.add(panelJob(options.engine));
      app.jobs.add(pageJob(options.engine, options.tools));
      app.jobs.add(exportJob(options.engine, { ...options.tools, ...options.films }));
      app.jobs.add(takeJob(options.engine));
      app.jobs.add(ownTakeJob(options.pictures));
      app.jobs.add(bundleTakeJob(options.engine));
      app.jobs.add(modelPanelJob(asking));
      app.jobs.add(modelTakeJob(asking));
      app.jobs.add(modelScriptJob(asking));
      app.works.register({ kind: 'comic', claim: moveComics, namedObjects, exportOwn: exportOwnComics, removeOwn: removeOwnComics });
    },
  };
}
