/** `koma keeping`: what goes by the rules of keeping pictures, looked at or done. */
import { parseArgs } from 'node:util';
import { oneLine, retentionRoutes as routes, type KeepingPlan } from '@komawari/contract';
import { languageOf, sentence, type Language } from '../config/sentences.ts';
import { StartupError } from '../config/startup-error.ts';
import { openDoor, orRefused } from './instance-door.ts';
import { tableOf } from './providers/table.ts';

const USAGE = `koma keeping --dry-run [--json]   list how many pictures would go to the trash, by reason and by person; nothing is changed
koma keeping --run [--json]       put them into the trash now
The rules are set in the browser, under Settings › Keeping pictures.`;

/** Through the running instance, or alone. */
export async function keeping(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { values } = readArgs(args);
  if (values.help || values['dry-run'] === values.run) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  return orRefused(async () => {
    const door = await openDoor(env, { hasWorker: false });
    try {
      const plan = values.run ? await door.ask(routes.run) : await door.ask(routes.plan, { body: {} });
      console.log(values.json ? JSON.stringify(plan) : textOf(plan, { language: languageOf(env), wasDone: values.run }));
      return 0;
    } finally {
      await door.close();
    }
  });
}

function readArgs(args: string[]) {
  try {
    return parseArgs({ args, options: { 'dry-run': { type: 'boolean', default: false }, run: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } } });
  } catch (error) {
    throw StartupError.one('studio.arguments', { why: error instanceof Error ? error.message : String(error), command: 'keeping' });
  }
}

function textOf(plan: KeepingPlan, { language, wasDone }: { language: Language; wasDone: boolean }): string {
  const amount = ({ count, sizeBytes }: { count: number; sizeBytes: number }) => `${count} (${megabytes(sizeBytes)})`;
  const sum = plan.count === 0 ? sentence(language, 'keeping.nothing') : sentence(language, wasDone ? 'keeping.went' : 'keeping.would', { count: String(plan.count), size: megabytes(plan.sizeBytes) });
  const rows = plan.people.map((one) => [oneLine(one.name ?? '–'), ...(['days', 'quota', 'total'] as const).map((reason) => amount(one.byReason[reason])), megabytes(one.usedBytes), megabytes(one.leftBytes)]);
  return [
    sum, ...(rows.length > 0 ? ['', tableOf([sentence(language, 'keeping.heads').split(','), ...rows])] : []),
    ...(plan.isStillOver || plan.fullPeople > 0 ? [sentence(language, 'keeping.over')] : []), ...(plan.isWhole ? [] : [sentence(language, 'keeping.more')]),
  ].join('\n');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
