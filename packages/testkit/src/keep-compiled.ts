/**
 * For Vitest's `setupFiles`: programs that a test starts keep their compiled code, as they do for everybody else.
 * Vitest forbids it where it counts coverage, and what it forbids is inherited; of other processes it counts nothing.
 */
import { fileURLToPath } from 'node:url';

delete process.env['NODE_DISABLE_COMPILE_CACHE'];
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../../../node_modules/.cache/komawari-tests', import.meta.url));
