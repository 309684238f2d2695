import type { ImageModelOffer, ResponseOf, studioTextRoutes } from '@komawari/contract';
import { useMemo } from 'react';
import { listImageModels } from '../../../api/studio.ts';
import { listTextModels } from '../../../api/studio-texts.ts';
import { useCall } from '../../../api/use-call.ts';
import { useSession } from '../../../frame/use-session.ts';

export type TextModelOffer = ResponseOf<(typeof studioTextRoutes)['models']>['items'][number];

/** Its pictures are what the comic's own artist draws better, with the whole book before it. */
const BUILT_IN_MODEL = 'storyboard';

export type Makers = { artists: readonly ImageModelOffer[]; writers: readonly TextModelOffer[]; /** Which there are is known by now. */ isKnown: boolean };

/** The models that may draw panels and tell speakers here; none for guests, who may not ask them. */
export function useMakers(): Makers {
  const { me, can } = useSession();
  const mayAsk = me !== undefined && can('pictures.make');
  const images = useCall(['studio', 'models'], listImageModels, { isOff: !mayAsk });
  const texts = useCall(['studio', 'text-models'], listTextModels, { isOff: !mayAsk });
  return useMemo(() => ({
    artists: (images.data?.items ?? []).filter(({ model }) => model.id !== BUILT_IN_MODEL && model.abilities.includes('generate')),
    writers: texts.data?.items ?? [], isKnown: me !== undefined && (!mayAsk || (images.data !== undefined && texts.data !== undefined)),
  }), [images.data, texts.data, mayAsk, me]);
}

/** As the server names a model in one word. */
export function addressOf({ providerId, model }: { providerId: string; model: { id: string } }): string {
  return `${providerId}/${model.id}`;
}
