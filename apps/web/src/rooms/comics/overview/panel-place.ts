/** In percent of the page. */
export type Place = { left: number; top: number; width: number; height: number };

/** Where a panel's drawing lies on its page, from its view box in page units; undefined when it has none. */
export function placeOf(svg: string, page: { width: number; height: number }): Place | undefined {
  const box = /viewBox="([^"]+)"/.exec(svg.slice(0, 500))?.[1]?.trim().split(/[\s,]+/).map(Number);
  const [x, y, width, height] = box ?? [];
  if (x === undefined || y === undefined || width === undefined || height === undefined || !box?.every(Number.isFinite)) return undefined;
  return { left: (x / page.width) * 100, top: (y / page.height) * 100, width: (width / page.width) * 100, height: (height / page.height) * 100 };
}
