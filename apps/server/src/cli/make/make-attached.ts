/** Makes a comic through the running instance of the same data folder: it then stands in the library as well. */
import { setTimeout } from 'node:timers/promises';
import { planPages, readKoma, type Book, type PagePlan } from '@komawari/comic/make';
import type { Comic, ExportFormat, Task } from '@komawari/contract';
import { StartupError } from '../../config/startup-error.ts';
import type { Language } from '../../config/sentences.ts';
import type { RunningInstance } from '../../supervisor/control.ts';
import { chooseMakers } from './choose-makers.ts';
import type { Step } from './make-alone.ts';
import type { MakeCommand } from './parse-make.ts';

export type AttachedFile = { format: string; name: string; bytes: Uint8Array };
export type Attached = { book: Book; plan: PagePlan; files: AttachedFile[]; problems: Comic['problems']; credits: string[] };

const POLL_MS = 150;
const ENDED = new Set(['done', 'incomplete', 'failed', 'refused', 'cancelled', 'unknown']);

/** Throws StartupError with the server's own sentence when it refuses or a part fails. */
export async function makeAttached(instance: RunningInstance, text: string, command: MakeCommand, language: Language, onStep: Step): Promise<Attached> {
  const call = caller(instance, language);
  const makers = await chooseMakers((path) => call('GET', path), command);
  const { id } = await call<{ id: string }>('POST', '/comics', { text, options: { ...command.options, ...makers } });
  const comic = await waitForComic(call, id, onStep);
  if (comic.state !== 'done') throw StartupError.one('make.failed', { why: comic.error?.message ?? comic.state });
  const wanted: ExportFormat[] = [...new Set<ExportFormat>([...command.formats, 'koma'])];
  for (const [i, format] of wanted.entries()) {
    onStep('write', i, wanted.length);
    await waitForTask(call, (await call<Task>('POST', `/comics/${id}/exports`, { format, dpi: command.dpi })).id);
  }
  const { files } = await call<Comic>('GET', `/comics/${id}`);
  const fetched = await Promise.all(files.map(async (file) => ({ format: file.format, name: file.name, bytes: await download(instance, file.address) })));
  onStep('write', wanted.length, wanted.length);
  const bundle = fetched.find((file) => file.format === 'koma');
  if (!bundle) throw StartupError.one('make.failed', { why: 'koma' });
  const { book, credits } = readKoma(bundle.bytes);
  return { book, plan: planPages(book), files: fetched.filter((file) => (command.formats as string[]).includes(file.format)), problems: comic.problems, credits };
}

type Call = <T>(method: 'GET' | 'POST', path: string, body?: object) => Promise<T>;

function caller(instance: RunningInstance, language: Language): Call {
  return async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
    const response = await fetch(`${instance.url}/api/v1${path}`, {
      method, headers: { authorization: `Bearer ${instance.token}`, 'accept-language': language, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw StartupError.one('make.failed', { why: messageOf(answer) ?? `HTTP ${response.status}` });
    return answer as T;
  };
}

function messageOf(answer: unknown): string | undefined {
  const error = typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : answer;
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : undefined;
}

async function waitForComic(call: Call, id: string, onStep: Step): Promise<Comic> {
  for (;;) {
    const comic = await call<Comic>('GET', `/comics/${id}`);
    onStep('draw', comic.panels.done, comic.panels.total);
    if (ENDED.has(comic.state)) return comic;
    await setTimeout(POLL_MS);
  }
}

async function waitForTask(call: Call, id: string): Promise<void> {
  for (;;) {
    const task = await call<Task>('GET', `/tasks/${id}`);
    if (task.state === 'done') return;
    if (ENDED.has(task.state)) throw StartupError.one('make.failed', { why: task.error?.message ?? task.state });
    await setTimeout(POLL_MS);
  }
}

async function download(instance: RunningInstance, address: string): Promise<Uint8Array> {
  const response = await fetch(new URL(address, instance.url), { headers: { authorization: `Bearer ${instance.token}` } });
  if (!response.ok) throw StartupError.one('make.failed', { why: `HTTP ${response.status}` });
  return new Uint8Array(await response.arrayBuffer());
}
