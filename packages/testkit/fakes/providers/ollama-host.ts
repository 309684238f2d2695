import { setTimeout as sleep } from 'node:timers/promises';
import { fullName, loadedRow, type OllamaModel } from './ollama-models.ts';
import { OllamaRefusal } from './ollama-refusal.ts';
import type { Reply } from './reply.ts';

type Loaded = { model: OllamaModel; expiresAt: number; contextLength: number };

export type HostOptions = { installed: readonly OllamaModel[]; registry: readonly OllamaModel[]; parallel: number; maxQueue: number; loadMs: number; contextLength: number; now: () => number };

/** The machine behind the wire: what is installed, loaded and half fetched, and who waits for a turn. */
export class OllamaHost {
  readonly installed: Map<string, OllamaModel>;
  readonly registry: Map<string, OllamaModel>;
  /** Bytes on the disk by digest; a layer that was cut off stays and is gone on with. */
  readonly fetchedBytes = new Map<string, number>();
  readonly options: HostOptions;
  /** Answers that nobody waited for to the end. */
  cancelled = 0;
  readonly #loaded = new Map<string, Loaded>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(options: HostOptions) {
    this.options = options;
    this.installed = new Map(options.installed.map((model) => [model.name, model]));
    this.registry = new Map(options.registry.map((model) => [model.name, model]));
    for (const { layers } of options.installed) for (const { digest, sizeBytes } of layers) this.fetchedBytes.set(digest, sizeBytes);
  }

  /** Refuses with 404 when it is not installed. */
  get(name: string): OllamaModel {
    const model = this.installed.get(fullName(name));
    if (!model) throw new OllamaRefusal(404, `model '${name}' not found`);
    return model;
  }

  remove(model: OllamaModel): void {
    this.installed.delete(model.name);
    this.#loaded.delete(model.name);
    const kept = new Set([...this.installed.values()].flatMap(({ layers }) => layers.map(({ digest }) => digest)));
    for (const { digest } of model.layers) if (!kept.has(digest)) this.fetchedBytes.delete(digest);
  }

  /** What is in memory now. */
  loaded(): Loaded[] {
    const now = this.options.now();
    for (const [name, { expiresAt }] of this.#loaded) if (expiresAt <= now) this.#loaded.delete(name);
    return [...this.#loaded.values()];
  }

  rows(): ReturnType<typeof loadedRow>[] {
    return this.loaded().map(({ model, ...span }) => loadedRow(model, { ...span, now: this.options.now() }));
  }

  /** Milliseconds that loading took; 0 when it was loaded already, in the same length of context. */
  async load(model: OllamaModel, asked: number | undefined): Promise<number> {
    const before = this.loaded().find((one) => one.model.name === model.name);
    const contextLength = Math.min(model.contextLength, asked ?? this.options.contextLength);
    if (before?.contextLength === contextLength) return 0;
    this.#loaded.set(model.name, { model, contextLength, expiresAt: Infinity });
    if (this.options.loadMs > 0) await sleep(this.options.loadMs);
    return this.options.loadMs;
  }

  /** How long it stays from now on; 0 unloads. */
  keep(model: OllamaModel, keepMs: number): void {
    const one = this.#loaded.get(model.name);
    if (!one) return;
    if (keepMs === 0) this.#loaded.delete(model.name);
    else one.expiresAt = this.options.now() + keepMs;
  }

  /** Does `act` when it is its turn; not at all when the caller goes before. Refuses with 503 when the queue is full. */
  async inTurn(reply: Reply, act: () => Promise<void>): Promise<void> {
    if (this.#running < this.options.parallel) this.#running += 1;
    else if (!(await this.#turnOf(reply))) return void (this.cancelled += 1);
    try {
      await act();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  /** Whether its turn came; whoever leaves gives up the place at once. */
  async #turnOf(reply: Reply): Promise<boolean> {
    if (this.#waiting.length >= this.options.maxQueue) throw new OllamaRefusal(503, 'server busy, please try again.  maximum pending requests exceeded');
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const come = () => resolve(true);
    this.#waiting.push(come);
    void reply.left().catch(() => undefined).then(() => {
      const place = this.#waiting.indexOf(come);
      if (place < 0) return;
      this.#waiting.splice(place, 1);
      resolve(false);
    });
    return promise;
  }
}
