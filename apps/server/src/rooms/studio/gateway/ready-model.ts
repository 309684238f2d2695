import type { ImageModel, Price, ProviderId, TextModel } from '@komawari/contract';
import type { ImageProvider } from '../../../ports/image-provider.ts';
import type { TextProvider } from '../../../ports/text-provider.ts';

/** One more address or key of the provider. One that is switched off takes no new requests; what it has taken is still looked for there. */
export type OtherWay<Provider> = { endpointId: string; isEnabled: boolean; inFlightMax: number; provider: Provider };

/** A model that is switched on, with the way to it. */
export type Ready<Facts, Provider> = {
  providerId: ProviderId;
  providerName: string;
  /** Whether a request may cost money. */
  bills: boolean;
  /** So many requests at once, in this process. */
  inFlightMax: number;
  model: Facts;
  /** The operator's, else the one that the adapter knows. */
  price: Price | undefined;
  provider: Provider;
  /** Which of several ways `provider` is; absent for the provider's own. */
  endpointId?: string;
  /** Beside `provider`, where there are several. */
  others?: readonly OtherWay<Provider>[];
  /** Draws without a model: it never steps in for one that was asked. */
  isBuiltIn?: true;
};

export type ReadyImageModel = Ready<ImageModel, ImageProvider>;
export type ReadyTextModel = Ready<TextModel, TextProvider>;
