/**
 * The best sequence of speakers: a second-order Viterbi search forwards, and the same backwards, so that for every turn
 * the best whole sequence through each candidate is known (max-marginals). How far the best candidate stands above the
 * next is how sure the choice is.
 */
import type { PersonId } from './scene-types.ts';

export type TurnSearch = {
  /** Number of turns. */
  length: number;
  candidates(at: number): readonly PersonId[];
  /** What speaks for `id` at this turn by itself. */
  emission(at: number, id: PersonId): number;
  /** What speaks for `id` behind the speakers `before` and `previous`. */
  transition(at: number, before: PersonId, previous: PersonId, id: PersonId): number;
};

export type Found = { path: PersonId[]; total: number; margins: number[] };

/** Above the number of persons in any text, so that a pair of them makes one number. */
const MOST_PERSONS = 1_000_000;

/** `before` is the other of the two who talk: whoever spoke last and is not `current`. */
type State = { before: PersonId; current: PersonId; total: number; from?: State };

export function searchTurns(turns: TurnSearch, nobody: PersonId): Found {
  const layers: State[][] = [[{ before: nobody, current: nobody, total: 0 }]];
  for (let at = 0; at < turns.length; at++) {
    const next = new Map<number, State>();
    for (const state of layers[at] ?? []) {
      for (const id of turns.candidates(at)) {
        const total = state.total + turns.emission(at, id) + turns.transition(at, state.before, state.current, id);
        const before = other(state, id);
        const known = next.get(keyOf(before, id));
        if (!known || total > known.total) next.set(keyOf(before, id), { before, current: id, total, from: state });
      }
    }
    layers.push([...next.values()]);
  }
  const best = layers.at(-1)?.reduce((top, state) => (state.total > top.total ? state : top));
  return { path: pathOf(best), total: best?.total ?? 0, margins: marginsOf(turns, layers) };
}

function other(state: State, id: PersonId): PersonId {
  return id === state.current ? state.before : state.current;
}

function keyOf(before: PersonId, current: PersonId): number {
  return (before + 1) * MOST_PERSONS + current + 1;
}

function pathOf(last: State | undefined): PersonId[] {
  const path: PersonId[] = [];
  for (let state = last; state?.from; state = state.from) path.push(state.current);
  return path.reverse();
}

/** Per turn, how much the best sequence loses when the turn goes to anybody else. */
function marginsOf(turns: TurnSearch, layers: readonly State[][]): number[] {
  const margins: number[] = [];
  let after = new Map<number, number>();
  for (let at = turns.length; at > 0; at--) {
    const through = new Map<PersonId, number>();
    const here = new Map<number, number>();
    for (const state of layers[at] ?? []) {
      let rest = 0;
      if (at < turns.length) {
        rest = -Infinity;
        for (const id of turns.candidates(at)) {
          const follow = turns.emission(at, id) + turns.transition(at, state.before, state.current, id) + (after.get(keyOf(other(state, id), id)) ?? 0);
          if (follow > rest) rest = follow;
        }
      }
      here.set(keyOf(state.before, state.current), rest);
      through.set(state.current, Math.max(through.get(state.current) ?? -Infinity, state.total + rest));
    }
    const [best = 0, second = -Infinity] = [...through.values()].sort((a, b) => b - a);
    margins[at - 1] = best - second;
    after = here;
  }
  return margins;
}
