/** How a provider is, as a sentence to be said. */
import type { Provider } from '@komawari/contract';

export type HealthWord = 'healthOff' | 'healthMake' | 'healthKeys' | 'healthPaused' | 'healthLimited' | 'healthPartly' | 'healthFailing' | 'healthGood' | 'healthGoodSince' | 'healthNew';
export type HealthSentence = {
  tone: 'good' | 'warn' | 'bad' | 'plain';
  word: HealthWord;
  /** Failures in a row; with `healthPartly` how many of its other addresses go on. */
  failures: number;
  /** A moment of the sentence: the end of a pause, or the last good answer. */
  at: string | undefined;
  fault: Provider['health']['lastFault'];
  said: string | undefined;
};

/** `hasMake` tells a make that was uninstalled from keys that do not open. */
export function healthOf({ isEnabled, isUsable, health, models, endpoints = [] }: Provider, { hasMake, now }: { hasMake: boolean; now: Date }): HealthSentence {
  const { failures } = health;
  const sentence = (tone: HealthSentence['tone'], word: HealthWord, more: Partial<HealthSentence> = {}): HealthSentence => ({ tone, word, failures, at: undefined, fault: null, said: undefined, ...more });
  if (!isUsable) return sentence('bad', hasMake ? 'healthKeys' : 'healthMake');
  if (!isEnabled) return sentence('plain', 'healthOff');
  const trouble = { fault: health.lastFault, said: health.lastSaid ?? undefined };
  if (health.closedUntil !== null && new Date(health.closedUntil) > now) {
    const others = endpoints.filter((one) => one.isEnabled && one.isUsable && (one.health.closedUntil === null || new Date(one.health.closedUntil) <= now)).length;
    if (others > 0) return sentence('warn', 'healthPartly', { ...trouble, failures: others });
    // A limit is no failure: it runs out by itself.
    return failures === 0 ? sentence('warn', 'healthLimited', { ...trouble, at: health.closedUntil }) : sentence('bad', 'healthPaused', { ...trouble, at: health.closedUntil });
  }
  if (failures > 0) return sentence('warn', 'healthFailing', trouble);
  if (health.lastGoodAt !== null) return sentence('good', 'healthGoodSince', { at: health.lastGoodAt });
  return models.length > 0 ? sentence('good', 'healthGood') : sentence('plain', 'healthNew');
}
