import { isOwn } from './fake-provider.ts';
import type { Fault, OwnFault } from './fault.ts';
import type { Reply } from './reply.ts';

const WIRE = new Set<Fault['kind']>(['slow', 'status', 'cut', 'lost', 'garbage', 'html', 'redirect', 'split', 'stall']);

type Rules<Place extends string> = {
  /** The own faults that the original can have, by the place they befall. */
  known: Record<Place, readonly OwnFault['kind'][]>;
  /** The provider's code of a refusal by status; throws for one that it does not have. */
  codeOf: (status: number, code: string | undefined) => string;
  /** Gives the fault to the server, whose queue is otherwise empty. */
  hand: (fault: Fault) => void;
};

/** A line of faults for each place of a provider (submit, poll, download), so that a test chooses what is befallen. */
export class FaultQueues<Place extends string> {
  readonly #rules: Rules<Place>;
  readonly #waiting = new Map<Place, Fault[]>();

  constructor(rules: Rules<Place>) {
    this.#rules = rules;
  }

  /** Throws for a fault that the original cannot have there: no test passes by chance. */
  add(place: Place, faults: readonly Fault[]): void {
    for (const fault of faults) {
      const own = this.#rules.known[place];
      if (!WIRE.has(fault.kind) && !own.some((kind) => isOwn(fault, kind))) throw new Error(`this provider has no fault "${fault.kind}" at ${place}`);
    }
    const named = faults.map((fault) => (fault.kind === 'status' ? { ...fault, code: this.#rules.codeOf(fault.status, fault.code) } : fault));
    this.#waiting.set(place, [...(this.#waiting.get(place) ?? []), ...named]);
  }

  /** `Reply.work` with the next fault of this place. */
  work(place: Place, reply: Reply, make: (fault: Fault | undefined) => void | Promise<void>): Promise<void> {
    const next = this.#waiting.get(place)?.shift();
    if (next) this.#rules.hand(next);
    return reply.work(make);
  }
}
