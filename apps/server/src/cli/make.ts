/** `koma make STORY`: a story in, a finished comic out. */
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { WriterError } from '@komawari/comic/make';
import { sentenceOf } from '@komawari/contract';
import { dataDirOf } from '../config/data-folder.ts';
import { languageOf, sentence, type Language, type SentenceCode } from '../config/sentences.ts';
import { StartupError } from '../config/startup-error.ts';
import { AppError } from '../kernel/errors.ts';
import { NOTICE_SENTENCES, type StoryFile } from '../rooms/comics/index.ts';
import { findRunningInstance } from '../supervisor/control.ts';
import { makeAlone, type Step } from './make/make-alone.ts';
import { makeAttached } from './make/make-attached.ts';
import { MAKE_USAGE, parseMake, type MakeCommand } from './make/parse-make.ts';
import { progressBar } from './make/progress-bar.ts';
import { readStoryFile } from './make/read-story-file.ts';
import { reportOf, type MadeFile, type MakeReport } from './make/report.ts';

export async function make(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const command = parseMake(args);
  if (!command) {
    console.log(MAKE_USAGE);
    return 0;
  }
  const language = languageOf(env);
  const bar = progressBar(process.stderr, { isQuiet: command.asJson, language });
  try {
    const story = await readStoryFile(command.story);
    const report = await run(story.text, withStorysOwn(command, story), env, language, bar.step);
    bar.end();
    for (const { code, count } of story.notices) console.error(NOTICE_SENTENCES[code][language].replace('{count}', String(count)));
    if (command.asJson) console.log(JSON.stringify(report));
    else printReport(report, language);
    return 0;
  } catch (error) {
    bar.end();
    throw asSentence(error, language);
  }
}

/** An EPUB knows its title and author. Word only keeps whoever's machine it was, and pages are called after their site. */
function withStorysOwn(command: MakeCommand, { title, author }: StoryFile): MakeCommand {
  if (!/\.epub$/i.test(command.story)) return command;
  return { ...command, options: { ...(title === undefined ? {} : { title }), ...(author === undefined ? {} : { author }), ...command.options } };
}

async function run(text: string, command: MakeCommand, env: NodeJS.ProcessEnv, language: Language, onStep: Step): Promise<MakeReport> {
  const startedAt = performance.now();
  const instance = command.isAlone ? undefined : await findRunningInstance(dataDirOf(env));
  const model = command.artist ?? command.writer;
  if (!instance && model !== undefined) throw StartupError.one('make.model-alone', { name: model });
  await makeFolder(command.outDir);
  const seconds = (): number => Math.round((performance.now() - startedAt) / 10) / 100;
  if (instance) {
    const made = await makeAttached(instance, text, command, language, onStep);
    const files = await writeFiles(made.files.map(({ bytes, ...file }) => ({ ...file, content: bytes })), command.outDir);
    return reportOf(made.book, made.plan, { files, problems: made.problems, credits: made.credits, seconds: seconds() });
  }
  const made = await makeAlone(text, command, onStep);
  const files = await writeFiles(made.files, command.outDir);
  return reportOf(made.book, made.plan, { files, problems: made.finished.problems, credits: made.finished.credits, seconds: seconds() });
}

async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
  } catch (cause) {
    throw StartupError.one('make.unwritable', { file: dir, why: codeOf(cause) }, { cause });
  }
}

/** Each file appears whole or not at all. */
async function writeFiles(files: readonly { format: string; name: string; content: Uint8Array | AsyncIterable<Uint8Array> }[], dir: string): Promise<MadeFile[]> {
  const written: MadeFile[] = [];
  for (const { format, name, content } of files) {
    const path = resolve(join(dir, name));
    const draft = `${path}.${process.pid}.part`;
    try {
      await writeFile(draft, content);
      await rename(draft, path);
    } catch (cause) {
      await rm(draft, { force: true });
      if (!isOfTheDisk(cause)) throw cause;
      throw StartupError.one('make.unwritable', { file: path, why: codeOf(cause) }, { cause });
    }
    written.push({ format, name, path, bytes: (await stat(path)).size });
  }
  return written;
}

/** Pieces are made while they are written: their errors are not the disk's. */
function isOfTheDisk(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}

const WRITER_SENTENCES: Record<WriterError['code'], SentenceCode> = { 'writer.empty': 'make.empty', 'writer.too-long': 'make.too-long', 'writer.not-text': 'make.not-text' };

/** What the user can mend becomes a sentence; anything else stays an error with its trace. */
function asSentence(error: unknown, language: Language): unknown {
  if (error instanceof WriterError) return StartupError.one(WRITER_SENTENCES[error.code], error.problem.code === 'writer.too-long' ? { length: error.problem.length } : {}, { cause: error });
  if (error instanceof AppError) return StartupError.one('make.failed', { why: sentenceOf(error.code, language, error.detail) }, { cause: error });
  return error;
}

function printReport(report: MakeReport, language: Language): void {
  console.log(sentence(language, 'make.done', { title: report.title, pages: report.pages, panels: report.panels, lines: report.lines.length, seconds: report.seconds }));
  for (const file of report.files) console.log(`  ${file.path}  (${(file.bytes / 1e6).toFixed(1)} MB)`);
  if (report.problems.length === 0) console.log(sentence(language, 'make.readable'));
  else {
    console.log(sentence(language, 'make.problems', { count: report.problems.length }));
    for (const problem of report.problems.slice(0, 20)) console.log(`  ${problem.code}  p. ${problem.page}, panel ${problem.panel}`);
  }
  const unsure = report.lines.filter((line) => line.unsure);
  if (unsure.length === 0) return;
  console.log(sentence(language, 'make.unsure', { count: unsure.length, quoted: report.lines.filter((line) => line.quoted).length }));
  for (const line of unsure.slice(0, 10)) console.log(`  p. ${line.page}, panel ${line.panel}  ${line.speaker}: ${[...line.text].slice(0, 40).join('')}`);
}
