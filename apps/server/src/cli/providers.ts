/** `koma providers`: who draws and writes, set up without a browser. */
import { languageOf } from '../config/sentences.ts';
import { openDoor, orRefused } from './instance-door.ts';
import { parseProviders, PROVIDERS_USAGE } from './providers/parse-providers.ts';
import { readSecrets } from './providers/read-secrets.ts';
import { runProviders } from './providers/run-providers.ts';

/** Exit code 0 when it was done, or the provider tested is good. Works through the running instance, or alone. */
export async function providers(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const command = parseProviders(args, env);
  if (!command) {
    console.log(PROVIDERS_USAGE);
    return args.includes('--help') || args.includes('-h') ? 0 : 1;
  }
  const { action, asJson } = command;
  const language = languageOf(env);
  const secrets = action.kind === 'add' ? await readSecrets(action.provider.secrets, { input: process.stdin, output: process.stderr, language }) : {};
  return orRefused(async () => {
    const door = await openDoor(env, { hasWorker: false });
    try {
      const said = await runProviders(action, { door, language, secrets });
      if (asJson) console.log(JSON.stringify(said.json));
      else if (said.text !== '') console.log(said.text);
      if (said.complaint !== undefined) console.error(said.complaint);
      return said.isGood ? 0 : 1;
    } finally {
      await door.close();
    }
  });
}
