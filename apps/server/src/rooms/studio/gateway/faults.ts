/** What a provider's fault means for the task, in the errors of the house. */
import { AppError, RefusedError, TryLaterError, UnknownOutcomeError } from '../../../kernel/errors.ts';
import { ProviderError } from '../../../ports/provider.ts';

const BUSY_MS = 2000;
/** Names of our own for what a provider did not take: these have words in every language, what is said with them is for the log. */
const OWN_NAMES: readonly string[] = ['answer.redirect', 'answer.unexpected', 'workflow.missing'];
/** What something else than the provider answered. */
const STRANGE = 'answer.unreadable';
const KEY_OVER = /\b(?:key|token|credential)s?\b[^.]{0,60}\bexpired\b|\bexpired\b[^.]{0,40}\b(?:key|token|credential)s?\b|(?:密钥|令牌|key)[^。]{0,20}过期/i;

/** What the attempt ends with. */
export function endOf(error: ProviderError): Error {
  const { code, retryAfterMs } = error.facts;
  const strange = code === STRANGE ? { detail: code } : {};
  switch (error.fault) {
    case 'invalid': return code === 'address.blocked' ? new AppError('studio.address-blocked', { cause: error }) : new AppError('studio.not-taken', { detail: whyNotTaken(error), cause: error });
    case 'denied': return new AppError('studio.provider-denied', { detail: whatOfTheKey(error), cause: error });
    case 'exhausted': return new AppError('studio.provider-exhausted', { cause: error });
    case 'no-model': return new AppError('studio.no-model', { cause: error });
    case 'busy': return new TryLaterError('studio.provider-busy', { waitMs: retryAfterMs ?? BUSY_MS, isFailure: true, cause: error });
    case 'down': return new TryLaterError('studio.provider-down', { waitMs: retryAfterMs ?? 0, isFailure: true, ...strange, cause: error });
    case 'refused': return new RefusedError(error.facts.said ?? code ?? '', { cause: error });
    case 'empty': return isNothing(code) ? new AppError('studio.empty-answer', { ...(code === 'words.cut' ? { detail: code } : {}), cause: error }) : new AppError('studio.not-a-picture', { detail: code, cause: error });
    case 'unknown': return new UnknownOutcomeError(code ?? 'lost', { ...strange, cause: error });
    case 'cancelled': return error;
  }
}

/** The provider's own reason, or a name that has words. */
function whyNotTaken({ facts: { said, code, status } }: ProviderError): string {
  if (code !== undefined && OWN_NAMES.includes(code)) return code;
  return said ?? code ?? `answer.status (${status ?? '–'})`;
}

/** A key that is over is told from a wrong one only by what the provider says of it. */
function whatOfTheKey({ facts: { said, code } }: ProviderError): string | undefined {
  if (code === 'key.malformed') return code;
  return KEY_OVER.test(`${code?.replaceAll('_', ' ') ?? ''}. ${said ?? ''}`) ? 'key.expired' : undefined;
}

function isNothing(code: string | undefined): boolean {
  return code === undefined || ['picture.missing', 'words.missing', 'words.cut'].includes(code);
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
