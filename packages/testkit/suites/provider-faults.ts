/** Every fault of the wire that a provider must bear, as tests and as values for properties. */
import fc from 'fast-check';
import type { Fault, OwnFault } from '../fakes/providers/fault.ts';

/** The address that hands out a cloud machine's keys. */
export const METADATA = 'http://169.254.169.254/latest/meta-data/';

export const STATUSES = [400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504];

/** `bodyBytes`: how long the answer is without a fault. */
export function cuts(bodyBytes: number): Fault[] {
  return [...new Set([0, 1, Math.floor(bodyBytes / 2), bodyBytes - 1])].map((afterBytes) => ({ kind: 'cut', afterBytes }));
}

export const TORN: Fault[] = [
  { kind: 'lost' }, { kind: 'garbage' }, { kind: 'html' }, { kind: 'redirect', to: METADATA }, { kind: 'redirect', to: '/elsewhere' },
];

export const SPLITS: Fault[] = [1, 2, 3, 7].map((bytes) => ({ kind: 'split', bytes }));

export function ownFault(kind: OwnFault['kind']): OwnFault {
  return kind === 'slot' ? { kind, slot: 0 } : { kind };
}

/** Any that ends by itself; bombs take the fake a second each, and have a test of their own. */
export function anyFault(own: readonly OwnFault['kind'][], bodyBytes: number): fc.Arbitrary<Fault | undefined> {
  const wire: fc.Arbitrary<Fault | undefined>[] = [
    fc.constant(undefined),
    fc.integer({ min: 0, max: 30 }).map((ms) => ({ kind: 'slow', ms })),
    fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(...STATUSES), retryAfterS: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }) }),
    anyCut(bodyBytes),
    fc.constantFrom(...TORN),
    fc.integer({ min: 16, max: 900 }).map((bytes) => ({ kind: 'split', bytes })),
  ];
  return fc.oneof(...wire, ...own.filter((kind) => kind !== 'slot' && kind !== 'bomb').map((kind) => fc.constant(ownFault(kind))));
}

export function anyCut(bodyBytes: number): fc.Arbitrary<Fault> {
  return fc.integer({ min: 0, max: Math.max(0, bodyBytes - 1) }).map((afterBytes) => ({ kind: 'cut', afterBytes }));
}

export function described(fault: Fault): string {
  return Object.entries(fault).map(([name, value]) => (name === 'kind' ? String(value) : `${name} ${String(value)}`)).join(', ');
}
