/** `node packages/contract/src/write-openapi.ts` writes `packages/contract/openapi.json`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { emitOpenApi } from './openapi.ts';
import { ALL_ROUTES } from './routes.ts';

const FILE = new URL('../openapi.json', import.meta.url);

/** The committed document as it should be. */
export function openApiText(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return `${JSON.stringify(emitOpenApi(ALL_ROUTES, version), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(FILE, openApiText());
