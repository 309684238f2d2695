/** The studio's door. */
export { openModels, type Models } from './models.ts';
export { studioRoom, type StudioOptions } from './room.ts';
