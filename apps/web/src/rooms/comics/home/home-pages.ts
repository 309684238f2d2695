/** Finished pages of the three samples, drawn by `scripts/draw-samples.ts`: back to front as they lie on the table. */
import bus from '../pictures/page-bus.webp';
import lighthouse from '../pictures/page-lighthouse.webp';
import umbrella from '../pictures/page-umbrella.webp';

export const HOME_PAGES = [bus, umbrella, lighthouse] as const;
