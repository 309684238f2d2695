/** What a plug-in exports, read as what came from a stranger: copied, with every field looked at. */
import type { Checks, Endpoint, ImageProvider, ProviderTools, TextProvider } from '@komawari/plugin';
import { PLUG_IN_VERSION } from '@komawari/plugin';
import { z } from 'zod';
import type { ProviderKind } from '../../../ports/provider.ts';
import { openGuard } from './guard.ts';
import { guardImages } from './guard-images.ts';
import { guardText } from './guard-text.ts';
import { guardedSettings } from './guard-settings.ts';

const acts = z.custom<(...given: never[]) => unknown>((value) => typeof value === 'function', 'must be a function');
const Definition = z.object({
  kind: z.string().max(60).regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be in kebab-case'),
  title: z.string().trim().min(1).max(80).regex(/^[^\p{Cc}]*$/u),
  bills: z.boolean(),
  defaultUrl: z.url({ protocol: /^https?$/ }).max(2000).transform((url) => url.replace(/\/+$/, '')).optional(),
  secrets: z.array(z.object({ name: z.string().min(1).max(60), isRequired: z.boolean() })).max(20).refine((secrets) => new Set(secrets.map(({ name }) => name)).size === secrets.length, 'must not name a secret twice').default([]),
  settings: z.unknown().optional(),
  open: acts,
});
const PlugInShape = z.object({ komawari: z.number(), job: z.enum(['image', 'text']), definition: z.unknown() });

/** Throws PlugInNonsense, which says what is wrong. */
export function readPlugIn(exported: unknown): ProviderKind[] {
  const given = (exported as { default?: unknown }).default;
  const list = Array.isArray(given) ? given as unknown[] : [given];
  if (given === undefined || list.length === 0) throw new PlugInNonsense('it has no default export');
  return list.map(readOne);
}

export class PlugInNonsense extends Error {
  override name = 'PlugInNonsense';
}

function readOne(given: unknown): ProviderKind {
  const shape = PlugInShape.safeParse(given);
  if (!shape.success) throw new PlugInNonsense('its default export was not made by defineImageProvider or defineTextProvider');
  const { komawari, job, definition } = shape.data;
  if (komawari !== PLUG_IN_VERSION) throw new PlugInNonsense(`it was made for version ${komawari} of the plug-in interface, and this is version ${PLUG_IN_VERSION}`);
  const read = Definition.safeParse(definition);
  if (!read.success) throw new PlugInNonsense(read.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'definition'}: ${message}`).join('; '));
  const { kind, title, bills, defaultUrl, secrets, settings } = read.data;
  return {
    kind, title, bills, secrets, ...(defaultUrl === undefined ? {} : { defaultUrl }), settings: guardedSettings(settings),
    open(endpoint, tools) {
      const guard = openGuard({ bills, secrets: Object.values(endpoint.secrets), tools });
      const theirs: Endpoint<unknown> = { ...endpoint, secrets: { ...endpoint.secrets } };
      const opened = openedBy(() => (definition as { open(endpoint: unknown, tools: ProviderTools): unknown }).open(theirs, guard.tools), ['check', 'listModels', job === 'image' ? 'draw' : 'write']);
      const check = (signal: AbortSignal) => guard.check(signal, (own) => opened.check(own));
      // Which of the two it is, its maker has said.
      return job === 'image' ? { image: guardImages(guard, opened as ImageProvider), check } : { text: guardText(guard, opened as TextProvider), check };
    },
  };
}

function openedBy(open: () => unknown, names: readonly string[]): (ImageProvider | TextProvider) & Checks {
  const opened = open() as Record<string, unknown> | null | undefined;
  const missing = names.find((name) => typeof opened?.[name] !== 'function');
  if (missing !== undefined) throw new PlugInNonsense(`open() gives no ${missing}()`);
  return opened as unknown as (ImageProvider | TextProvider) & Checks;
}
