import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ImageRequest, Picture } from '../../../ports/image-provider.ts';
import { blobOf, extensionOf } from '../wire/pictures.ts';
import type { Wire } from '../wire/wire.ts';
import type { Uploaded } from './comfyui-graph.ts';
import { referencesFor } from './comfyui-models.ts';
import type { ComfyuiSettings, ComfyWorkflow } from './comfyui-settings.ts';

const Stored = z.object({ name: z.string().min(1), subfolder: z.string().nullish() });

/** Brings the pictures to the server that the workflow has a place for. Throws ProviderError. */
export async function uploadInputs(wire: Wire, request: ImageRequest, { slots, settings, signal }: Pick<ComfyWorkflow, 'slots'> & { settings: ComfyuiSettings; signal: AbortSignal }): Promise<Uploaded> {
  const { source, mask } = request;
  const bring = async (picture: Picture | undefined, slot: string) => (picture && slots[slot] ? upload(wire, picture, { settings, signal }) : undefined);
  const named = { source: await bring(source, 'source'), mask: await bring(mask, 'mask') };
  const names: string[] = [];
  for (const reference of referencesFor({ slots }, request)) names.push(await upload(wire, reference, { settings, signal }));
  return { ...named, references: names };
}

/** Under a name that says what it is: the same picture lies there once, however often it is used. */
async function upload(wire: Wire, picture: Picture, { settings, signal }: { settings: ComfyuiSettings; signal: AbortSignal }): Promise<string> {
  const form = new FormData();
  form.append('image', blobOf(picture), `${createHash('sha256').update(picture.bytes).digest('hex').slice(0, 40)}.${extensionOf(picture)}`);
  form.append('type', 'input');
  form.append('subfolder', settings.uploadFolder);
  form.append('overwrite', 'true');
  const { json: { name, subfolder } } = await wire.postForm('/upload/image', form, { call: { signal }, limits: { headTimeoutMs: 120_000 }, reads: Stored });
  return subfolder ? `${subfolder}/${name}` : name;
}
