import { UI_LANGUAGES, type UiLanguage } from '@komawari/contract';
import { toldError } from '@komawari/contract/told-error';
import { describe, expect, test } from 'vitest';
import { verdictOn } from '../../../kernel/tasks/rules.ts';
import { ProviderError, type ProviderErrorFacts, type ProviderFault } from '../../../ports/provider.ts';
import { endOf } from './faults.ts';

const LAST = { failures: 9, failuresMax: 3, isCancelling: false, isStopping: false };

/** As a task keeps it, and as it is read. */
function toldOf(fault: ProviderFault, facts: ProviderErrorFacts, language: UiLanguage = 'en'): { state: string; code: string; words: string } {
  const verdict = verdictOn(endOf(new ProviderError(fault, facts)), LAST);
  if (verdict.state === 'queued') throw new Error('it was to be its last attempt');
  return { state: verdict.state, code: verdict.code, words: toldError(verdict.code as never, language, verdict.detail) };
}

describe('a provider’s fault, as it is read', () => {
  test.each<[string, ProviderFault, ProviderErrorFacts, string, string]>([
    ['too many pixels', 'empty', { code: 'picture.too-many-pixels' }, 'failed', 'far more pixels than were asked for'],
    ['no picture', 'empty', { code: 'picture.not-a-picture' }, 'failed', 'no picture that can be read'],
    ['a file without an end', 'empty', { code: 'picture.too-large' }, 'failed', 'larger than 50 MB'],
    ['a picture that is gone', 'empty', { code: 'picture.gone' }, 'failed', 'where it is no more'],
    ['an answer cut before its first word', 'empty', { code: 'words.cut' }, 'failed', 'cut off at its limit'],
    ['no words', 'empty', { code: 'words.missing' }, 'failed', 'without a picture or words'],
    ['a web page, where it may have cost something', 'unknown', { code: 'answer.unreadable', status: 200 }, 'unknown', 'a proxy or another program may stand there. If it was the provider after all, it may have charged'],
    ['a web page, where nothing is billed', 'down', { code: 'answer.unreadable', status: 200 }, 'failed', 'a proxy or another program may stand there. An administrator checks the address'],
    ['silence', 'down', { code: 'web.unreachable' }, 'failed', 'could not be reached'],
    ['an answer that broke off', 'unknown', { code: 'web.cut' }, 'unknown', 'was lost, and it may have charged'],
    ['a redirect', 'invalid', { code: 'answer.redirect', said: 'It answered with a redirect', status: 302 }, 'failed', 'sends on to another one'],
    ['a refusal without a word', 'invalid', { status: 404 }, 'failed', 'did not say why (HTTP 404)'],
    ['a refusal with its reason', 'invalid', { said: 'size must be 1K', code: 'InvalidParameter' }, 'failed', 'did not take the request: size must be 1K.'],
    ['a key that is over', 'denied', { said: 'API key expired. Please renew the API key.', code: 'API_KEY_INVALID', status: 400 }, 'failed', 'has expired'],
    ['a token that is over', 'denied', { code: 'token_expired', status: 401 }, 'failed', 'has expired'],
    ['a wrong key', 'denied', { said: 'Incorrect API key provided: ….', code: 'invalid_api_key', status: 401 }, 'failed', 'does not accept the key'],
    ['a trial that is over', 'denied', { said: 'Your trial has expired', status: 403 }, 'failed', 'does not accept the key'],
    ['a key that no header holds', 'denied', { code: 'key.malformed' }, 'failed', 'was not sent'],
  ])('%s', (_, fault, facts, state, words) => {
    const told = toldOf(fault, facts);
    expect([told.state, told.words]).toEqual([state, expect.stringContaining(words)]);
    const name = facts.code;
    if (name?.includes('.')) for (const language of UI_LANGUAGES) expect(toldOf(fault, facts, language).words).not.toContain(name);
    expect(new Set(UI_LANGUAGES.map((language) => toldOf(fault, facts, language).words)).size).toBe(3);
  });
});
