import type { ImageCall } from '../../../ports/image-provider.ts';
import { ProviderError, type ProviderTools } from '../../../ports/provider.ts';
import { WebError, type WebSocketIn } from '../../../ports/safe-fetch.ts';
import { pictureOf } from '../wire/pictures.ts';
import type { Wire } from '../wire/wire.ts';
import { heardIn, type Heard } from './comfyui-frames.ts';
import type { ComfyuiSettings } from './comfyui-settings.ts';

/** Listens to the socket while a job lasts. What fails here fails nothing: the job is looked for in other ways too. */
export type Ear = {
  /** Resolves once it listens, or cannot. */
  readonly opened: Promise<void>;
  /** Aborts when the end was told, or there is a failure. */
  readonly woken: AbortSignal;
  /** What a function of the caller threw, which ends the request. */
  readonly failure: () => unknown;
  /** The server gave the job a name of its own. */
  rename(promptId: string): void;
  /** Nothing is told after this. */
  close(): Promise<void>;
};

type EarOptions = { wire: Wire; tools: ProviderTools; settings: ComfyuiSettings; promptId: string; /** Nodes whose steps are the work; any where there are none. */ samplers: readonly string[]; call: ImageCall };

/** A proxy that swallows the handshake holds up each picture for so long. */
const OPEN_MS = 3000;
const MESSAGE_BYTES_MAX = 32 * 2 ** 20;
const HELLO = JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } });

export function openEar({ wire, tools, settings, promptId: first, samplers, call }: EarOptions): Ear {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, call.signal]);
  const woken = new AbortController();
  const { promise: opened, resolve: isOpen } = Promise.withResolvers<undefined>();
  const teller = tellerOf(call, samplers);
  let promptId = first;
  let failure: unknown;

  const hear = (heard: Heard): void => {
    // A preview of the older form names no job: the one worker is at ours since it said so.
    if (heard.promptId === undefined ? !teller.isAtWork() : heard.promptId !== promptId) return;
    if (heard.kind === 'over') woken.abort();
    else teller.tell(heard);
  };

  async function listenOnce(): Promise<void> {
    let socket: WebSocketIn | undefined;
    try {
      socket = await wire.openSocket('/ws', { call: { signal }, query: { clientId: first }, messageBytesMax: MESSAGE_BYTES_MAX, openTimeoutMs: OPEN_MS });
      socket.send(HELLO);
      isOpen(undefined);
      for await (const message of socket.messages) for (const heard of signal.aborted ? [] : heardIn(message)) hear(heard);
    } catch (error) {
      if (!signal.aborted && !(error instanceof ProviderError) && !(error instanceof WebError)) throw error;
    } finally {
      socket?.close();
    }
  }

  async function listen(): Promise<void> {
    for (let tries = 1; settings.listens && tries <= settings.socketTriesMax; tries += 1) {
      await listenOnce();
      isOpen(undefined);
      if (tries < settings.socketTriesMax) await tools.wait(settings.pollMs * tries, signal).catch(() => undefined);
      if (signal.aborted) return;
    }
  }

  const listening = listen().catch((error: unknown) => {
    failure = error;
    woken.abort();
  }).finally(() => { isOpen(undefined); });
  return {
    opened, woken: woken.signal, failure: () => failure, rename: (id) => { promptId = id; },
    async close() {
      over.abort();
      await listening;
    },
  };
}

/** Tells what is new, and never less than before. */
function tellerOf(call: ImageCall, samplers: readonly string[]) {
  const shares = new Map<string, number>();
  let isAtWork = false;
  let furthest = -1;

  function step(node: string, value: number, max: number): void {
    if (max <= 0 || (samplers.length > 0 && !samplers.includes(node))) return;
    shares.set(node, Math.min(1, Math.max(0, value / max)));
    const share = samplers.length > 0 ? [...shares.values()].reduce((sum, one) => sum + one, 0) / samplers.length : value / max;
    if (share <= furthest || share > 1) return;
    furthest = share;
    call.onProgress?.({ share, step: value, steps: max });
  }

  function preview(bytes: Uint8Array): void {
    if (!call.onPreview) return;
    let picture;
    try {
      picture = pictureOf(new Uint8Array(bytes));
    } catch (error) {
      if (error instanceof ProviderError) return;
      throw error;
    }
    call.onPreview(0, picture);
  }

  return {
    isAtWork: () => isAtWork,
    tell(heard: Exclude<Heard, { kind: 'over' }>): void {
      isAtWork = true;
      if (heard.kind === 'step') step(heard.node, heard.value, heard.max);
      if (heard.kind === 'preview') preview(heard.bytes);
    },
  };
}
