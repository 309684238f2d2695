/** What the parts of the storyboard artist hand to each other. */
import type { Box, Point } from '../model/geometry.ts';
import type { Character, Look, OutfitSpec } from '../model/book.ts';
import type { DayTime, Effect, Expression, Mood, PlaceKind, Pose, Season, Weather } from '../model/kinds.ts';
import type { Camera } from './camera.ts';
import type { Pen } from './pen/pen.ts';

/**
 * Direction of a head or body, radians. yaw 0 looks at the reader, + to the reader's right,
 * ±π/2 is profile, π the back; pitch + looks down (its crown shows: seen from above), - looks up;
 * roll + tilts clockwise.
 */
export type Angle = { yaw: number; pitch: number; roll: number };

export type HeadSpec = {
  look: Look;
  expression: Expression;
  angle: Angle;
  /** Mouth open for speech, 0..1, on top of the expression. */
  talk?: number;
  /** Gaze relative to the head, -1..1 each. */
  gaze?: Point;
};

/** A head drawn in picture coordinates. `behind` goes under the body (long hair), `front` over it. */
export type HeadDrawing = {
  behind: string;
  front: string;
  /** Skull without hair: for halos and for lettering to keep away from. */
  faceBox: Box;
  /** With hair and hat. */
  headBox: Box;
  mouth: Point;
  /** Outline of head with hair, path data, for halos and silhouettes. */
  outline: string;
};

/**
 * Draws a head. `chin` is where the chin's centre would be on a head seen from the front at rest:
 * the top of the neck; `unit` is u per head height (crown of the skull to chin, without hair).
 */
export type DrawHead = (pen: Pen, spec: HeadSpec, at: { chin: Point; unit: number }) => HeadDrawing;

export type FigureSpec = {
  look: Look;
  outfit: OutfitSpec;
  expression: Expression;
  pose: Pose;
  /** Arms and head of another pose. */
  gesture?: Pose;
  /** Of the body; the head follows, a little nearer to the reader. */
  angle: Angle;
  /** Gaze relative to the head, -1..1 each. */
  gaze?: Point;
  /** Places in the picture that hands go to, each taken by the arm nearer to it. */
  reach?: readonly ReachSpec[];
  /** Noun of a thing in the hand, drawn by `prop`. */
  holds?: string;
  talk?: number;
};

/** `depth` is the nearness to the reader of the place, cm from the body's middle. */
export type ReachSpec = { at: Point; depth: number; hand: 'relaxed' | 'fist' | 'open' | 'hold' | 'flat'; /** The arm goes round somebody who stands nearer to the reader. */ isRound?: boolean };

export type FigureDrawing = {
  /** Whole drawing in painting order, halo not included. */
  svg: string;
  /** Arms that go round somebody in front: painted after that person. */
  over?: string;
  /** Outline of everything, path data. */
  outline: string;
  bodyBox: Box;
  faceBox: Box;
  headBox: Box;
  mouth: Point;
  /** Right hand and left hand of the person, u. */
  hands: [Point, Point];
  /** Where feet, seat or back meet the ground, u: the shadow goes there. */
  contact: { x: number; y: number; width: number };
};

/** Draws a person. `feet` is the ground point under the body, `scale` u per cm; an adult is 168 cm x look.height. */
export type DrawFigure = (pen: Pen, spec: FigureSpec, at: { feet: Point; scale: number }) => FigureDrawing;

export type PlaceSpec = {
  kind: PlaceKind;
  era: 'modern' | 'past' | 'fantasy' | 'future';
  time: DayTime;
  weather: Weather;
  season: Season;
  mood: Mood;
  /** Same seed, same place: a classroom looks the same in each panel. */
  seed: number;
  /** 1 draws everything (wide shots), 0 only hints (close-ups). */
  detail: number;
};

/** A place in three planes; figures stand between `middle` and `near`. */
export type PlaceDrawing = {
  far: string;
  middle: string;
  /** Foreground: framing silhouettes, table edges, leaves. */
  near: string;
  /** Falls over everything: rain, snow, fog. */
  weather: string;
  /** How dark it is behind figures, 0 white to 1 black: decides halo and tone. */
  darkness: number;
  /** Seats and table tops in cm, where people may sit (optional). */
  seats?: { x: number; z: number; height: number }[];
};

export type DrawPlace = (pen: Pen, spec: PlaceSpec, camera: Camera) => PlaceDrawing;

/** A thing drawn into a box `size` u high standing on `base` (bottom centre). */
export type PropDrawing = { svg: string; box: Box; credit?: string };
export type DrawProp = (pen: Pen, noun: string, at: { base: Point; size: number; isHeld?: boolean }) => PropDrawing | undefined;

/** One finished picture of a panel, in picture coordinates, with what lettering must know. */
export type PanelDrawing = {
  svg: string;
  /** By character id, in painting order. */
  people: { id: Character['id']; faceBox: Box; headBox: Box; bodyBox: Box; mouth: Point }[];
  /** Parts of the picture that bubbles should leave free: hands, the thing of an insert. */
  keepFree: Box[];
  /** Packages and authors whose drawings are in it. */
  credits: string[];
};

/** A graphic effect: lines, flashes, flowers, tones. `behind` stands over the place and under people. */
export type EffectDrawing = { behind: string; over: string; /** True when the place is not shown behind it. */ hidesPlace: boolean; darkness: number };
export type DrawEffect = (
  pen: Pen,
  effect: Effect,
  /** `focus` is where lines run to; `keep` are faces and hands to leave free; `toRight` the direction of movement. */
  at: { width: number; height: number; focus: Point; keep: Box[]; toRight: boolean; strength: number },
) => EffectDrawing;

/** The parts of the artist; injected so that each can be tried alone. */
export type Painters = { figure: DrawFigure; place: DrawPlace; prop: DrawProp; effect: DrawEffect };
