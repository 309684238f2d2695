/** A place seen through a round window: what covers and colophons stand on. */
import type { Place, Scene } from '../model/book.ts';
import type { Camera } from '../draw/camera.ts';
import { num, path } from '../draw/pen/path.ts';
import { line, shape } from '../draw/pen/pen.ts';
import type { Board } from './board.ts';

export type Round = { x: number; y: number; r: number };

/** Draws the place of a scene into a circle with a double rim. `id` names the clip on the page. */
export function drawVignette(board: Board, round: Round, at: { id: string; place: Place | undefined; scene: Scene | undefined; detail: number }): void {
  const { pen, input } = board;
  const { x, y, r } = round;
  const disc = path().ellipse(x, y, r, r).d;
  const camera: Camera = { width: r * 2, height: r * 2, eye: 110, pitch: 0, focal: r * 1.9, centre: { x: r, y: r * 1.05 } };
  const { place, scene } = at;
  const drawn = place && input.painters.place(pen, { kind: place.kind, era: place.era, time: scene?.time ?? 'day', weather: scene?.weather ?? 'clear', season: scene?.season ?? 'summer', mood: scene?.mood ?? 'calm', seed: input.book.seed, detail: at.detail }, camera);
  const inside = drawn ? `<g transform="translate(${num(x - r)} ${num(y - r)})">${drawn.far}${drawn.middle}${drawn.weather}</g>` : shape(pen, disc, pen.paints.tone(10, '#e8dcc4'), 0);
  board.art += shape(pen, path().ellipse(x, y, r + 12, r + 12).d, pen.paints.paper, 2.2);
  board.art += `<clipPath id="${at.id}"><path d="${disc}"/></clipPath><g clip-path="url(#${at.id})">${inside}</g>${line(pen, disc, 5)}`;
}
