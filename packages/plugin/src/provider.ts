import type { Web } from './web.ts';

/** What the caller of a provider hands over with each request. */
export type ProviderCall = {
  /** Unique, a UUID: sent along where the provider takes a request id of ours. */
  id: string;
  /** Aborts for a cancel or a stop: the adapter ends the work at the provider too, where it can. */
  signal: AbortSignal;
  /** Awaited right before a request leaves that the provider may bill. When it throws, nothing is sent. */
  onSending(): Promise<void>;
  /** Awaited when the provider took the work and gave a name for it, under which it can be looked for later. */
  onAccepted(handle: string): Promise<void>;
};

/** One server or account of a provider, as the operator set it up. */
export type Endpoint<Settings> = {
  /** Without a slash at its end. */
  url: string;
  /** By the names in the adapter's `secrets`; never logged, never in an error. */
  secrets: Readonly<Record<string, string>>;
  settings: Settings;
};

/** What an open provider works with. All its requests go through `web`; `wait` waits, or throws the signal's reason. */
export type ProviderTools = { web: Web; now(): Date; wait(ms: number, signal: AbortSignal): Promise<void> };
