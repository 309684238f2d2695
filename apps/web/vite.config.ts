import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { choicePictures } from './scripts/choice-pictures.ts';
import { engineAssets, engineWorker } from './scripts/engine-assets.ts';
import { packedFiles } from './scripts/packed-files.ts';
import { shellWorker } from './vite-shell-worker.ts';

/** What every page needs from outside: one file that changes only with the lock file. Long lists come with the pages that have them. */
const BASE = /node_modules[\\/](react|react-dom|scheduler|@tanstack[\\/](?!react-virtual|virtual-core)|i18next|react-i18next|use-sync-external-store)/;
/** Small parts that most pages share: one file instead of thirty. The heavy ones stay with the pages that use them. */
const HOUSE = /src[\\/](api|language|frame[\\/][\w-]+\.ts$|frame[\\/](undo|shortcuts|commands)[\\/][\w-]+\.ts$|ui[\\/](Button|IconButton|icons|Skeleton|EmptyState|ErrorState|StatePicture|Tag|Panel|Kbd|toast|FieldNote|TextField|PictureChoice|SegmentedChoice|SelectField|ProgressBar)\.tsx?$)|node_modules[\\/]@tabler/;

export default defineConfig(({ command }) => {
  // A build started from a test would take the development version of React along.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    base: '/',
    plugins: [react(), engineAssets(), choicePictures(), shellWorker(), packedFiles()],
    // The comic engine is a worker of its own, in parts: lettering and its fonts come when first asked for.
    worker: engineWorker,
    build: {
      outDir: 'dist', emptyOutDir: true, manifest: true, sourcemap: 'hidden', target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: BASE, priority: 2 }, { name: 'house', test: HOUSE, priority: 1 }] } } },
    },
    server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
  };
});
