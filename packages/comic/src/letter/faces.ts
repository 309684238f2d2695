/** What of a face the lettering must know: where the eyes are, and whose mouth a tail shows. */
import type { Box, Point, Polygon } from '../model/geometry.ts';
import { isInPolygon } from './shape/flatten-path.ts';
import type { PanelToLetter } from './types.ts';

type Person = PanelToLetter['people'][number];

/** The band of the eyes: a little above the middle between crown and mouth, whether the head nods or not. */
export function eyesOf({ faceBox: f, mouth }: Pick<Person, 'faceBox' | 'mouth'>): Box {
  const isMouthInside = mouth.y > f.y + f.height * 0.3 && mouth.y < f.y + f.height * 1.1;
  const drop = isMouthInside ? mouth.y - f.y : f.height * 0.8;
  return { x: f.x + f.width * 0.08, y: f.y + drop * 0.43, width: f.width * 0.84, height: drop * 0.36 };
}

/** People whose mouth can be seen: a face cut off by the border speaks for nobody. */
export function seenIn(polygon: Polygon, people: readonly Person[]): Person[] {
  return people.filter(({ mouth }) => isInPolygon(polygon, mouth.x, mouth.y));
}

/**
 * Somebody other than the speaker to whom a tail that ends at `tip` would be thought to belong: his mouth is clearly
 * nearer, or he stands between the tip and the speaker's mouth. `speaker` is absent for a voice from elsewhere.
 */
export function wrongMouth(tip: Point, speaker: Person | undefined, seen: readonly Person[]): Person | undefined {
  return seen.find((other) => {
    if (other === speaker || other.id === speaker?.id) return false;
    const away = Math.hypot(tip.x - other.mouth.x, tip.y - other.mouth.y);
    if (!speaker) return away < other.faceBox.width * 0.7 || isIn(other.faceBox, tip);
    const own = Math.hypot(tip.x - speaker.mouth.x, tip.y - speaker.mouth.y);
    if (away < own * 0.85 && !isIn(speaker.faceBox, tip)) return true;
    return crosses(tip, speaker.mouth, shrunk(other.faceBox));
  });
}

const isIn = (box: Box, p: Point): boolean => p.x > box.x && p.x < box.x + box.width && p.y > box.y && p.y < box.y + box.height;
const shrunk = (b: Box): Box => ({ x: b.x + b.width * 0.15, y: b.y + b.height * 0.15, width: b.width * 0.7, height: b.height * 0.7 });

function crosses(from: Point, to: Point, box: Box): boolean {
  for (let i = 0; i <= 12; i++) if (isIn(box, { x: from.x + ((to.x - from.x) * i) / 12, y: from.y + ((to.y - from.y) * i) / 12 })) return true;
  return false;
}
