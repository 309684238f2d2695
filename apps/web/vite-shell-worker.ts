import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Files of `public/` that the shell needs without a server. */
const PUBLIC_FILES = ['/before-paint.js', '/favicon.svg', '/manifest.webmanifest', '/states/offline.svg'];
/** Words of the frame are needed to say that there is no server; other lazy parts are kept when they are first used. */
const WORDS = /src[\\/]frame[\\/]words[\\/]/;

/** Writes `sw.js`: the service worker with the list of what the first page loads, and nothing lazy. */
export function shellWorker(): Plugin {
  return {
    name: 'koma-shell-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const files = new Set<string>();
      const take = (fileName: string) => {
        const chunk = chunks.find((one) => one.fileName === fileName);
        if (!chunk || files.has(chunk.fileName)) return;
        files.add(chunk.fileName);
        chunk.viteMetadata?.importedCss.forEach((file) => files.add(file));
        chunk.imports.forEach(take);
      };
      for (const chunk of chunks) if (chunk.isEntry || WORDS.test(chunk.facadeModuleId ?? '')) take(chunk.fileName);
      for (const name of Object.keys(bundle)) if (name.endsWith('.woff2')) files.add(name);

      const kept = PUBLIC_FILES.filter((file) => existsSync(new URL(`./public${file}`, import.meta.url)));
      const list = ['/', ...kept, ...[...files].map((file) => `/${file}`).toSorted()];
      const page = bundle['index.html'];
      const hash = createHash('sha256').update(list.join()).update(page?.type === 'asset' ? page.source : '');
      for (const file of kept) hash.update(readFileSync(new URL(`./public${file}`, import.meta.url)));
      const source = readFileSync(new URL('./shell-worker.js', import.meta.url), 'utf8')
        .replace("'__VERSION__'", JSON.stringify(hash.digest('hex').slice(0, 12)))
        .replace("['__FILES__']", JSON.stringify(list));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source });
    },
  };
}
