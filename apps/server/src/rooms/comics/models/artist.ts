/** Who may let whom draw a comic. */
import { ModelAddress, modelOfAddress } from '@komawari/contract';
import { permissionsOf, type Ctx } from '../../../kernel/ctx.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Models } from '../../studio/index.ts';

export type ArtistModel = NonNullable<Awaited<ReturnType<Models['findImageModel']>>>;

/** The model behind an artist; undefined for the built-in one. Throws `access.denied` for whoever may not ask models, `studio.no-model` for one that is not there. The provider row of the built-in artist is none: it knows nothing of a book. */
export async function mustBeArtist(ctx: Ctx, models: Models, artist: string | undefined): Promise<ArtistModel | undefined> {
  const address = ModelAddress.safeParse(artist);
  if (!address.success) return undefined;
  if (!permissionsOf(ctx.actor).includes('pictures.make')) throw new AppError('access.denied');
  const model = await models.findImageModel(ctx.app, modelOfAddress(address.data));
  if (!model || model.isBuiltIn) throw new AppError('studio.no-model');
  return model;
}

/** The same for who writes. */
export async function mustBeWriter(ctx: Ctx, models: Models, writer: string | undefined): Promise<void> {
  const address = ModelAddress.safeParse(writer);
  if (!address.success) return;
  if (!permissionsOf(ctx.actor).includes('pictures.make')) throw new AppError('access.denied');
  if (!(await models.findTextModel(ctx.app, modelOfAddress(address.data)))) throw new AppError('studio.no-model');
}

/** As a take tells who drew it, also when the provider is gone. */
export function artistName({ providerName, model }: { providerName: string; model: { name: string } }): string {
  return `${providerName} · ${model.name}`;
}
