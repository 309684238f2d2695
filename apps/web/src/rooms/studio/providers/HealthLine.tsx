import type { Provider } from '@komawari/contract';
import { useWords } from '../../../language/use-words.ts';
import { AlertIcon, CheckIcon, PauseIcon } from '../../../ui/icons.ts';
import { useDates } from '../../accounts/settings/use-dates.ts';
import { healthOf } from './health.ts';
import { useNow } from './use-providers.ts';
import { useTime } from './use-time.ts';

/** How a provider is, in one sentence, and what it said itself when something is wrong. */
export function HealthLine({ provider, hasMake }: { provider: Provider; hasMake: boolean }) {
  const { say, language } = useWords('studio-providers');
  const { ago } = useDates();
  const time = useTime();
  const now = useNow();
  const { tone, word, failures, at, fault, said } = healthOf(provider, { hasMake, now });
  const why = fault === null ? '' : say(`fault-${fault}`);
  const sentence = word === 'healthGoodSince' ? say(word, { ago: ago(at ?? '') }) : say(word, { count: failures, time: at === undefined ? '' : time(at), why });
  const Icon = tone === 'good' ? CheckIcon : tone === 'plain' ? PauseIcon : AlertIcon;
  return (
    <div className="prov-health" data-tone={tone}>
      <Icon aria-hidden="true" />
      <div><p>{sentence}</p>{said !== undefined && said !== '' && <p className="prov-said hint">{say('itSaid')} <q lang={language}>{said.slice(0, 300)}</q></p>}</div>
    </div>
  );
}
