import type { ProviderKind } from '../../ports/provider.ts';

/** The makes of provider that come with the program. */
export const PROVIDER_KINDS: readonly ProviderKind[] = [];
