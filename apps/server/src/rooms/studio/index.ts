/** The studio's door. */
export { closeCalls, closeLost, markChecking } from './gateway/call-store.ts';
export { openModels, type Models } from './models.ts';
export { studioRoom, type StudioOptions } from './room.ts';
