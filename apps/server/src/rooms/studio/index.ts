/** The studio's door. */
export { studioRoom, type StudioOptions } from './room.ts';
