import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { engineWorker } from './scripts/engine-assets.ts';

export default defineConfig(({ command }) => {
  // A build started from a test would take the development version of React along.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    base: '/',
    plugins: [react()],
    // The comic engine is a worker of its own, in parts: lettering and its fonts come when first asked for.
    worker: engineWorker,
    build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
  };
});
