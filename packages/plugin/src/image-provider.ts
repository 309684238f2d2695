import type { ImageAbility, ImageModel, PixelSize, Resolution } from '@komawari/contract';
import type { ProviderCall } from './provider.ts';
import type { ProviderErrorFacts, ProviderFault } from './provider-error.ts';

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';
/** Encoded bytes whose kind was looked at, not believed. */
export type Picture = { bytes: Uint8Array; mediaType: PictureType };

/** As the user asked; `ratio` as `16:9`. The adapter finds what the model draws that is nearest. */
export type AskedSize = PixelSize | { ratio: string; resolution?: Resolution };

/** Already held against the model's capabilities: an adapter may rely on them. */
export type ImageRequest = {
  model: ImageModel;
  ability: ImageAbility;
  prompt: string;
  negativePrompt?: string;
  size: AskedSize;
  count: number;
  seed?: number;
  steps?: number;
  guidance?: number;
  /** 0 keeps the source, 1 forgets it. */
  strength?: number;
  /** What `vary`, `edit`, `inpaint`, `outpaint`, `upscale` and `cut-out` work on. */
  source?: Picture;
  /** Who and what it should look like. */
  references: readonly Picture[];
  /** PNG of the source's size in pixels, grey: white is drawn anew. */
  mask?: Picture;
  /** By the names of the model's own settings. */
  settings: Readonly<Record<string, string | number | boolean>>;
};

export type ImageSlot =
  | { kind: 'picture'; picture: Picture; /** As the provider says it was used. */ seed?: number }
  | { kind: 'fault'; fault: ProviderFault; facts: ProviderErrorFacts };

/** `slots` in order, as many as were asked for, or fewer where the provider decides. At least one is a picture. */
export type ImageAnswer = { slots: readonly ImageSlot[]; /** What the provider said besides. */ words?: string; /** What it cost, where the provider tells. */ costMicros?: number };

export type ImageCall = ProviderCall & {
  /** 0 to 1, as far as the provider tells. */
  onProgress?(progress: { share?: number; step?: number; steps?: number; queuePosition?: number }): void;
  /** The picture as it becomes. */
  onPreview?(slot: number, picture: Picture): void;
  /** A slot that is finished before the others; awaited, and told again in the answer. */
  onSlot?(slot: number, made: ImageSlot): Promise<void>;
};

export type ImageProvider = {
  /** What there is now; of a local server what it has loaded or can load. Throws ProviderError. */
  listModels(signal: AbortSignal): Promise<readonly ImageModel[]>;
  /** Makes pictures. Throws ProviderError when there is none: of a slot's faults the first. */
  draw(request: ImageRequest, call: ImageCall): Promise<ImageAnswer>;
  /** Looks for the pictures of a call that was `accepted`, after its answer was lost: undefined where the provider knows nothing of it any more. */
  resume?(handle: string, request: ImageRequest, call: ImageCall): Promise<ImageAnswer | undefined>;
};
