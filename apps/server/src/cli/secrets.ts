/** `koma secrets rotate`: the key that others' keys are sealed with is exchanged for a new one. */
import { languageOf, sentence, type Language } from '../config/sentences.ts';
import type { SealedCount } from '../kernel/sealed-place.ts';
import { exchangeKey } from './secrets/exchange-key.ts';

const USAGE = 'koma secrets rotate [--json]';

/** Can be killed at any moment and run again: what is sealed stays readable all the while. */
export async function secrets(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [action, ...rest] = args;
  if (action !== 'rotate' || rest.some((arg) => arg !== '--json')) {
    console.log(USAGE);
    return args.includes('--help') || args.includes('-h') ? 0 : 1;
  }
  const done = await exchangeKey(env);
  if (rest.includes('--json')) console.log(JSON.stringify(done));
  else tell(languageOf(env), done);
  return 0;
}

function tell(language: Language, { places, isKeyGiven }: { places: SealedCount[]; isKeyGiven: boolean }): void {
  for (const { name, sealed: count } of places) console.log(sentence(language, 'secrets.place', { name, count }));
  for (const { name, unreadable: count } of places) if (count > 0) console.error(sentence(language, 'secrets.unreadable', { name, count }));
  console.log(sentence(language, isKeyGiven ? 'secrets.done-given' : 'secrets.done'));
}
