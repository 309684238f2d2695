#!/usr/bin/env node
// The first file is plain JavaScript: code compiled at an earlier start then serves every TypeScript file, main.ts too,
// and Node never loads what it strips types with. A folder that cannot be written costs only this gain.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/komawari', import.meta.url)));
await import('./main.ts');
