/** `koma picture "PROMPT"`: words in, pictures out. */
import { languageOf, sentence } from '../config/sentences.ts';
import { openDoor, orRefused } from './instance-door.ts';
import { parsePicture, PICTURE_USAGE } from './picture/parse-picture.ts';
import { progressLine } from './picture/progress-line.ts';
import { printReport } from './picture/report.ts';
import { runPicture } from './picture/run-picture.ts';
import { stopOnInterrupt } from './picture/stop-on-interrupt.ts';

/** Exit code 0 when every picture is there, 1 otherwise. Works through the running instance, or alone. */
export async function picture(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const command = parsePicture(args);
  if (!command) {
    console.log(PICTURE_USAGE);
    return 0;
  }
  const language = languageOf(env);
  const interrupt = stopOnInterrupt();
  const line = process.stderr.isTTY && !command.asJson ? progressLine(process.stderr, language) : undefined;
  return orRefused(async () => {
    const door = await openDoor(env, { hasWorker: command.kind === 'draw' || command.decision !== 'abandon' });
    try {
      const report = await runPicture(command, { door, stop: interrupt.signal, onSeen: line?.show, language });
      line?.end();
      if (command.asJson) console.log(JSON.stringify(report));
      else if (command.kind === 'decide' && command.decision === 'abandon' && report.isWhole) console.log(sentence(language, 'picture.abandoned'));
      else printReport(report, language);
      return report.isWhole ? 0 : 1;
    } finally {
      line?.end();
      await door.close();
    }
  }).finally(interrupt.off);
}
