import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ command }) => {
  // A build started from a test would take the development version of React along.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    base: '/',
    plugins: [react()],
    build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
    server: { proxy: { '/api': { target: 'http://127.0.0.1:8080', ws: true } } },
  };
});
