/** Reads the flat, well-formed SVG our own writers produce into a tree. Not a general XML parser. */
export type SvgNode = { name: string; attributes: Record<string, string>; children: SvgNode[] };

const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([a-zA-Z:-]+)="([^"]*)"/g;

export function parseSvg(fragment: string): SvgNode[] {
  const root: SvgNode = { name: 'root', attributes: {}, children: [] };
  const open: SvgNode[] = [root];
  for (const [, isClosing, name, list, isEmpty] of fragment.matchAll(TAG)) {
    if (isClosing === '/') {
      if (open.length > 1) open.pop();
      continue;
    }
    const node: SvgNode = { name: name!, attributes: Object.fromEntries(Array.from(list!.matchAll(ATTRIBUTE), ([, key, value]) => [key!, value!])), children: [] };
    open.at(-1)!.children.push(node);
    if (isEmpty !== '/') open.push(node);
  }
  return root.children;
}
