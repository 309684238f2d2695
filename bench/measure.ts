/** Shared by all benches: medians, interleaved runs, one report. */
export type Figure = {
  name: string;
  unit: string;
  ours: number;
  /** What stands beside it in the same run: a limit or a peer. */
  peer: { name: string; value: number } | null;
  ratio: number;
  goal: string;
  isMet: boolean;
};

export type BenchReport = { bench: string; figures: Figure[]; orientation: Record<string, string | number>; passed: boolean };

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

/** Milliseconds of one run. */
export async function timeOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Medians of all rounds, and the median of the ratios of the pairs. */
export type Pairs = { ours: number; peer: number; ratio: number };

/**
 * Runs ours and the peer in turn. Two that follow each other meet the same machine, however busy it is with other
 * things, so their ratio says more than that of two medians.
 */
export async function interleave(rounds: number, ours: () => Promise<number>, peer: () => Promise<number>): Promise<Pairs> {
  const samples = { ours: [] as number[], peer: [] as number[] };
  for (let i = 0; i < rounds; i++) {
    const order = i % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const);
    for (const who of order) samples[who].push(await (who === 'ours' ? ours() : peer()));
  }
  return { ours: median(samples.ours), peer: median(samples.peer), ratio: median(samples.ours.map((value, i) => value / samples.peer[i]!)) };
}

/** `ratio` is that of the two values unless their pairs say it better. */
export function atMost(name: string, unit: string, ours: number, peer: { name: string; value: number }, limit: number, ratio = ours / peer.value): Figure {
  return { name, unit, ours, peer, ratio, goal: `<= ${limit}x`, isMet: ratio <= limit };
}

export function atLeast(name: string, unit: string, ours: number, peer: { name: string; value: number }, limit: number, ratio = ours / peer.value): Figure {
  return { name, unit, ours, peer, ratio, goal: `>= ${limit}x`, isMet: ratio >= limit };
}

/** Prints the report; the exit code is 1 when a figure misses its goal. */
export function report(bench: string, figures: Figure[], orientation: BenchReport['orientation'], asJson: boolean): void {
  const passed = figures.every((figure) => figure.isMet);
  if (asJson) console.log(JSON.stringify({ bench, figures, orientation, passed } satisfies BenchReport));
  else {
    for (const figure of figures) {
      const beside = figure.peer ? `   ${figure.peer.name} ${short(figure.peer.value)} ${figure.unit}` : '';
      console.log(`${figure.isMet ? 'ok  ' : 'MISS'} ${figure.name}: ${short(figure.ours)} ${figure.unit}${beside}   ratio ${figure.ratio.toFixed(2)}   goal ${figure.goal}`);
    }
    for (const [name, value] of Object.entries(orientation)) console.log(`     ${name}: ${value}`);
  }
  process.exitCode = passed ? 0 : 1;
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}
