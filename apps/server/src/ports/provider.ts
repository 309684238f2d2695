/** A provider of models: what an adapter is, and what it is given. One adapter serves any number of endpoints. */
import type { z } from 'zod';
import type { ImageProvider } from './image-provider.ts';
import type { ModelHost } from './model-host.ts';
import type { SafeFetch } from './safe-fetch.ts';
import type { TextProvider } from './text-provider.ts';

export { ProviderError, type ProviderErrorFacts, type ProviderFault } from './provider-error.ts';

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

export type OpenProvider = {
  image?: ImageProvider;
  text?: TextProvider;
  host?: ModelHost;
  /** Cheap and never billed: whether it answers and takes the key. Throws ProviderError. */
  check(signal: AbortSignal): Promise<{ /** Version or name, as it calls itself. */ says?: string }>;
};

export type ProviderTools = { web: SafeFetch; now(): Date; /** Waits, or throws the signal's reason. */ wait(ms: number, signal: AbortSignal): Promise<void> };

/** How to reach one make of provider. `Settings` holds what changes without us: model tables, versions, what is unconfirmed. */
export type ProviderKind<Settings = unknown> = {
  /** kebab-case, forever: it stands in the database. */
  kind: string;
  title: string;
  /** Whether a request may cost money: then a lost answer is `unknown`, and is not sent again by itself. */
  bills: boolean;
  /** Where it usually answers; none for one that is always somewhere else. */
  defaultUrl?: string;
  secrets: readonly { name: string; isRequired: boolean }[];
  settings: z.ZodType<Settings>;
  open(endpoint: Endpoint<Settings>, tools: ProviderTools): OpenProvider;
};
