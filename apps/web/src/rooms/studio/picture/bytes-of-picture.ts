/** A picture of the wall on its way back into the form, or to a model. */
import type { Picture } from '@komawari/contract';
import { ApiError } from '../../../api/call.ts';
import type { HeldInput } from '../desk/draft.ts';
import type { InputRole } from '../desk/use-inputs.ts';

type Of = Pick<Picture, 'url'>;

/** Its bytes. Throws ApiError where there are none: what answers in their place is no picture. */
export async function blobOfPicture({ url }: Of): Promise<Blob> {
  if (!url) throw new ApiError('not-found', '', 404);
  const response = await fetch(url).catch(() => { throw new ApiError('offline', '', 0); });
  if (!response.ok) throw new ApiError('server.error', '', response.status);
  return response.blob();
}

/** Lays it onto the desk to be worked on. Throws where it did not arrive there, so that nothing else in the form changes. */
export async function giveAsSource(picture: Of, name: string, addInput: (file: Blob, name: string, role: InputRole) => Promise<HeldInput | undefined>): Promise<void> {
  const held = await addInput(await blobOfPicture(picture), name, 'source');
  if (!held) throw new Error('The picture was not taken');
}
