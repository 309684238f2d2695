/**
 * A plan is the shape of a page before it knows its panels: a cut tree whose leaves stand in reading
 * order. Weights are shares of the parent's length; slants are shares of the gutter's own length.
 */
export type Plan =
  | { type: 'panel'; isBleeding: boolean }
  | { type: 'rows' | 'columns'; parts: Plan[]; weights: number[]; slants: number[] };

/** One part of a cut: its weight, what stands in it, and the slant of the gutter that follows. */
export type Part = [weight: number, plan: Plan, slant?: number];

export const panel: Plan = { type: 'panel', isBleeding: false };

/** A panel that runs over every page edge it touches, when the panel in it is strong enough. */
export const bleeding: Plan = { type: 'panel', isBleeding: true };

export function rows(...parts: Part[]): Plan {
  return cut('rows', parts);
}

export function columns(...parts: Part[]): Plan {
  return cut('columns', parts);
}

export function countPanels(plan: Plan): number {
  return plan.type === 'panel' ? 1 : plan.parts.reduce((sum, part) => sum + countPanels(part), 0);
}

/** The same key for plans that cut alike, whatever their weights: `r(p,c(p,p))`. */
export function shapeOf(plan: Plan): string {
  return plan.type === 'panel' ? 'p' : `${plan.type.charAt(0)}(${plan.parts.map(shapeOf).join(',')})`;
}

/** Share of the page that each leaf has by the plan's own weights, in reading order; they sum to 1. */
export function sharesOf(plan: Plan, share = 1): number[] {
  if (plan.type === 'panel') return [share];
  const total = plan.weights.reduce((sum, weight) => sum + weight, 0);
  return plan.parts.flatMap((part, i) => sharesOf(part, (share * (plan.weights[i] ?? 1)) / total));
}

function cut(type: 'rows' | 'columns', parts: Part[]): Plan {
  return {
    type,
    parts: parts.map(([, plan]) => plan),
    weights: parts.map(([weight]) => weight),
    slants: parts.map(([, , slant]) => slant ?? 0),
  };
}
