/** What each state of the app shows; drawn by the built-in artist, named as `public/states/<name>.svg`. Places are shares of the picture. */
import { BEN, type Person, type PictureWish } from './one-panel.ts';

export type StateScene = Omit<PictureWish, 'width' | 'height'> & {
  /** Things that stand before the panel: `x` and `y` are the middle of their base, `size` their height. */
  things?: readonly { noun: string; x: number; y: number; size: number }[];
  /** What the artist has no word for, on a field of 480 x 360: under the things and over them. */
  under?: string;
  over?: string;
  /** Somebody between the two: `x` and `y` where the feet are, `cm` the u of one. */
  stands?: { x: number; y: number; cm: number; pose: NonNullable<Person['pose']>; yaw: number };
};

const INK = '#000';
const line = (d: string, width = 1.4): string => `<path d="${d}" fill="none" stroke="${INK}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const form = (d: string, fill: string, width = 1.7): string => `<path d="${d}" fill="${fill}" stroke="${INK}" stroke-width="${width}" stroke-linejoin="round"/>`;
const WOOD = 'url(#kt20)';
const DARK = 'url(#kt55)';

/** Three boards between two sides; the wall shows through. */
const SHELF = form('M92 70H388V330H92Z', '#fff', 2)
  + form('M106 84H374V152H106Z', 'url(#kt10)') + form('M106 166H374V234H106Z', 'url(#kt10)') + form('M106 248H374V316H106Z', 'url(#kt10)')
  + form('M106 84H374L362 90H118Z', DARK, 1) + form('M106 166H374L362 172H118Z', DARK, 1) + form('M106 248H374L362 254H118Z', DARK, 1)
  + form('M84 62H396V72H84Z', WOOD) + form('M98 330h10v14H98ZM372 330h10v14h-10Z', WOOD)
  + line('M340 152v-34l10-3 8 37M130 152l14-30 8 4-12 26M332 234v-40h9v40M341 234v-36h8v36', 1.4);
const DESK = form('M40 300L150 262H420L472 300V360H40Z', '#fff', 2) + form('M40 300H472V312H40Z', WOOD) + form('M210 292L236 268H318L310 292Z', '#fff', 1.6) + line('M334 288l26-16 3 3-26 16-5 1Z');
const SIGNPOST = form('M352 344V118h11V344Z', WOOD) + form('M300 126h86l16 13-16 13h-86Z', '#fff') + form('M416 166h-86l-16 13 16 13h86Z', '#fff') + form('M312 206h72l14 12-14 12h-72Z', '#fff')
  + line('M314 139h50M340 179h60M326 218h44', 3) + line('M340 346c8-8 16-8 22-2 6-8 14-6 20 1', 1.6);
const GAP = form('M122 246L146 238 170 246 196 236 222 246 250 237 276 246 304 237 330 245 356 238 382 247 430 300 404 292 380 306 350 293 322 310 292 296 262 312 230 296 204 309 172 294 146 305 118 293 78 304Z', 'url(#kt70)', 2)
  + '<path d="M134 266q16-6 32 0t32 0M214 258q16-6 32 0t32 0 32 0M300 280q16-6 32 0t32 0M180 284q14-5 28 0t28 0" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/>'
  + form('M170 246l-4 24 12 5 6-33ZM276 246l-2 30 13-3 4-31ZM350 240l10 22 11-4-5-19ZM230 296l-6-22 12-4 8 31ZM322 310l-2-28 13-2 4 24ZM118 293l8-20 11 4-6 24Z', '#fff', 1.6);
const PILLAR_BOX = form('M300 150q6-34 66-34t66 34v10H300Z', 'url(#kt40)', 2) + form('M306 160H426V350H306Z', 'url(#kt40)', 2) + form('M298 350H434V366H298Z', DARK, 2) + form('M300 150H432V161H300Z', DARK, 1.6)
  + form('M322 196H410V214H322Z', '#fff', 1.6) + form('M328 201H404V209H328Z', '#000', 0.6) + form('M330 240H402V300H330Z', '#fff', 1.4) + line('M340 256h52M340 268h52M340 280h30', 2);
const STAGE_CHAIR = `<path d="M214 0L150 292Q240 318 330 292L266 0Z" fill="#fff" fill-opacity=".75"/><ellipse cx="240" cy="292" rx="92" ry="18" fill="#fff"/><ellipse cx="246" cy="294" rx="42" ry="7" fill="#000" fill-opacity=".5"/>`
  + form('M216 180h44l2 6-2 44h-44l-2-44Z', '#fff') + form('M222 188h32v30h-32Z', 'url(#kt30)', 1.2) + form('M210 236l8-10h44l10 10v7h-62Z', '#fff') + form('M211 243h6l-2 50h-5ZM264 243h7l4 50h-5ZM222 243h5v38h-4ZM253 243h5l1 38h-4Z', '#000', 0.6);

const key = (x: number, y: number, d: string): string => line(`M${x} ${y - 14}v6`, 2.4) + `<circle cx="${x}" cy="${y}" r="8" fill="none" stroke="${INK}" stroke-width="4.5"/>` + line(`M${x} ${y + 9}v30${d}`, 4.5);
const KEY_TEETH = ['m0-2h9m-9-9h6', 'm0-2h9m-9-9h9', 'm0-2h6m-6-9h9', 'm0-12h-9m9 9h-6'];
/** Twelve keys, and one hook that is bare. */
const KEY_BOARD = form('M222 40H446V318H222Z', WOOD, 2.2) + form('M236 54H432V304H236Z', '#fff', 1.6)
  + [0, 1, 2].flatMap((row) => [0, 1, 2, 3].map((column) => (row === 1 && column === 1 ? line('M308 147v8h5', 2.4) : key(260 + column * 49, 81 + row * 82, KEY_TEETH[(row + column * 2) % 4] ?? '')))).join('');
const ridge = (r: number, from: number, to: number): string => {
  const at = (angle: number, grow: number): string => `${(336 + Math.cos(angle) * r * 0.82).toFixed(1)} ${(176 + Math.sin(angle) * r * grow).toFixed(1)}`;
  return line(`M${at(from, 1.12)}A${(r * 0.82).toFixed(1)} ${(r * 1.12).toFixed(1)} 0 ${to - from > Math.PI ? 1 : 0} 1 ${at(to, 1.12)}`, 5);
};
/** A thumb's ridges on a field of light. */
const THUMB = `<ellipse cx="336" cy="178" rx="128" ry="160" fill="#fff"/><ellipse cx="336" cy="178" rx="112" ry="146" fill="#fff" stroke="${INK}" stroke-width="2"/>`
  + ridge(14, 2.6, 6.6) + ridge(30, 2.5, 7.2) + ridge(46, 2.8, 6.3) + ridge(46, 6.6, 8.4) + ridge(62, 2.3, 5.2) + ridge(62, 5.5, 7.4) + ridge(78, 2.9, 6.9) + ridge(78, 7.2, 8.6) + ridge(94, 2.6, 4.4) + ridge(94, 4.7, 7.3) + ridge(110, 3.4, 5.9);

const note = (x: number, y: number, width: number, height: number, words: string): string => form(`M${x} ${y}h${width}v${height}h-${width}Z`, '#fff', 1.4) + `<circle cx="${x + width / 2}" cy="${y + 5}" r="3.6" fill="${INK}"/>` + words;
const written = (x: number, y: number, ...lengths: readonly number[]): string => lengths.map((length, i) => line(`M${x + 8} ${y + 20 + i * 11}h${length}`, 2.2)).join('');
/** What must stay true, pinned up and tied together; one pin still waits for its note. */
const PIN_BOARD = form('M206 36H458V300H206Z', WOOD, 2.2) + form('M218 48H446V288H218Z', 'url(#kt10)', 1.6)
  + note(234, 66, 74, 64, written(234, 66, 52, 38, 46)) + note(350, 62, 78, 58, key(389, 88, 'm0-2h9m-9-9h6')) + note(240, 178, 82, 74, written(240, 178, 60, 48, 58, 30)) + note(364, 196, 62, 52, written(364, 196, 40, 44, 26))
  + line('M271 71Q330 44 389 67M271 71Q262 130 281 183M389 67Q404 140 395 201', 2) + `<circle cx="338" cy="152" r="3.6" fill="${INK}"/>` + line('M281 183Q318 176 338 152', 2);

export const STATE_SCENES: Readonly<Record<string, StateScene>> = {
  'empty-shelf': { place: 'shop', scene: { time: 'dusk' }, panel: { shot: 'establishing' }, under: `<path d="M0 0H480V360H0Z" fill="#fff" fill-opacity=".55"/>${SHELF}`, things: [{ noun: 'cat', x: 0.42, y: 0.876, size: 0.17 }] },
  'blank-page': { place: 'study', scene: { time: 'night' }, panel: { shot: 'bust' }, people: [{ pose: 'think', expression: 'thinking', facing: 'left', x: 0.5, look: { hair: 'bun', glasses: 'round' } }], under: DESK, things: [{ noun: 'lamp', x: 0.84, y: 0.82, size: 0.3 }, { noun: 'coffee', x: 0.2, y: 0.82, size: 0.12 }] },
  lost: { place: 'mountain', scene: { time: 'day', weather: 'cloudy' }, panel: { shot: 'full' }, people: [{ pose: 'scratch-head', expression: 'worried', facing: 'right', x: 0.34, look: { ...BEN, headwear: 'hat' }, outfit: { kind: 'coat' } }], under: SIGNPOST, things: [{ noun: 'suitcase', x: 0.14, y: 0.97, size: 0.26 }] },
  offline: { place: 'shopping-street', scene: { time: 'night', weather: 'rain' }, panel: { shot: 'establishing' } },
  'broken-bridge': { place: 'bridge', scene: { time: 'dusk' }, panel: { shot: 'establishing' }, under: GAP, stands: { x: 0.33, y: 0.97, cm: 2.35, pose: 'stand-hands-hips', yaw: 2.7 } },
  'nothing-found': { place: 'attic', scene: { time: 'night' }, panel: { shot: 'full' }, people: [{ pose: 'sneak', expression: 'suspicious', facing: 'right', holds: 'flashlight', x: 0.4 }], things: [{ noun: 'box', x: 0.9, y: 0.98, size: 0.24 }, { noun: 'box', x: 0.1, y: 0.97, size: 0.2 }] },
  'closed-door': { place: 'doorway', scene: { time: 'day' }, panel: { shot: 'full' }, people: [{ pose: 'think', expression: 'thinking', facing: 'right', x: 0.34 }], things: [{ noun: 'lock', x: 0.575, y: 0.42, size: 0.15 }] },
  'empty-trash': { place: 'study', scene: { time: 'dawn' }, panel: { shot: 'establishing' }, things: [{ noun: 'trash-can', x: 0.62, y: 0.95, size: 0.26 }] },
  'first-visit': { place: 'study', scene: { time: 'dawn' }, panel: { shot: 'cowboy', effects: ['sparkle'] }, people: [{ pose: 'wave', expression: 'laugh', facing: 'right', x: 0.4 }] },
  waiting: { place: 'bus-stop', scene: { time: 'day', weather: 'snow', season: 'winter' }, panel: { shot: 'full' }, people: [{ pose: 'hands-in-pockets', expression: 'neutral', facing: 'right', x: 0.38, look: { headwear: 'beanie' }, outfit: { kind: 'coat' } }, { pose: 'drink', holds: 'coffee', expression: 'smile', facing: 'left', x: 0.64, outfit: { kind: 'jacket' }, look: { ...BEN, headwear: 'scarf' } }] },
  letter: { place: 'street', scene: { time: 'day' }, panel: { shot: 'medium' }, people: [{ pose: 'hold-out', holds: 'letter', expression: 'smile', facing: 'right', x: 0.27 }], under: PILLAR_BOX },
  keys: { place: 'corridor', scene: { time: 'day' }, panel: { shot: 'cowboy' }, people: [{ pose: 'scratch-head', expression: 'worried', facing: 'right', x: 0.24 }], under: KEY_BOARD },
  'robot-key': { place: 'office', scene: { time: 'day' }, panel: { shot: 'cowboy', effects: ['sparkle'] }, people: [{ pose: 'hold-out', expression: 'smile', facing: 'left', x: 0.68, look: { being: 'robot' } }, { pose: 'wave', expression: 'smile', facing: 'right', x: 0.26 }], things: [{ noun: 'key', x: 0.475, y: 0.52, size: 0.34 }] },
  passkey: { place: 'bedroom', scene: { time: 'night' }, panel: { shot: 'bust' }, people: [{ pose: 'phone', holds: 'phone', expression: 'smile', facing: 'right', x: 0.27 }], under: THUMB },
  parcel: { place: 'doorway', scene: { time: 'day' }, panel: { shot: 'cowboy' }, people: [{ pose: 'carry', holds: 'box', expression: 'grin', facing: 'right', x: 0.42 }], things: [{ noun: 'box', x: 0.82, y: 0.98, size: 0.3 }, { noun: 'suitcase', x: 0.13, y: 0.99, size: 0.26 }] },
  'no-facts': { place: 'study', scene: { time: 'night' }, panel: { shot: 'cowboy' }, people: [{ pose: 'think', expression: 'thinking', facing: 'right', x: 0.23, look: { glasses: 'round', hair: 'bun' } }], under: PIN_BOARD },
  'cast-empty': { place: 'theatre', scene: { time: 'night' }, panel: { shot: 'wide' }, under: STAGE_CHAIR },
  done: { place: 'study', scene: { time: 'day' }, panel: { shot: 'medium' }, people: [{ pose: 'cheer', expression: 'laugh', x: 0.25 }, { pose: 'hold', holds: 'book', expression: 'grin', x: 0.5, look: { ...BEN, hair: 'short-spiky' } }, { pose: 'cheer', expression: 'smile', x: 0.76, look: { hair: 'twin-tails' } }] },
};
