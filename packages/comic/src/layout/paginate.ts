/** A stretch of panels that stands on one page: from inclusive, to exclusive, page number from 1. */
export type PageRun = { from: number; to: number; number: number };

type Stretch = { from: number; to: number };

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
  /** Runs that are pages whatever they cost, apart from one another. */
  fixed?: readonly Stretch[];
};

/**
 * Page breaks of least total cost. Dynamic programming over (panel, left or right page) with lazy true
 * costs: pages on the best path are composed, their true cost replaces the guess, and the path is
 * sought again until it holds. A run of one panel must always be possible. A fixed run that the path has
 * anyway changes nothing; the others are forced one after the other, as given.
 */
export function paginate(task: PaginateTask): PageRun[] {
  const known = new Map<number, number>();
  const key = (from: number, to: number): number => from * (task.count + 1) + to;
  const flow = remembered(task, 2, (run) => run.number % 2, (run) => task.flow(run));
  const guess = remembered(task, 1, () => 0, ({ from, to }) => task.guess(from, to));
  const search = (ends: readonly Ends[]): PageRun[] => {
    for (;;) {
      const path = bestPath({ count: task.count, flow }, (from, to) => known.get(key(from, to)) ?? guess({ from, to, number: 0 }), ends);
      const fresh = path.filter((run) => !known.has(key(run.from, run.to)));
      if (fresh.length === 0) return path;
      for (const run of fresh) known.set(key(run.from, run.to), task.compose(run.from, run.to));
    }
  };
  const forced: Stretch[] = [];
  let path = search(endsOf(task, forced));
  for (const run of task.fixed ?? []) {
    forced.push(run);
    if (path.some(({ from, to }) => from === run.from && to === run.to)) continue;
    path = search(endsOf(task, forced.toSorted((a, b) => a.from - b.from)));
  }
  return path;
}

/** Runs are priced again and again while the path is sought; those longer than usual are priced anew. */
function remembered({ count, most }: PaginateTask, kinds: number, kindOf: (run: PageRun) => number, price: (run: PageRun) => number): (run: PageRun) => number {
  const prices = new Float64Array(count * most * kinds).fill(NaN);
  return (run) => {
    const length = run.to - run.from;
    // Page 1 is priced apart from the later odd pages: nothing else begins at the first panel.
    const place = ((run.from * most) + length - 1) * kinds + kindOf(run);
    if (length > most) return price(run);
    const past = prices[place] ?? NaN;
    return Number.isNaN(past) ? (prices[place] = price(run)) : past;
  };
}

/** First and last panel at which a page that begins at a panel may end, and whether it must be that page. */
type Ends = { first: number; last: number; isFixed: boolean };

function endsOf({ count, most }: PaginateTask, fixed: readonly Stretch[]): Ends[] {
  let next = fixed.length - 1;
  const ends: Ends[] = [];
  for (let from = count - 1; from >= 0; from--) {
    while (next >= 0 && (fixed[next]?.from ?? 0) > from) next--;
    const run = fixed[next];
    const after = fixed[next + 1];
    ends[from] = run?.from === from ? { first: run.to, last: run.to, isFixed: true } : { first: from + 1, last: Math.min(count, from + most, after?.from ?? count), isFixed: false };
  }
  return ends;
}

type State = { cost: number; from: number };

/** Parity stands for the page number: 1 for odd pages. The first page is number 1. */
function bestPath({ count, flow }: Pick<PaginateTask, 'count' | 'flow'>, composing: (from: number, to: number) => number, ends: readonly Ends[]): PageRun[] {
  const states: State[][] = Array.from({ length: count + 1 }, () => [{ cost: Infinity, from: -1 }, { cost: Infinity, from: -1 }]);
  const at = (i: number, parity: number): State => states[i]?.[parity] as State;
  at(0, 1).cost = 0;
  for (let from = 0; from < count; from++) {
    for (const parity of [0, 1]) {
      const { cost } = at(from, parity);
      if (cost === Infinity) continue;
      const { first, last, isFixed } = ends[from] as Ends;
      for (let to = first; to <= last; to++) {
        const poor = composing(from, to);
        const total = cost + (isFixed && poor === Infinity ? 0 : poor) + flow({ from, to, number: from === 0 ? 1 : 2 + parity });
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
