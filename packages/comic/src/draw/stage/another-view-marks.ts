/** What a framing shows of its panel's story, measured on the bones alone: nothing is painted. */
import type { Box, Point } from '../../model/geometry.ts';
import type { Effect } from '../../model/kinds.ts';
import { isIndoors } from '../../model/indoors.ts';
import { seededRandom } from '../../model/random.ts';
import { project } from '../camera.ts';
import { posed } from '../figure/draw-figure.ts';
import { palmOf } from '../figure/hold.ts';
import { add, type Vec } from '../figure/vector.ts';
import { depthOf, toPicture } from '../figure/view.ts';
import { paintsFor } from '../pen/palettes.ts';
import { makePen } from '../pen/pen.ts';
import { dressingOf } from '../style/dressing.ts';
import type { DrawFigure, FigureDrawing, Painters } from '../types.ts';
import { drawPeople } from './draw-people.ts';
import { frameShot } from './frame-shot.ts';
import { inView, shotOf, subjectOf } from './panel-people.ts';
import type { PanelScene } from './scene-of.ts';
import { standPeople, type PictureSize } from './stand-people.ts';
import { tiltPicture } from './tilt-picture.ts';
import { angleOf } from './turn-figure.ts';
import { viewFrom } from './view-from.ts';

export type ViewMarks = {
  /** By character id: the face in shares of the picture, and how the body is turned to the reader, radians. */
  faces: ReadonlyMap<string, { x: number; y: number; height: number; yaw: number; /** Cut by the frame, behind a hand, or behind somebody else. */ isHidden: boolean }>;
  /** Share of the picture that people take. */
  people: number;
  /** Share of the picture that is ground or empty tone, with nobody on it. */
  bare: number;
  /** Share of what somebody works on that is in the picture; 1 where nobody works. */
  work: number;
  /** Inclination of the camera, radians. */
  pitch: number;
  /** Widest stretch of the picture's width without anybody, where little of the place is drawn; else 0. */
  gap: number;
  /** Tone or lines stand where the place would be. */
  isPlain: boolean;
};

const HIDES_PLACE = new Set<Effect>(['focus-lines', 'impact-flash', 'gloom-lines', 'screentone-gradient', 'black-background', 'white-background', 'flowers']);
/** Where the things of a place begin, cm from the camera: in a room, and out of doors. */
const THINGS_Z = { inside: 620, outside: 1100 };
/** Half the thickness of a clothed limb, cm. */
const FLESH = 9;
/** From this detail on a place fills what people leave of the picture. */
const DETAILED = 0.8;
/** Of a face's box that somebody nearer may cover. */
const BEHIND_MOST = 0.3;

/** `textArea` is the room of its bubbles, u², as for the drawing itself. */
export function viewMarks(scene: PanelScene, size: PictureSize, textArea: number): ViewMarks {
  const paints = paintsFor(scene.style?.palette ?? 'black-and-white');
  const at: PanelScene = { ...scene, cast: dressingOf(scene.style, paints)?.cast(scene.cast) ?? scene.cast };
  const textShare = Math.min(0.6, textArea / (size.width * size.height));
  const { seen, listener } = inView(at, size);
  const subjects = seen.map((person) => subjectOf(person, at.cast.get(person.id)!));
  const framing = viewFrom(frameShot({ shot: shotOf(at, size) }, subjects, size, textShare), at.view, subjects);
  const handOver = new WeakSet<FigureDrawing>();
  const random = seededRandom(at.panel.id);
  const stage = { at, size, framing, people: seen, hasShoulder: listener !== undefined };
  const drawn = drawPeople({ ...stage, painters: bonePainters(handOver), pen: makePen(paints, random), random }, standPeople(stage));
  const tilt = tiltPicture(at.panel.tilt, size);
  const bodies = drawn.map(({ drawing }) => tilt.box(drawing.bodyBox));
  const heads = drawn.map(({ drawing }) => tilt.box(drawing.headBox));
  // A strip comes nearer than its shot says; eyes alone are cut on purpose.
  const isEyes = at.panel.shot === 'extreme-close-up';
  const faces = new Map(drawn.map(({ at: one, drawing }, i) => {
    const face = tilt.box(drawing.faceBox);
    const isHidden = handOver.has(drawing) || (!isEyes && isCut(face, size)) || heads.slice(i + 1).some((head) => shared(face, head) > BEHIND_MOST * face.width * face.height) || drawn.slice(i + 1).some((other) => other.drawing.hands.some((hand) => isOn(tilt.point(hand), face)));
    return [one.person.id, { x: (face.x + face.width / 2) / size.width, y: (face.y + face.height / 2) / size.height, height: face.height / size.height, yaw: angleOf(one.person, 0).yaw, isHidden }] as const;
  }));
  const people = covered(bodies, size);
  const isPlain = at.panel.effects.some((effect) => HIDES_PLACE.has(effect));
  const things = project(framing.camera, { x: 0, y: 0, z: isIndoors(at.place.kind) ? THINGS_Z.inside : THINGS_Z.outside }).y;
  const ground: Box = { x: 0, y: isPlain ? 0 : Math.max(0, things), width: size.width, height: isPlain ? size.height : Math.max(0, size.height - Math.max(0, things)) };
  const bare = Math.max(0, ground.width * ground.height - covered(bodies, size, ground) * size.width * size.height) / (size.width * size.height);
  const work = Math.min(1, ...drawn.map(({ at: one, drawing }) => workSeen(one.person.contact, angleOf(one.person, 0).yaw >= 0, drawing, { scale: one.scale, feetY: one.feet.y, size })));
  return { faces, people, bare, work, pitch: framing.camera.pitch, gap: isPlain || framing.detail < DETAILED ? gapOf(bodies, size) : 0, isPlain };
}

function isCut(face: Box, { width, height }: PictureSize): boolean {
  const inside = Math.min(face.x + face.width, width) - Math.max(face.x, 0);
  return inside < 0.88 * face.width || face.y < -0.12 * face.height || face.y + face.height > height * 1.02;
}

function isOn(p: Point, face: Box): boolean {
  return Math.hypot((p.x - face.x - face.width / 2) / (face.width * 0.5), (p.y - face.y - face.height / 2) / (face.height * 0.5)) < 1;
}

function shared(a: Box, b: Box): number {
  return Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
}

/** Share of the picture inside any of the boxes, and inside `within`, counted on a grid of columns. */
function covered(boxes: readonly Box[], { width, height }: PictureSize, within: Box = { x: 0, y: 0, width, height }): number {
  const columns = 48;
  let sum = 0;
  for (let i = 0; i < columns; i++) {
    const x = ((i + 0.5) / columns) * width;
    const spans = boxes.filter((box) => x >= box.x && x < box.x + box.width).map((box) => [Math.max(box.y, within.y), Math.min(box.y + box.height, within.y + within.height)] as const).sort((a, b) => a[0] - b[0]);
    let end = -Infinity;
    for (const [from, to] of spans) {
      sum += Math.max(0, to - Math.max(from, end));
      end = Math.max(end, to);
    }
  }
  return sum / columns / height;
}

function gapOf(bodies: readonly Box[], { width }: PictureSize): number {
  let [end, widest] = [0, 0];
  for (const box of bodies.toSorted((a, b) => a.x - b.x)) {
    widest = Math.max(widest, Math.min(width, box.x) - end);
    end = Math.max(end, box.x + box.width);
  }
  return Math.max(widest, width - end) / width;
}

/** Of a door, rope or cart the part next to the hands tells what is done; ladders and ropes run through the picture. */
function workSeen(contact: PanelScene['panel']['characters'][number]['contact'], toRight: boolean, drawing: FigureDrawing, at: { scale: number; feetY: number; size: PictureSize }): number {
  if (contact?.thing === undefined) return 1;
  const hand = toRight ? Math.max(...drawing.hands.map((p) => p.x)) : Math.min(...drawing.hands.map((p) => p.x));
  const wide = (contact.how === 'climb' ? 25 : 60) * at.scale;
  const x = contact.how === 'climb' ? hand - wide : toRight ? hand : hand - wide;
  const box: Box = { x, y: at.feetY - 150 * at.scale, width: contact.how === 'climb' ? wide * 2 : wide, height: 110 * at.scale };
  return shared(box, { x: 0, y: 0, width: at.size.width, height: at.size.height }) / (box.width * box.height);
}

/** Share of an insert's thing that is in the picture, its sides taken as equal. */
export function thingSeen({ view, panel }: Pick<PanelScene, 'view' | 'panel'>, size: PictureSize, textArea: number): number {
  const { zoom = 1, aside = 0 } = view ?? {};
  const { width, height } = size;
  const top = Math.min(0.4, Math.min(0.6, textArea / (width * height)) * 0.9) * height;
  const side = Math.min((height * 0.82 - top) * 0.95, width * 0.6);
  const angle = Math.abs((panel.tilt * Math.PI) / 180);
  const grown = side * zoom * (Math.cos(angle) + Math.sin(angle) * 0.5);
  const middle = { x: width / 2 + aside * width * 0.2, y: height * 0.6 + (height * 0.28 - side / 2) * zoom };
  return shared({ x: middle.x - grown / 2, y: middle.y - grown / 2, width: grown, height: grown }, { x: 0, y: 0, width, height }) / (grown * grown);
}

/** Stands in for the artists: where a figure's parts would be, with empty drawings. */
function bonePainters(handOver: WeakSet<FigureDrawing>): Painters {
  const nothing = { far: '', middle: '', near: '', weather: '', darkness: 0 };
  return { figure: boneFigure(handOver), place: () => nothing, prop: () => undefined, effect: () => ({ behind: '', over: '', hidesPlace: false, darkness: 0 }) };
}

function boneFigure(handOver: WeakSet<FigureDrawing>): DrawFigure {
  return (_pen, spec, at) => {
    const { f } = posed(spec, at);
    const { bones, body } = f;
    const head = body.head * at.scale;
    const middle = add(bones.chin, bones.headFrame.y, body.head * 0.48);
    const skull = toPicture(f.view, middle);
    const faceBox: Box = { x: skull.x - head * 0.42, y: skull.y - head * 0.5, width: head * 0.84, height: head };
    const headBox: Box = { x: skull.x - head * 0.52, y: skull.y - head * 0.6, width: head * 1.04, height: head * 1.15 };
    const hands = bones.arms.map((arm) => palmOf(f, arm));
    const joints: Vec[] = [bones.pelvis, bones.neck, ...bones.arms.flatMap((arm) => [arm.shoulder, arm.elbow, arm.wrist]), ...bones.legs.flatMap((leg) => [leg.knee, leg.ankle])];
    const points = joints.map((joint) => toPicture(f.view, joint));
    const flesh = FLESH * at.scale;
    const [x0, x1] = [Math.min(headBox.x, ...points.map((p) => p.x - flesh)), Math.max(headBox.x + headBox.width, ...points.map((p) => p.x + flesh))];
    const [y0, y1] = [Math.min(headBox.y, ...points.map((p) => p.y - flesh)), Math.max(headBox.y + headBox.height, ...points.map((p) => p.y + flesh))];
    const drawing: FigureDrawing = {
      svg: '', outline: '', bodyBox: { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }, faceBox, headBox, mouth: { x: skull.x, y: skull.y + head * 0.3 },
      hands: [toPicture(f.view, hands[0]!), toPicture(f.view, hands[1]!)], contact: { x: at.feet.x, y: at.feet.y, width: 40 * at.scale },
    };
    const fingers = bones.arms.flatMap((arm, i) => [hands[i]!, arm.wrist, add(arm.wrist, arm.along, body.hand * 0.9)]);
    const isOver = fingers.some((v) => {
      const p = toPicture(f.view, v);
      return depthOf(f.view, v) > depthOf(f.view, middle) && Math.hypot((p.x - skull.x) / 0.36, (p.y - skull.y) / 0.4) < head;
    });
    if (isOver) handOver.add(drawing);
    return drawing;
  };
}
