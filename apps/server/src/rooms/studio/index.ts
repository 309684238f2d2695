/** The studio's door. */
export { closeCalls, closeLost } from './gateway/call-store.ts';
export { decideCall } from './gateway/decide-call.ts';
export { sealedEndpointKeys } from './endpoints/endpoint-store.ts';
export type { LinePlace } from './gateway/draw.ts';
export { openModels, type Models } from './models.ts';
export { sealedProviderKeys } from './providers/sealed-keys-store.ts';
export { studioRoom, type StudioOptions } from './room.ts';
