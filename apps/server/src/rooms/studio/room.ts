import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../kernel/app.ts';
import type { Room } from '../../kernel/room.ts';
import type { PictureTools } from '../../ports/picture-tools.ts';
import type { SafeFetch } from '../../ports/safe-fetch.ts';
import { generateJob } from './making/generate-job.ts';
import { pictureJob } from './making/picture-job.ts';
import { moveGenerations, namedObjects, removeGenerations } from './making/picture-store.ts';
import { openProviderBook, type LoadKinds, type ProviderBook } from './providers/provider-book.ts';

export type StudioOptions = { kinds: LoadKinds; web: SafeFetch; pictures: PictureTools };

export function studioRoom(options: StudioOptions): Room {
  let book: ProviderBook | undefined;
  const bookOf = (app: App): ProviderBook => (book ??= openProviderBook(app, options.kinds, {
    web: options.web, now: () => app.ports.clock.now(), wait: async (ms, signal) => { await sleep(ms, undefined, { signal }); },
  }));
  return {
    name: 'studio',
    routes: [],
    register(app) {
      app.jobs.add(generateJob);
      app.jobs.add(pictureJob({ book: () => bookOf(app), pictures: options.pictures }));
      app.works.register({ kind: 'generation', claim: moveGenerations, namedObjects, removeOwn: removeGenerations });
    },
  };
}
