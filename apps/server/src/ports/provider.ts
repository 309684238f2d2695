/** A provider of models: what an adapter is, and what it is given. One adapter serves any number of endpoints. */
import type { Endpoint, ProviderTools } from '@komawari/plugin';
import type { ErrorCode } from '@komawari/contract';
import type { z } from 'zod';
import type { ImageProvider } from './image-provider.ts';
import type { ModelHost } from './model-host.ts';
import type { TextProvider } from './text-provider.ts';

export type { Endpoint, ProviderCall, ProviderTools } from '@komawari/plugin';
export { ProviderError, type ProviderErrorFacts, type ProviderFault } from './provider-error.ts';

export type OpenProvider = {
  image?: ImageProvider;
  text?: TextProvider;
  host?: ModelHost;
  /** Cheap and never billed: whether it answers and takes the key. Throws ProviderError. */
  check(signal: AbortSignal): Promise<{ /** Version or name, as it calls itself. */ says?: string }>;
};

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

/** A plug-in that is configured and was left out; `code` and `detail` say why, in the languages of the house. */
export type BrokenPlugIn = { name: string; code: Extract<ErrorCode, `studio.plug-in-${string}`>; detail?: string };

export type InstalledKinds = { kinds: readonly ProviderKind[]; broken: readonly BrokenPlugIn[] };
