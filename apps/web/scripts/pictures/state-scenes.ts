/** What each state of the app shows; drawn by the built-in artist, named as `public/states/<name>.svg`. */
import type { PictureWish } from './one-panel.ts';

type Scene = Omit<PictureWish, 'width' | 'height'>;

export const STATE_SCENES: Readonly<Record<string, Scene>> = {
  'empty-shelf': { place: 'library', scene: { time: 'dusk' }, panel: { shot: 'wide', props: [{ noun: 'cat' }] }, people: [] },
  'blank-page': { place: 'study', scene: { time: 'night' }, panel: { shot: 'medium' }, people: [{ pose: 'write', expression: 'thinking', facing: 'left', x: 0.55, look: { hair: 'bun', glasses: 'round' } }] },
  lost: { place: 'road', scene: { time: 'day', weather: 'cloudy' }, panel: { shot: 'full', props: [{ noun: 'signpost' }] }, people: [{ pose: 'scratch-head', expression: 'worried', facing: 'right', x: 0.4, holds: 'map', look: { headwear: 'hat' }, outfit: { kind: 'coat' } }] },
  offline: { place: 'shopping-street', scene: { time: 'night', weather: 'rain' }, panel: { shot: 'establishing' }, people: [] },
  'broken-bridge': { place: 'bridge', scene: { time: 'dusk' }, panel: { shot: 'full' }, people: [{ pose: 'stand-hands-hips', expression: 'worried', facing: 'right', x: 0.35 }] },
  'nothing-found': { place: 'attic', scene: { time: 'night' }, panel: { shot: 'full' }, people: [{ pose: 'sneak', expression: 'suspicious', facing: 'right', holds: 'flashlight', x: 0.4 }] },
  'closed-door': { place: 'doorway', scene: { time: 'day' }, panel: { shot: 'full' }, people: [{ pose: 'think', expression: 'thinking', facing: 'right', x: 0.4 }] },
  'empty-trash': { place: 'study', scene: { time: 'dawn' }, panel: { shot: 'full', props: [{ noun: 'bin' }] }, people: [] },
  'first-visit': { place: 'study', scene: { time: 'dawn' }, panel: { shot: 'full' }, people: [{ pose: 'wave', expression: 'smile', facing: 'right', x: 0.35 }] },
  waiting: { place: 'bus-stop', scene: { time: 'day', weather: 'snow', season: 'winter' }, panel: { shot: 'full' }, people: [{ pose: 'hands-in-pockets', expression: 'neutral', facing: 'right', x: 0.35, look: { headwear: 'beanie' }, outfit: { kind: 'coat' } }, { pose: 'phone', expression: 'smile', facing: 'left', x: 0.62, outfit: { kind: 'jacket' } }] },
  letter: { place: 'street', scene: { time: 'day' }, panel: { shot: 'insert', props: [{ noun: 'letter' }] }, people: [] },
  keys: { place: 'kitchen', scene: { time: 'day' }, panel: { shot: 'insert', props: [{ noun: 'key' }] }, people: [] },
  'cast-empty': { place: 'theatre', scene: { time: 'night' }, panel: { shot: 'wide' }, people: [] },
  done: { place: 'study', scene: { time: 'day' }, panel: { shot: 'medium' }, people: [{ pose: 'cheer', expression: 'laugh', x: 0.25 }, { pose: 'hold', holds: 'book', expression: 'grin', x: 0.5, look: { hair: 'short-spiky' } }, { pose: 'cheer', expression: 'smile', x: 0.76, look: { hair: 'twin-tails' } }] },
};
