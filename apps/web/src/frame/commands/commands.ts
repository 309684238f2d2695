/** What can be done now, said by the pages that are shown; the palette reads it. */
export type Command = {
  id: string;
  word: string;
  /** Where it stands: of this page, a place to go, or a thing to do anywhere. */
  group: 'here' | 'go' | 'do';
  run: () => void;
  /** Other words to find it by, in any language. */
  also?: string;
  /** Chord shown behind it. */
  keys?: string;
};

let lists: readonly { owner: symbol; commands: readonly Command[] }[] = [];
let all: readonly Command[] = [];
const listeners = new Set<() => void>();

/** Puts the commands of an owner in place of its former ones; none takes them away. */
export function setCommands(owner: symbol, commands: readonly Command[]): void {
  const others = lists.filter((list) => list.owner !== owner);
  lists = commands.length > 0 ? [...others, { owner, commands }] : others;
  all = lists.flatMap((list) => list.commands);
  listeners.forEach((listener) => listener());
}

export function allCommands(): readonly Command[] {
  return all;
}

export function onCommands(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
