/** Devices that the trust page has steps for, in the order in which it lists them. */
export const PLATFORMS = ['ios', 'android', 'windows', 'macos', 'linux', 'firefox'] as const;
export type Platform = (typeof PLATFORMS)[number];

export function isPlatform(value: string | null): value is Platform {
  return PLATFORMS.some((platform) => platform === value);
}

/** The device behind a User-Agent. An iPad that asks for desktop pages cannot be told from a Mac, whose steps name it. */
export function platformOf(userAgent: string): Platform {
  const agent = userAgent.slice(0, 500);
  if (/iPhone|iPad|iPod/.test(agent)) return 'ios';
  if (/Android|HarmonyOS|OpenHarmony/.test(agent)) return 'android';
  // Firefox on Linux keeps certificates of its own; elsewhere it asks the system.
  if (/Linux|CrOS|X11/.test(agent)) return /Firefox\//.test(agent) ? 'firefox' : 'linux';
  if (/Windows/.test(agent)) return 'windows';
  return /Macintosh|Mac OS X/.test(agent) ? 'macos' : 'windows';
}
