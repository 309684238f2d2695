/** The shortcuts that are alive now, and the keys the reader has chosen for them. */
import { keep, readKept } from '../kept.ts';
import { isAllowed } from './chord.ts';

export type Shortcut = {
  /** `comics.read`: room and verb. The reader's choice is kept under it. */
  id: string;
  word: string;
  defaultKeys: string;
  run: () => void;
  /** Also while a text is being typed: only for chords with Mod that mean nothing there. */
  evenTyping?: boolean;
  /** Also while a dialog is open: for shortcuts of that dialog. */
  inDialog?: boolean;
};

export type Situation = { isTyping: boolean; isInDialog: boolean };

const NAME = 'koma.keys';

let alive: readonly Shortcut[] = [];
let chosen: Readonly<Record<string, string>> = load();
const listeners = new Set<() => void>();

/** Later ones come first: an editor's undo goes before that of the list behind it. Returns the function that ends it. */
export function addShortcut(shortcut: Shortcut): () => void {
  alive = [shortcut, ...alive];
  tell();
  return () => {
    alive = alive.filter((one) => one !== shortcut);
    tell();
  };
}

export function aliveShortcuts(): readonly Shortcut[] {
  return alive;
}

export function onShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chord of a shortcut; empty when the reader has turned it off. */
export function keysOf(shortcut: Pick<Shortcut, 'id' | 'defaultKeys'>): string {
  return chosen[shortcut.id] ?? shortcut.defaultKeys;
}

export function isChanged(shortcut: Pick<Shortcut, 'id' | 'defaultKeys'>): boolean {
  return keysOf(shortcut) !== shortcut.defaultKeys;
}

/** What a press of keys means here; undefined when it means nothing of ours. */
export function shortcutFor(chord: string, { isTyping, isInDialog }: Situation): Shortcut | undefined {
  return alive.find((one) => keysOf(one) === chord && (!isTyping || (one.evenTyping === true && chord.startsWith('Mod+'))) && (!isInDialog || one.inDialog === true));
}

export type Choice = { isKept: true } | { isKept: false; why: 'reserved' } | { isKept: false; why: 'taken'; by: Shortcut };

/** Keeps another chord, or none (''). A chord that another live shortcut uses is not taken from it. */
export function chooseKeys(shortcut: Shortcut, chord: string): Choice {
  if (chord !== '' && !isAllowed(chord)) return { isKept: false, why: 'reserved' };
  const by = chord === '' ? undefined : alive.find((one) => one.id !== shortcut.id && keysOf(one) === chord);
  if (by) return { isKept: false, why: 'taken', by };
  const { [shortcut.id]: _before, ...others } = chosen;
  chosen = chord === shortcut.defaultKeys ? others : { ...others, [shortcut.id]: chord };
  keep(NAME, Object.keys(chosen).length === 0 ? undefined : JSON.stringify(chosen));
  tell();
  return { isKept: true };
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

function load(): Record<string, string> {
  try {
    const raw: unknown = JSON.parse(readKept(NAME) ?? '{}');
    return typeof raw === 'object' && raw !== null ? Object.fromEntries(Object.entries(raw).filter((pair): pair is [string, string] => typeof pair[1] === 'string')) : {};
  } catch {
    return {};
  }
}
