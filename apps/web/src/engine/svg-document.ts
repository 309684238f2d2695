/** Small facts about whole SVG documents of the engine. */

/** From the root element, which the engine always gives its size. */
export function sizeOfDocument(svg: string): { width: number; height: number } {
  const [, width = '0', height = '0'] = / width="([\d.]+)" height="([\d.]+)"/.exec(svg.slice(0, 400)) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** A blob is handed to the page by reference, whatever its size. */
export function svgBlob(svg: string): Blob {
  return new Blob([svg], { type: 'image/svg+xml' });
}
