import type { Fault, OwnFault, WireFault } from './fault.ts';

const WIRE: readonly WireFault['kind'][] = ['slow', 'status', 'cut', 'lost', 'garbage', 'html', 'redirect', 'split', 'stall'];

/** The own fault to act out, if one is due. Throws where the original could not have it, so that no test passes by chance. */
export function actsOut<Kind extends OwnFault['kind']>(fault: Fault | undefined, known: readonly Kind[], what: string): Kind | undefined {
  if (fault === undefined || WIRE.some((kind) => kind === fault.kind)) return undefined;
  const own = known.find((kind) => kind === fault.kind);
  if (own === undefined) throw new Error(`${what} of OpenAI cannot have the fault ${fault.kind}`);
  return own;
}
