import { describe, expect, test } from 'vitest';
import { drawSvg, type PdfCanvas } from './pdf-shapes.ts';

/** Writes down what is drawn, and what the transforms make of the origin and the unit point. */
function listen(): { canvas: PdfCanvas; calls: string[]; paths: { d: string; at: (x: number, y: number) => number[] }[] } {
  type Matrix = [number, number, number, number, number, number];
  const calls: string[] = [];
  const paths: { d: string; at: (x: number, y: number) => number[] }[] = [];
  let now: Matrix = [1, 0, 0, 1, 0, 0];
  const kept: Matrix[] = [];
  const canvas: PdfCanvas = {
    save: () => (kept.push(now), canvas), restore: () => ((now = kept.pop()!), canvas),
    transform(a, b, c, d, e, f) {
      const [A, B, C, D, E, F] = now;
      now = [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
      return canvas;
    },
    path(d) {
      const [a, b, c, e, f, g] = now;
      paths.push({ d, at: (x, y) => [a * x + c * y + f, b * x + e * y + g].map((value) => Math.round(value * 1000) / 1000) });
      return canvas;
    },
    fill: (colour, rule) => (calls.push(`fill ${colour} ${rule}`), canvas), stroke: (colour) => (calls.push(`stroke ${colour}`), canvas),
    lineWidth: (width) => (calls.push(`width ${width}`), canvas), lineJoin: () => canvas, miterLimit: () => canvas, lineCap: () => canvas,
    dash: (length, { space }) => (calls.push(`dash ${length} ${space}`), canvas), undash: () => (calls.push('undash'), canvas), opacity: (value) => (calls.push(`opacity ${value}`), canvas),
  };
  return { canvas, calls, paths };
}

function drawn(fragment: string) {
  const heard = listen();
  drawSvg(heard.canvas, fragment);
  return heard;
}

describe('lettering as PDF vectors', () => {
  test('fills and strokes as SVG does by default and by inheritance', () => {
    expect(drawn('<path d="M0 0Z"/>').calls).toEqual(['fill #000 non-zero']);
    expect(drawn('<g fill="#fff" stroke="#111" stroke-width="3"><path d="M0 0Z" fill-rule="evenodd"/></g>').calls).toEqual(['fill #fff even-odd', 'width 3', 'stroke #111']);
    expect(drawn('<path d="M0 0Z" fill="none" stroke="#111" stroke-dasharray="4 2"/>').calls).toEqual(['width 1', 'dash 4 2', 'stroke #111', 'undash']);
    expect(drawn('<path d="" fill="#fff"/>').paths).toEqual([]);
  });

  test('transforms nest from the outside in', () => {
    const { paths } = drawn('<g transform="translate(10,20)"><g transform="scale(2)"><path d="A" transform="rotate(90)"/></g></g><path d="B" transform="rotate(180 5 5)"/><path d="C" transform="matrix(1 0 0 -1 3 4) translate(1)"/>');
    expect(paths[0]!.at(1, 0)).toEqual([10, 22]);
    expect(paths[1]!.at(0, 0)).toEqual([10, 10]);
    expect(paths[2]!.at(0, 0)).toEqual([4, 4]);
  });

  test('defs are drawn only where they are used', () => {
    const { paths, calls } = drawn('<defs><path id="g1" d="M1 1Z"/></defs><use href="#g1" x="7" y="8" fill="#222"/><use href="#nothing"/>');
    expect(paths).toHaveLength(1);
    expect(paths[0]!.at(0, 0)).toEqual([7, 8]);
    expect(calls).toEqual(['fill #222 non-zero']);
  });

  test('rects and ellipses become paths', () => {
    const { paths } = drawn('<rect x="1" y="2" width="3" height="4"/><ellipse cx="0" cy="0" rx="2" ry="1"/><circle cx="0" cy="0" r="1"/>');
    expect(paths[0]!.d).toBe('M1 2L4 2L4 6L1 6Z');
    expect(paths[1]!.d).toMatch(/^M-2 0C/);
    expect(paths[2]!.d).toMatch(/^M-1 0C/);
  });

  test.each([['<text>words</text>'], ['<image href="x.png"/>'], ['<path d="M0 0Z" fill="url(#tone)"/>'], ['<g stroke="url(#tone)"><path d="M0 0Z"/></g>'], ['<foreignObject/>']])('refuses %s, which a PDF would show otherwise', (fragment) => {
    expect(() => drawn(fragment)).toThrow(RangeError);
  });
});
