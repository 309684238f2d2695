import type { FakeProvider } from './fake-provider.ts';
import type { Fault, OwnFault } from './fault.ts';
import type { Reply } from './reply.ts';

const WIRE_KINDS = new Set<string>(['slow', 'status', 'cut', 'lost', 'garbage', 'html', 'redirect', 'split', 'stall']);

/** Faults in order for each kind of request by itself, so that one can befall a poll while the work goes well. */
export class FaultPlaces<Place extends string> {
  readonly #known: Record<Place, readonly OwnFault['kind'][]>;
  readonly #waiting = new Map<Place, Fault[]>();
  #wire: FakeProvider | undefined;

  /** `known`: the own faults that the original can have at each place. */
  constructor(known: Record<Place, readonly OwnFault['kind'][]>) {
    this.#known = known;
  }

  attach(wire: FakeProvider): void {
    this.#wire = wire;
  }

  /** Throws for a fault that the original cannot have there. */
  put(place: Place, faults: readonly Fault[]): void {
    for (const fault of faults) requireKnown(fault, this.#known[place], place);
    this.#waiting.set(place, [...(this.#waiting.get(place) ?? []), ...faults]);
  }

  /** `Reply.work` with the next fault of this place. */
  work(place: Place, reply: Reply, make: (fault: Fault | undefined) => void | Promise<void>): Promise<void> {
    const next = this.#waiting.get(place)?.shift();
    // `work` takes its fault before it first waits, so no other request can come between these two lines.
    if (next) this.#wire?.fault(next);
    return reply.work(make);
  }
}

/** Throws for an own fault that is not among these, so that no test passes because nothing went wrong. */
export function requireKnown(fault: Fault | undefined, known: readonly OwnFault['kind'][], where: string): void {
  if (!fault || WIRE_KINDS.has(fault.kind) || known.some((kind) => kind === fault.kind)) return;
  throw new Error(`the original has no fault '${fault.kind}' at '${where}'`);
}
