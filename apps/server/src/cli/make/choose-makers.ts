import type { MakeOptions } from '@komawari/contract';
import { StartupError } from '../../config/startup-error.ts';
import { listed } from '../picture/choose-model.ts';

/** A model as the command line names it: the provider's name or id, a slash, the model's id. */
export type MakerName = string;

type Offer = { providerId: string; providerName: string; model: { id: string } };
type List = (path: '/studio/models' | '/studio/text-models') => Promise<{ items: readonly Offer[] }>;

/** The models that shall draw and read, as the server names them. Throws StartupError for names that it does not know. */
export async function chooseMakers(list: List, { artist, writer }: { artist: MakerName | undefined; writer: MakerName | undefined }): Promise<Pick<MakeOptions, 'artist' | 'writer'>> {
  return {
    ...(artist === undefined ? {} : { artist: addressOf((await list('/studio/models')).items, artist) }),
    ...(writer === undefined ? {} : { writer: addressOf((await list('/studio/text-models')).items, writer) }),
  };
}

function addressOf(offers: readonly Offer[], name: MakerName): string {
  const [provider, model] = [name.slice(0, name.indexOf('/')), name.slice(name.indexOf('/') + 1)];
  const own = offers.filter(({ providerId, providerName }) => providerId === provider || providerName.toLowerCase() === provider.toLowerCase());
  const ids = [...new Set(own.map(({ providerId }) => providerId))];
  if (ids.length === 0) throw StartupError.one('studio.no-such-provider', { name: provider, known: listed(offers.map(({ providerName }) => providerName)) });
  if (ids.length > 1) throw StartupError.one('studio.which-provider', { name: provider, ids: ids.join(', ') });
  const found = own.find((offer) => offer.model.id === model);
  if (!found) throw StartupError.one('studio.no-such-model', { name: model, known: listed(own.map((offer) => offer.model.id)) });
  return `${found.providerId}/${found.model.id}`;
}
