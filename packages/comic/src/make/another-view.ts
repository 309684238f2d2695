/** Another view that still tells the panel's story: of the view that is due and its milder kin, the first that shows it. */
import { thingSeen, viewMarks, type ViewMarks } from '../draw/stage/another-view-marks.ts';
import { viewsLike } from '../direct/request/another-view-kin.ts';
import { hasCue, readRequest as read, type Request } from '../direct/request/read-request.ts';
import type { Book, Panel } from '../model/book.ts';
import type { Directions } from '../model/hand-made.ts';
import type { Pose } from '../model/kinds.ts';
import { pictureBox } from '../page/art-page.ts';
import { textAreaOf } from '../page/panels-to-lay.ts';
import { directedBook } from './panel-facts.ts';
import { sceneOf } from './panel-scene.ts';
import { planPages } from './plan-pages.ts';
import { slantedTop } from './slanted-top.ts';

/**
 * What words ask of another take. Without words it is another view of the panel, chosen for the frame the panel has
 * in the laid-out book. Throws RangeError when the book has no such panel. Deterministic.
 */
export function readRequest(book: Book, panelId: string, wish: Request): Directions {
  const due = read(book, panelId, wish);
  if (hasCue(wish.request)) return due;
  const { panel } = sceneOf(book, panelId);
  const laid = planPages(book).pages.flatMap((page) => page.panels).find(({ id }) => id === panelId);
  if (!laid) return due;
  const box = pictureBox(laid);
  const size = { width: box.width, height: box.height, topAt: slantedTop(laid, box) };
  if ((due.shot ?? panel.shot) === 'insert' && panel.props.length > 0) return wholeThing(panel, due, size, textAreaOf(book, panel));
  if (wish.attempt < 1 || wish.attempt > TAKES_MOST) return due;
  const small = onlyScene(book, panelId);
  const look = (directions: Directions | undefined): Seen => seenIn(viewMarks({ ...sceneOf(directedBook(small, panelId, directions), panelId), order: sceneOf(book, panelId).order }, size, textAreaOf(book, panel)), directions);
  const row = rowOf(book, `${panelId} ${wish.seed ?? ''} ${JSON.stringify(wish.before ?? null)}`, () => [look(undefined), ...(wish.before === undefined ? [] : [look(wish.before)])]);
  // What the takes before it show is known without them: each was chosen as this one is.
  while (row.views.length < wish.attempt) {
    const view = tellingView(panel, read(book, panelId, { ...wish, attempt: row.views.length + 1 }), look, row.shown);
    row.views.push(view);
    row.shown.push(look(view));
  }
  return row.views[wish.attempt - 1]!;
}

/** Views already chosen, one after the other, with all that is shown by them and before them. */
type Row = { views: Directions[]; shown: Seen[] };
const ROWS = new WeakMap<Book, Map<string, Row>>();

function rowOf(book: Book, key: string, begin: () => Seen[]): Row {
  let rows = ROWS.get(book);
  if (!rows) ROWS.set(book, (rows = new Map()));
  let row = rows.get(key);
  if (!row) rows.set(key, (row = { views: [], shown: begin() }));
  return row;
}

/** A row of views and the same from the other side; panels have no more takes. */
const TAKES_MOST = 16;
/** Below this, beside the first picture or an earlier take, a view is the same picture again. */
const OTHER_LEAST = 0.2;
/** No more faults than these are none. */
const FLAWLESS = 0.02;

type Seen = ViewMarks & { /** The place is seen from its other side. */ isFlipped: boolean };

/** As the picture is shown: mirroring is done to the drawing. */
function seenIn(marks: ViewMarks, directions: Directions | undefined): Seen {
  const isMirrored = directions?.isMirrored === true;
  const faces = isMirrored ? new Map([...marks.faces].map(([id, face]) => [id, { ...face, x: 1 - face.x, yaw: -face.yaw }])) : marks.faces;
  return { ...marks, faces, isFlipped: (directions?.view?.isTurned === true) !== isMirrored };
}

/** Of a view and its kin the first without fault that is no picture again, or the one with the least of both. */
function tellingView(panel: Panel, due: Directions, look: (view: Directions) => Seen, shown: readonly Seen[]): Directions {
  const first = shown[0]!;
  let best = { view: due, faults: Infinity };
  for (const view of viewsLike(panel, due)) {
    const marks = look(view);
    const other = Math.min(...shown.map((one) => otherness(one, marks)));
    const faults = faultsOf(panel, marks, first) + Math.max(0, 1 - other / OTHER_LEAST) * 1.5;
    if (faults < FLAWLESS) return view;
    if (faults < best.faults - 0.05) best = { view, faults };
  }
  return best.view;
}

/** Of the thing of an insert. */
const THING_LEAST = 0.9;

/** What an insert shows is in it: smaller, then nearer to the middle. */
function wholeThing(panel: Panel, due: Directions, size: { width: number; height: number }, textArea: number): Directions {
  const { zoom = 1, aside = 0 } = due.view ?? {};
  const less = [1, 0.9, 0.8, 0.7, 0.6].flatMap((by) => [1, 0.6, 0.3].map((off): Directions => ({ ...due, view: { ...due.view, zoom: Math.max(0.5, zoom * by), aside: aside * off } })));
  const seen = (view: Directions): number => thingSeen({ panel: { ...panel, tilt: view.tilt ?? panel.tilt }, ...(view.view ? { view: view.view } : {}) }, size, textArea);
  return seen(due) >= THING_LEAST ? due : (less.find((view) => seen(view) >= THING_LEAST) ?? due);
}

function onlyScene(book: Book, panelId: string): Book {
  return { ...book, chapters: book.chapters.flatMap((chapter) => chapter.scenes.filter((scene) => scene.panels.some(({ id }) => id === panelId)).map((scene) => ({ ...chapter, scenes: [scene] }))) };
}

/** How far the camera of one picture is from another's: faces that moved, grew or turned, somebody who came or went, a higher or lower eye. */
function otherness(a: Seen, b: Seen): number {
  const ids = [...new Set([...a.faces.keys(), ...b.faces.keys()])];
  const faces = ids.map((id) => {
    const [p, q] = [a.faces.get(id), b.faces.get(id)];
    return p && q ? Math.hypot(p.x - q.x, p.y - q.y) + Math.abs(Math.log2(p.height / q.height)) / 2 + Math.abs(p.yaw - q.yaw) * 0.12 : 1;
  });
  const side = (a.isFlipped === b.isFlipped ? 0 : 0.06) + (a.isPlain === b.isPlain ? 0 : 0.1);
  return ids.length === 0 ? 1 : Math.max(...faces) + Math.abs(a.pitch - b.pitch) * 0.8 + side;
}

/** Least height of the face that matters, share of the picture; people may take so little of it, and empty ground so much. */
const FACE_LEAST = 0.1;
const PEOPLE_LEAST = 0.16;
const BARE_MOST = 0.55;
const WORK_LEAST = 0.6;
const GAP_MOST = 0.58;
/** Who goes somewhere is shown on the way: stairs, road or ladder belong to the deed. */
const GOES = new Set<Pose>(['walk', 'run', 'sneak', 'climb', 'fall', 'push', 'pull', 'ride', 'swim']);

/** 0 where all that the panel tells is seen; what the first picture itself does not show is not asked for. */
function faultsOf(panel: Panel, marks: ViewMarks, first: ViewMarks): number {
  const short = (value: number, least: number): number => (least <= 0 ? 0 : Math.max(0, 1 - value / least));
  const speakers = new Set(panel.lines.flatMap((line) => (line.kind === 'narration' || line.isOffPanel ? [] : (line.speakerId ?? []))));
  let faults = short(BARE_MOST - marks.bare + 0.45, 0.45) + short(marks.work, Math.min(WORK_LEAST, first.work)) * 2;
  const seen = [...marks.faces];
  if (seen.length === 0) return panel.characters.length === 0 ? short(Math.max(BARE_MOST, first.bare + 0.05) - marks.bare + 0.45, 0.45) : faults;
  const told = seen.filter(([id]) => speakers.has(id));
  for (const [id, face] of told.length > 0 ? told : seen) {
    const was = first.faces.get(id);
    faults += short(face.height, was ? Math.min(FACE_LEAST, was.height * 0.95) : FACE_LEAST);
  }
  for (const [id, face] of seen) if (face.isHidden && first.faces.get(id)?.isHidden !== true) faults += 0.5;
  if (marks.isPlain && !first.isPlain && panel.characters.some(({ pose, contact }) => GOES.has(pose) || contact?.thing !== undefined)) faults += 0.5;
  faults += Math.max(0, marks.gap - Math.max(GAP_MOST, first.gap)) * 2;
  return faults + short(marks.people, Math.min(PEOPLE_LEAST, first.people * 0.8));
}
