/** A server that keeps models on its own disk and loads them into its memory. */

export type HostedModel = {
  id: string;
  sizeBytes: number;
  /** In memory now, and how much of it. */
  loaded?: { memoryBytes: number; until?: Date };
  family?: string;
  parameters?: string;
  quantization?: string;
};

export type PullProgress = { status: string; doneBytes: number; totalBytes: number };

/** All throw ProviderError. */
export type ModelHost = {
  listHosted(signal: AbortSignal): Promise<readonly HostedModel[]>;
  load(model: string, signal: AbortSignal): Promise<void>;
  unload(model: string, signal: AbortSignal): Promise<void>;
  /** Resolves when the model is whole; what was fetched before a break is kept by the server. */
  pull?(model: string, call: { signal: AbortSignal; onProgress(progress: PullProgress): void }): Promise<void>;
  remove?(model: string, signal: AbortSignal): Promise<void>;
};
