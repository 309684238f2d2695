import { commands } from './cli/commands.ts';
import { languageOf, sentence } from './config/sentences.ts';
import { StartupError } from './config/startup-error.ts';

const [name = 'help', ...args] = process.argv.slice(2);

// A closed pipe (`koma help | head`) is the reader's right, not an error.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  process.exitCode = await run(name, args);
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  console.error(error.inLanguage(languageOf(process.env)));
  process.exitCode = 1;
}
// Sockets that are still being closed must not hold a command that is done.
process.exit();

async function run(name: string, args: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) return help();
  const command = commands[name];
  if (!command) throw StartupError.one('command.unknown', { name, known: Object.keys(commands).join(', ') });
  return (await command.load())(args, process.env);
}

function help(): number {
  const width = Math.max(...Object.keys(commands).map((known) => known.length));
  console.log(`${sentence(languageOf(process.env), 'usage')}\n`);
  for (const [known, { summary }] of Object.entries(commands)) console.log(`  ${known.padEnd(width)}  ${summary}`);
  return 0;
}
