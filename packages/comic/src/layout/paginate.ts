/** A stretch of panels that stands on one page: from inclusive, to exclusive, page number from 1. */
export type PageRun = { from: number; to: number; number: number };

export type PaginateTask = {
  count: number;
  /** Most panels a page may hold. */
  most: number;
  /** Cost of ending pages here: how full the page is, how scenes and page turns fall. */
  flow(run: PageRun): number;
  /** Hopeful guess of how well the run composes, before it was tried. */
  guess(from: number, to: number): number;
  /** True cost of composing the run; Infinity when it cannot stand on one page. Called once per run. */
  compose(from: number, to: number): number;
};

/**
 * Page breaks of least total cost. Dynamic programming over (panel, left or right page) with lazy true
 * costs: pages on the best path are composed, their true cost replaces the guess, and the path is
 * sought again until it holds. A run of one panel must always be possible.
 */
export function paginate(task: PaginateTask): PageRun[] {
  const known = new Map<number, number>();
  const key = (from: number, to: number): number => from * (task.count + 1) + to;
  for (;;) {
    const path = bestPath(task, (from, to) => known.get(key(from, to)) ?? task.guess(from, to));
    const fresh = path.filter((run) => !known.has(key(run.from, run.to)));
    if (fresh.length === 0) return path;
    for (const run of fresh) known.set(key(run.from, run.to), task.compose(run.from, run.to));
  }
}

type State = { cost: number; from: number };

/** Parity stands for the page number: 1 for odd pages. The first page is number 1. */
function bestPath({ count, most, flow }: PaginateTask, composing: (from: number, to: number) => number): PageRun[] {
  const states: State[][] = Array.from({ length: count + 1 }, () => [{ cost: Infinity, from: -1 }, { cost: Infinity, from: -1 }]);
  const at = (i: number, parity: number): State => states[i]?.[parity] as State;
  at(0, 1).cost = 0;
  for (let from = 0; from < count; from++) {
    for (const parity of [0, 1]) {
      const { cost } = at(from, parity);
      if (cost === Infinity) continue;
      for (let to = from + 1; to <= Math.min(count, from + most); to++) {
        const total = cost + composing(from, to) + flow({ from, to, number: from === 0 ? 1 : 2 + parity });
        const next = at(to, 1 - parity);
        if (total < next.cost) Object.assign(next, { cost: total, from });
      }
    }
  }
  const path: { from: number; to: number }[] = [];
  let parity = at(count, 0).cost < at(count, 1).cost ? 0 : 1;
  for (let to = count; to > 0; parity = 1 - parity) {
    const { from } = at(to, parity);
    path.unshift({ from, to });
    to = from;
  }
  return path.map((run, i) => ({ ...run, number: i + 1 }));
}
