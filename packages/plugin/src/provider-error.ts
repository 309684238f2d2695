/** What went wrong at a provider, in the terms that decide what follows: another try, another provider, the user, or nobody knows. */

export const PROVIDER_FAULTS = [
  /** The provider does not take this request. The same again fails again. */
  'invalid',
  /** The key is wrong, expired, or may not do this. */
  'denied',
  /** No money or quota left there: waiting seconds does not help. */
  'exhausted',
  /** The model is not there (any more). */
  'no-model',
  /** Too much at once; `retryAfterMs` where it was told. Not billed. */
  'busy',
  /** The provider is out of order or out of reach; what was asked did not happen, or bills nothing. */
  'down',
  /** Declined for safety: never tried again, nor elsewhere. `side` says what was declined. */
  'refused',
  /** It answered, and there was nothing in it, or nothing that can be read. It may have been billed. */
  'empty',
  /** It was sent to a provider that bills, and the answer was lost. */
  'unknown',
  /** Cancelled by us. */
  'cancelled',
] as const;
export type ProviderFault = (typeof PROVIDER_FAULTS)[number];

export type ProviderErrorFacts = {
  /** What the provider said, cut to 500 characters, without keys or addresses: for the log and, where it helps, the user. */
  said?: string;
  /** The provider's own code and HTTP status. */
  code?: string;
  status?: number;
  retryAfterMs?: number;
  side?: 'input' | 'output';
  /** Under which the provider knows this request. */
  requestId?: string;
  cause?: unknown;
};

export class ProviderError extends Error {
  override name = 'ProviderError';
  readonly fault: ProviderFault;
  readonly facts: ProviderErrorFacts;

  constructor(fault: ProviderFault, facts: ProviderErrorFacts = {}) {
    super([fault, facts.status, facts.code].filter((part) => part !== undefined).join(' '), { cause: facts.cause });
    this.fault = fault;
    this.facts = facts;
  }
}
