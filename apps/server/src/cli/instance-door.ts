/** How a command speaks to the program: the instance that runs on its data folder, or the program opened for this one command. */
import { API_PREFIX, ErrorBody, oneLine, type Route } from '@komawari/contract';
import type { z } from 'zod';
import { dataDirOf } from '../config/data-folder.ts';
import { languageOf } from '../config/sentences.ts';
import { StartupError } from '../config/startup-error.ts';
import { findRunningInstance, type RunningInstance } from '../supervisor/control.ts';

/** The program said no; the message is its own sentence, in the language that was asked for. */
export class RefusedError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'RefusedError';
    this.code = code;
  }
}

/** Nobody answered: whether the request arrived is not known. */
export class NoAnswerError extends Error {}

/** Runs a command: what the program refuses is printed in its own words and ends with exit code 1. Throws StartupError when it does not answer. */
export async function orRefused(run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NoAnswerError) throw StartupError.one('studio.no-answer', {}, { cause: error });
    if (!(error instanceof RefusedError)) throw error;
    console.error(error.message);
    return 1;
  }
}

type Answering = Route & { response: z.ZodType };
export type Asking<R extends Route> = { params?: Record<string, string>; body?: R['body'] extends z.ZodType ? z.input<R['body']> : never; upload?: Uint8Array };

export interface InstanceDoor {
  /** Throws RefusedError and NoAnswerError. */
  ask<R extends Answering>(route: R, request?: Asking<R>): Promise<z.output<R['response']>>;
  /** The bytes at an address that an answer named. Throws as `ask`. */
  fetchBytes(address: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type Sent = { method: Route['method']; path: string; headers: Record<string, string>; body?: string | Uint8Array };
/** Throws NoAnswerError. */
export type Send = (request: Sent) => Promise<{ status: number; bytes: Uint8Array }>;

/** @throws StartupError where the program can not be opened. `hasWorker`: for a command that has something made. */
export async function openDoor(env: NodeJS.ProcessEnv, options: { hasWorker: boolean }): Promise<InstanceDoor> {
  const language = languageOf(env);
  const instance = await findRunningInstance(dataDirOf(env));
  if (instance) return doorOf(sendTo(instance), { token: instance.token, language, close: async () => undefined });
  const { openLone } = await import('./lone-program.ts');
  const { send, token, close } = await openLone(env, options);
  return doorOf(send, { token, language, close });
}

type DoorOptions = { token: string; language: string; close(): Promise<void> };

function doorOf(send: Send, { token, language, close }: DoorOptions): InstanceDoor {
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language };
  const answered = async (request: Omit<Sent, 'headers'>, type?: string): Promise<Uint8Array> => {
    const { status, bytes } = await send({ ...request, headers: { ...headers, ...(type ? { 'content-type': type } : {}) } });
    if (status < 200 || status > 299) throw refusalOf(status, bytes);
    return bytes;
  };
  return {
    close,
    async ask<R extends Answering>(route: R, request: Asking<R> = {}): Promise<z.output<R['response']>> {
      const path = API_PREFIX + route.path.replace(/:(\w+)/g, (gap, name: string) => encodeURIComponent(request.params?.[name] ?? gap));
      const { upload } = request;
      const body = upload ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
      const type = upload ? 'application/octet-stream' : 'application/json';
      const bytes = await answered({ method: route.method, path, ...(body === undefined ? {} : { body }) }, body === undefined ? undefined : type);
      return route.response.parse(JSON.parse(new TextDecoder().decode(bytes))) as z.output<R['response']>;
    },
    fetchBytes: (address) => answered({ method: 'GET', path: address }),
  };
}

function refusalOf(status: number, bytes: Uint8Array): RefusedError {
  try {
    const { error } = ErrorBody.parse(JSON.parse(new TextDecoder().decode(bytes)));
    // What a provider said may stand in the sentence: it must not steer the terminal.
    return new RefusedError(error.code, oneLine(error.message));
  } catch {
    return new RefusedError('', `HTTP ${status}`);
  }
}

function sendTo(instance: RunningInstance): Send {
  return async ({ method, path, headers, body }) => {
    try {
      const response = await fetch(new URL(path, instance.url), { method, headers, redirect: 'error', ...(body === undefined ? {} : { body: body as string | Uint8Array<ArrayBuffer> }) });
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
    } catch (cause) {
      throw new NoAnswerError('no answer', { cause });
    }
  };
}
