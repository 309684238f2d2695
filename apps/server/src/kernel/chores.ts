import type { App } from './app.ts';

/** Small work that comes round by itself in every worker process: it finds out what is due, and may run in several at once. */
export type Chore = { name: string; everyMs: number; run(app: App, stop: AbortSignal): Promise<unknown> };

export type Chores = { add(chore: Chore): void; list(): readonly Chore[] };

export function createChores(): Chores {
  const chores = new Map<string, Chore>();
  return {
    add(chore) {
      if (chores.has(chore.name)) throw new Error(`chores: "${chore.name}" is there twice`);
      chores.set(chore.name, chore);
    },
    list: () => [...chores.values()],
  };
}
