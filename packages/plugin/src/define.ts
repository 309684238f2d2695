import type { z } from 'zod';
import type { ImageProvider } from './image-provider.ts';
import type { Endpoint, ProviderTools } from './provider.ts';
import type { TextProvider } from './text-provider.ts';

/** Of the agreement between the program and its plug-ins; another number is another agreement. */
export const PLUG_IN_VERSION = 1;

/** A key that the operator enters; it is encrypted at rest and never shown again. */
export type SecretField = { name: string; isRequired: boolean };

export type ProviderFacts<Settings> = {
  /** kebab-case, yours alone (begin it with a name of your own), and forever: it stands in the database. */
  kind: string;
  /** As operators read it, up to 80 characters. */
  title: string;
  /** Whether a request may cost money: then a lost answer is `unknown`, and is not sent again by itself. */
  bills: boolean;
  /** `https://…` where it usually answers; none for one that is always somewhere else. */
  defaultUrl?: string;
  secrets?: readonly SecretField[];
  /** What the operator may set, a Zod 4 object with a default for everything that has one; nothing when left out. */
  settings?: z.ZodType<Settings>;
};

export type Checks = {
  /** Cheap and never billed: whether it answers and takes the key. Throws ProviderError. `says`: version or name, as it calls itself. */
  check(signal: AbortSignal): Promise<{ says?: string }>;
};

/** `open` is called once for every endpoint that the operator sets up, and again when he changes it; it must not wait for anything. */
export type ImageDefinition<Settings> = ProviderFacts<Settings> & { open(endpoint: Endpoint<Settings>, tools: ProviderTools): ImageProvider & Checks };
export type TextDefinition<Settings> = ProviderFacts<Settings> & { open(endpoint: Endpoint<Settings>, tools: ProviderTools): TextProvider & Checks };

/** What a plug-in exports: plain data, so that any copy of this package makes the same. */
export type PlugIn =
  | { komawari: typeof PLUG_IN_VERSION; job: 'image'; definition: ImageDefinition<never> }
  | { komawari: typeof PLUG_IN_VERSION; job: 'text'; definition: TextDefinition<never> };

/** A provider of pictures. Export it as `default`, alone or in a list with others. */
export function defineImageProvider<Settings = Record<string, never>>(definition: ImageDefinition<Settings>): PlugIn {
  // Whoever opens it has read the settings by its own schema.
  return { komawari: PLUG_IN_VERSION, job: 'image', definition: definition as unknown as ImageDefinition<never> };
}

/** A provider of words. Export it as `default`, alone or in a list with others. */
export function defineTextProvider<Settings = Record<string, never>>(definition: TextDefinition<Settings>): PlugIn {
  return { komawari: PLUG_IN_VERSION, job: 'text', definition: definition as unknown as TextDefinition<never> };
}
