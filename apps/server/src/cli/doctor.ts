import { parseArgs } from 'node:util';
import { dataDirOf } from '../config/data-folder.ts';
import { loadSettings } from '../config/load-settings.ts';
import { languageOf } from '../config/sentences.ts';
import { StartupError } from '../config/startup-error.ts';
import { inspectMachine, type Finding } from './doctor/inspect-machine.ts';
import { inspectObjects } from './doctor/inspect-objects.ts';
import { inspectPackages } from './doctor/inspect-packages.ts';

/** `koma doctor`: what is there, what is missing, how to get it. Exit code 1 only when something needed is missing. */
export async function doctor(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } });
  const address = addressOf(env);
  const findings = [...(await inspectPackages()), ...(await inspectMachine(address)), await inspectObjects(address.dataDir), configFinding(env)];
  const isFit = findings.every(({ isThere, isNeeded }) => isThere || !isNeeded);
  if (values.json) console.log(JSON.stringify({ isFit, findings }, null, 2));
  else print(findings);
  return isFit ? 0 : 1;
}

/** Mistakes in the settings are one finding among others; what they leave open is looked at with the defaults. */
function addressOf(env: NodeJS.ProcessEnv): { dataDir: string; host: string; port: number; databaseUrl?: string } {
  try {
    return loadSettings(env);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    return { dataDir: dataDirOf(env), host: '127.0.0.1', port: 8080 };
  }
}

function configFinding(env: NodeJS.ProcessEnv): Finding {
  try {
    loadSettings(env);
    return { name: 'settings', isThere: true, isNeeded: true, detail: 'no mistakes' };
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    return { name: 'settings', isThere: false, isNeeded: true, detail: error.inLanguage(languageOf(env)).replaceAll('\n', ' '), remedy: 'Mend the environment or komawari.json.' };
  }
}

function print(findings: Finding[]): void {
  const width = Math.max(...findings.map(({ name }) => name.length));
  for (const { name, isThere, isNeeded, detail, remedy } of findings) {
    const mark = isThere ? 'ok      ' : isNeeded ? 'MISSING ' : 'optional';
    console.log(`${mark}  ${name.padEnd(width)}  ${detail}${!isThere && remedy ? `\n${' '.repeat(width + 12)}${remedy}` : ''}`);
  }
}
