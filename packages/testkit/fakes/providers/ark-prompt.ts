/** What a stand-in understands of a prompt: how many pictures of which shape. Real models read both out of the words. */

export type Ratio = { width: number; height: number };

/** `16:9` anywhere in the words. */
export function ratioNamedIn(prompt: string): Ratio | undefined {
  const [, width, height] = /(?<!\d)(\d{1,2})\s*[:\uff1a]\s*(\d{1,2})(?!\d)/.exec(prompt) ?? [];
  const ratio = { width: Number(width), height: Number(height) };
  return ratio.width > 0 && ratio.height > 0 ? ratio : undefined;
}

/** `4 pictures`, `4 panels`, `4张` anywhere in the words. */
export function countNamedIn(prompt: string): number | undefined {
  const count = Number(/(\d{1,2})\s*(?:images|pictures|panels|\u5f20|\u679a|\u5e45|\u683c)/i.exec(prompt)?.[1]);
  return count > 0 ? count : undefined;
}

/** Width and height of about this area in the ratio, in steps of 16 and not above the area. */
export function sidesOf(area: number, { width, height }: Ratio): Ratio {
  const wide = Math.sqrt((area * width) / height);
  const inSteps = (side: number) => Math.max(16, Math.floor(side / 16 + 1e-9) * 16);
  return { width: inSteps(wide), height: inSteps(area / wide) };
}
