/** What a provider's fault means for the task, in the errors of the house. */
import { AppError, RefusedError, TryLaterError, UnknownOutcomeError } from '../../../kernel/errors.ts';
import { ProviderError } from '../../../ports/provider.ts';

const BUSY_MS = 2000;

/** What the attempt ends with. */
export function endOf(error: ProviderError): Error {
  const { said, code, retryAfterMs } = error.facts;
  switch (error.fault) {
    case 'invalid': return code === 'address.blocked' ? new AppError('studio.address-blocked', { cause: error }) : new AppError('studio.not-taken', { detail: said ?? code ?? '?', cause: error });
    case 'denied': return new AppError('studio.provider-denied', { cause: error });
    case 'exhausted': return new AppError('studio.provider-exhausted', { cause: error });
    case 'no-model': return new AppError('studio.no-model', { cause: error });
    case 'busy': return new TryLaterError('studio.provider-busy', { waitMs: retryAfterMs ?? BUSY_MS, isFailure: true, cause: error });
    case 'down': return new TryLaterError('studio.provider-down', { waitMs: retryAfterMs ?? 0, isFailure: true, cause: error });
    case 'refused': return new RefusedError(said ?? code ?? '', { cause: error });
    case 'empty': return code === undefined || code === 'picture.missing' ? new AppError('studio.empty-answer', { cause: error }) : new AppError('studio.not-a-picture', { detail: code, cause: error });
    case 'unknown': return new UnknownOutcomeError(code ?? 'lost', { cause: error });
    case 'cancelled': return error;
  }
}

/** Whether another provider may be asked instead: the request was fine, and it cost nothing. */
export function mayTurnElsewhere(error: ProviderError): boolean {
  return ['denied', 'exhausted', 'no-model', 'busy', 'down'].includes(error.fault);
}

/** Of the ends of several providers the one with the best hope: one that is worth another try, else the first. */
export function bestEnd(ends: readonly Error[]): Error {
  const later = ends.filter((end) => end instanceof TryLaterError).sort((a, b) => a.waitMs - b.waitMs);
  return later[0] ?? ends[0] ?? new AppError('studio.no-provider');
}
