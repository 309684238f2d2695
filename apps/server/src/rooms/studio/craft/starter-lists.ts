/** Lists that everybody has from the first day, in English, which every model reads. One's own of the same name takes its place. */
export const STARTER_LISTS: Readonly<Record<string, readonly string[]>> = {
  light: [
    'soft morning light', 'harsh noon sun', 'golden hour', 'blue hour', 'moonlight', 'candlelight', 'neon light', 'light through blinds', 'backlit, long shadows', 'overcast, even light', 'a single lamp in the dark', 'light from a doorway',
  ],
  view: [
    'close-up', 'extreme close-up of the eyes', 'half-length view', 'full-length view', 'wide view', 'seen from above', 'seen from far below', 'over the shoulder', 'tilted camera', 'seen through a window', 'silhouette against the sky', 'back turned to the viewer',
  ],
  weather: [
    'clear sky', 'light rain', 'pouring rain', 'thin mist', 'dense fog', 'first snow', 'blizzard', 'a storm on the horizon', 'wind in the leaves', 'sun after rain', 'heat haze', 'drifting clouds',
  ],
};
