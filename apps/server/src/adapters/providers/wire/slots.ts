import type { ImageAnswer, ImageSlot, Picture } from '../../../ports/image-provider.ts';
import { ProviderError } from '../../../ports/provider-error.ts';

/** One picture of several: what goes wrong with it is its own. What is no ProviderError, and a cancel, is thrown. */
export async function slotWith(make: () => Picture | Promise<Picture>): Promise<ImageSlot> {
  try {
    return { kind: 'picture', picture: await make() };
  } catch (error) {
    if (!(error instanceof ProviderError) || error.fault === 'cancelled') throw error;
    return faultSlot(error);
  }
}

export function faultSlot({ fault, facts }: ProviderError): ImageSlot {
  return { kind: 'fault', fault, facts };
}

export function hasPicture(slots: readonly ImageSlot[]): boolean {
  return slots.some(({ kind }) => kind === 'picture');
}

/** Throws ProviderError where there is no picture: of the slots' faults the first, else `otherwise`, else `empty`. */
export function answerOfSlots(slots: readonly ImageSlot[], otherwise?: ProviderError): ImageAnswer {
  if (hasPicture(slots)) return { slots };
  const fault = slots.find((slot) => slot.kind === 'fault');
  throw fault ? new ProviderError(fault.fault, fault.facts) : otherwise ?? new ProviderError('empty', { code: 'picture.missing' });
}
