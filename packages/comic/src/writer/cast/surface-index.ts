/** Finds many surfaces in a text at once, the longest first. */

export type SurfaceIndex<T> = { longestAt(text: string, at: number): { surface: string; value: T } | undefined };

export function indexSurfaces<T>(surfaces: ReadonlyMap<string, T>): SurfaceIndex<T> {
  const byFirst = new Map<string, string[]>();
  for (const surface of surfaces.keys()) {
    const first = surface[0] ?? '';
    const list = byFirst.get(first) ?? [];
    byFirst.set(first, list);
    list.push(surface);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return {
    longestAt(text, at) {
      for (const surface of byFirst.get(text[at] ?? '') ?? []) {
        if (!text.startsWith(surface, at)) continue;
        const value = surfaces.get(surface);
        if (value !== undefined) return { surface, value };
      }
      return undefined;
    },
  };
}
