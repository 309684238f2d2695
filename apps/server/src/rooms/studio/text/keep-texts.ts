import type { Chore } from '../../../kernel/chores.ts';
import type { WorkKind } from '../../../kernel/works.ts';
import { removeTextsOf, removeUnusedTexts } from './text-answer-store.ts';

const HOUR_MS = 3_600_000;
const UNUSED_DAYS = 30;

/** Answers that nobody has asked for again go. */
export const tidyTexts: Chore = {
  name: 'studio.texts', everyMs: HOUR_MS,
  run: (app) => removeUnusedTexts(app.client.db, new Date(app.ports.clock.now().getTime() - UNUSED_DAYS * 24 * HOUR_MS)),
};

/** Kept answers end with their account. A guest has none to hand over. */
export const keptTexts: WorkKind = { kind: 'text', claim: async () => 0, namedObjects: async () => [], removeOwn: removeTextsOf };
