import { describe, expect, test } from 'vitest';
import type { Look, OutfitSpec } from '../../model/book.ts';
import { boxOf } from '../../model/geometry.ts';
import { AGES, BEINGS, BUILDS, GENDERS, OUTFITS, POSES, type Outfit, type Pose } from '../../model/kinds.ts';
import { seededRandom } from '../../model/random.ts';
import { blackAndWhite, makePen } from '../pen/pen.ts';
import type { DrawHead, FigureDrawing, FigureSpec } from '../types.ts';
import { bodyOf } from './body.ts';
import { drawFigure, makeDrawFigure } from './draw-figure.ts';
import { POSE_SHAPES } from './poses.ts';
import { bendOf, solveSkeleton } from './skeleton.ts';
import { size, sub } from './vector.ts';

const LOOK: Look = {
  being: 'human', gender: 'female', age: 'adult', build: 'average', height: 1, hair: 'bob', hairInk: 'black', face: { shape: 0.5, eyes: 0.5, brows: 0.5, nose: 0.5, mouth: 0.5 },
  facialHair: 'none', glasses: 'none', headwear: 'none', freckles: false, scar: false,
  colours: { skin: '#f2d0b5', hair: '#333333', top: '#3366aa', bottom: '#444444', accent: '#cc4433' },
};
const FACINGS = [0, 0.7, Math.PI / 2, Math.PI, -0.7, -Math.PI / 2];
const PLACE = { feet: { x: 400, y: 700 }, scale: 2 };

/** Bodies alone are under test; the head is a box. */
const boxHead: DrawHead = (_pen, _spec, { chin, unit }) => {
  const box = { x: chin.x - unit / 2, y: chin.y - unit, width: unit, height: unit };
  return { behind: '', front: '<g id="head"/>', faceBox: box, headBox: box, mouth: chin, outline: '' };
};
const drawBody = makeDrawFigure(boxHead);

function specOf(pose: Pose, yaw: number, outfit: Partial<OutfitSpec> = {}, look: Partial<Look> = {}, pitch = 0): FigureSpec {
  return { look: { ...LOOK, ...look }, outfit: { kind: 'tshirt', topInk: 'white', bottomInk: 'black', pattern: 'plain', ...outfit }, expression: 'neutral', pose, angle: { yaw, pitch, roll: 0 } };
}

function pen(): ReturnType<typeof makePen> {
  return makePen(blackAndWhite(), seededRandom(1));
}

function numbersOf(drawing: FigureDrawing): number[] {
  const { bodyBox: b, faceBox: f, headBox: h, contact: c, mouth, hands } = drawing;
  return [b.x, b.y, b.width, b.height, f.x, f.y, h.x, h.y, c.x, c.y, c.width, mouth.x, mouth.y, ...hands.flatMap((p) => [p.x, p.y])];
}

/** The knots of path data, without the handles of its curves. */
function pointsOf(d: string): { x: number; y: number }[] {
  return [...d.matchAll(/([MLC])([^MLCZ]*)/g)].map(([, , numbers]) => {
    const [x = NaN, y = NaN] = (numbers!.match(/-?\d+(\.\d+)?/g) ?? []).map(Number).slice(-2);
    return { x, y };
  });
}

function expectSound(drawing: FigureDrawing): void {
  expect(drawing.svg.length).toBeGreaterThan(500);
  expect(drawing.svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(drawing.outline).not.toMatch(/NaN|Infinity/);
  expect(numbersOf(drawing).every(Number.isFinite)).toBe(true);
  const slack = 2;
  const { x, y, width, height } = drawing.bodyBox;
  const around = boxOf(pointsOf(drawing.outline));
  expect(around.x).toBeGreaterThan(x - slack);
  expect(around.y).toBeGreaterThan(y - slack);
  expect(around.x + around.width).toBeLessThan(x + width + slack);
  expect(around.y + around.height).toBeLessThan(y + height + slack);
}

describe('drawFigure', () => {
  test('draws every pose in every outfit and facing with finite numbers inside its box', () => {
    for (const [i, pose] of POSES.entries()) for (const [j, kind] of OUTFITS.entries()) {
      // Full detail for a third of them, the rest smaller and quicker.
      const scale = (i + j) % 3 === 0 ? 2 : 0.7;
      expectSound(drawBody(pen(), specOf(pose, FACINGS[(i + j) % FACINGS.length]!, { kind }), { ...PLACE, scale }));
    }
    for (const pose of POSES) for (const yaw of FACINGS) expectSound(drawBody(pen(), specOf(pose, yaw), PLACE));
  }, 60_000);

  test('draws every being, age, build and gender, from above and from below, near and tiny', () => {
    for (const being of BEINGS) for (const age of AGES) for (const build of BUILDS) for (const gender of GENDERS) {
      expectSound(drawBody(pen(), specOf('walk', 0.6, { pattern: 'dots' }, { being, age, build, gender }, age === 'old' ? 0.9 : -0.6), PLACE));
    }
    for (const scale of [0.2, 0.6, 1, 12]) expectSound(drawBody(pen(), specOf('wave', 0.4, { kind: 'suit', pattern: 'checks' }), { feet: { x: 2000, y: 2500 }, scale }));
  }, 60_000);

  test('gives the same drawing for the same spec', () => {
    const spec = specOf('run', 0.7, { kind: 'hanfu', topInk: 'black', pattern: 'stripes' });
    expect(drawFigure(pen(), spec, PLACE)).toEqual(drawFigure(pen(), spec, PLACE));
  });

  test('draws less when the figure is small', () => {
    const length = (scale: number): number => drawBody(pen(), specOf('wave', 0.4, { kind: 'shirt' }), { ...PLACE, scale }).svg.length;
    expect(length(0.3)).toBeLessThan(length(0.7));
    expect(length(0.7)).toBeLessThan(length(3));
  });

  test('reports hands, the person\'s right first, also when the pose is mirrored', () => {
    const front = drawBody(pen(), specOf('stand', 0), PLACE);
    expect(front.hands[0].x).toBeLessThan(front.hands[1].x);
    const [rightSide, leftSide] = [drawBody(pen(), specOf('wave', 0.5), PLACE), drawBody(pen(), specOf('wave', -0.5), PLACE)];
    expect(rightSide.hands[0].y).toBeLessThan(rightSide.hands[1].y);
    expect(leftSide.hands[1].y).toBeLessThan(leftSide.hands[0].y);
  });

  test('paints a held thing behind the palm and between palm and fingers', () => {
    const sides: string[] = [];
    const draw = makeDrawFigure(boxHead, (noun, at) => {
      sides.push(at.side);
      expect(Number.isFinite(at.angle) && Number.isFinite(at.hand.x)).toBe(true);
      return `<g id="${noun}-${at.side}"/>`;
    });
    const { svg } = draw(pen(), { ...specOf('hold', 0.5), holds: 'umbrella' }, PLACE);
    expect(sides).toEqual(['back', 'front']);
    expect(svg.indexOf('umbrella-back')).toBeLessThan(svg.indexOf('umbrella-front'));
    expect(draw(pen(), specOf('hold', 0.5), PLACE).svg).not.toContain('umbrella');
  });

  test('is fast: a figure takes under 8 ms at the median', () => {
    const once = (i: number): number => {
      const spec = specOf(POSES[i % POSES.length]!, FACINGS[i % FACINGS.length]!, { kind: OUTFITS[i % OUTFITS.length] as Outfit });
      const start = performance.now();
      drawBody(pen(), spec, { feet: { x: 500, y: 900 }, scale: 4 });
      return performance.now() - start;
    };
    // The best of four draws each: on a busy machine the others measure its neighbours.
    const times = POSES.map((_, i) => Math.min(once(i), once(i), once(i), once(i))).sort((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(8);
  });
});

describe('solveSkeleton', () => {
  const STANDING: Pose[] = ['stand', 'stand-relaxed', 'stand-hands-hips', 'arms-crossed', 'walk', 'bow', 'wave', 'point', 'read', 'punch', 'fight-stance', 'salute'];

  test('stands on the ground in standing poses', () => {
    for (const pose of STANDING) for (const age of AGES) {
      const body = bodyOf({ ...LOOK, age });
      const { legs } = solveSkeleton(body, POSE_SHAPES[pose]);
      const soles = legs.map((l) => l.ankle[1] - body.ankle);
      expect(Math.abs(Math.min(...soles))).toBeLessThan(body.height * 0.02);
    }
  });

  test('keeps the lengths of all bones in every pose', () => {
    const body = bodyOf(LOOK);
    for (const pose of POSES) {
      const { arms, legs } = solveSkeleton(body, POSE_SHAPES[pose]);
      for (const a of arms) {
        expect(size(sub(a.elbow, a.shoulder))).toBeCloseTo(body.upperArm, 5);
        expect(size(sub(a.wrist, a.elbow))).toBeCloseTo(body.foreArm, 5);
      }
      for (const l of legs) {
        expect(size(sub(l.knee, l.hip))).toBeCloseTo(body.thigh, 5);
        expect(size(sub(l.ankle, l.knee))).toBeCloseTo(body.shin, 5);
      }
    }
  });

  test('gives at least 40 truly different silhouettes', () => {
    const body = bodyOf(LOOK);
    const shapes = POSES.map((pose) => {
      const { arms, legs, pelvis, chin } = solveSkeleton(body, POSE_SHAPES[pose]);
      return [chin, ...arms.flatMap((a) => [a.elbow, a.wrist]), ...legs.flatMap((l) => [l.knee, l.ankle])].flatMap((v) => sub(v, pelvis)).concat(pelvis[1]);
    });
    const distinct = shapes.filter((a, i) => shapes.slice(0, i).every((b) => a.some((v, k) => Math.abs(v - b[k]!) > 9)));
    expect(distinct.length).toBeGreaterThanOrEqual(40);
  });

  test('strides wide when running', () => {
    const body = bodyOf(LOOK);
    const [right, left] = solveSkeleton(body, POSE_SHAPES.run).legs;
    expect(right.ankle[2] - left.ankle[2]).toBeGreaterThan(body.height * 0.4);
    expect(bendOf(left.hip, left.knee, left.ankle)).toBeGreaterThan(0.5);
  });
});
