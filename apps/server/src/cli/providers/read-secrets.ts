import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { sentence, type Language } from '../../config/sentences.ts';
import { StartupError } from '../../config/startup-error.ts';

/** A key that is known, or one that is still to be entered. */
export type SecretSource = { name: string; value?: string };

export type SecretInput = { input: NodeJS.ReadableStream & { isTTY?: boolean }; output: Pick<NodeJS.WriteStream, 'write'>; language: Language };

/** All keys by name: asked for without an echo at a terminal, else one a line of standard input. Throws StartupError. */
export async function readSecrets(sources: readonly SecretSource[], from: SecretInput): Promise<Record<string, string>> {
  const asked = sources.filter(({ value }) => value === undefined).map(({ name }) => name);
  const entered = asked.length === 0 ? [] : from.input.isTTY ? await askEach(asked, from) : await readLines(asked, from.input);
  const missing = asked.find((_, index) => !entered[index]);
  if (missing !== undefined) throw StartupError.one('providers.no-secret', { name: missing });
  return Object.fromEntries(sources.map(({ name, value }) => [name, value ?? entered[asked.indexOf(name)] ?? '']));
}

async function askEach(names: readonly string[], { input, output, language }: SecretInput): Promise<string[]> {
  const entered: string[] = [];
  for (const name of names) {
    output.write(sentence(language, 'providers.ask-secret', { name }));
    try {
      entered.push((await askHidden(input)).trim());
    } finally {
      output.write('\n');
    }
  }
  return entered;
}

/** The terminal is raw while one types, so that it shows nothing; what readline would show goes nowhere. */
function askHidden(input: NodeJS.ReadableStream): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true, historySize: 0 });
  return new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    // Ctrl-C and Ctrl-D.
    lines.once('SIGINT', () => reject(StartupError.one('providers.stopped')));
    lines.once('close', () => reject(StartupError.one('providers.stopped')));
  }).finally(() => lines.close());
}

/** A single key may have several lines, such as a file of credentials. */
async function readLines(names: readonly string[], input: NodeJS.ReadableStream): Promise<string[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Uint8Array | string));
  const text = Buffer.concat(chunks).toString('utf8').replace(/^\ufeff/, '');
  return names.length === 1 ? [text.trim()] : text.split(/\r?\n/).map((line) => line.trim());
}
