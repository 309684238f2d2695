import { pipeline, Transform, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { WebError, type Incoming } from '../../ports/safe-fetch.ts';
import type { Head } from './send-once.ts';

export type BodyLimits = { signal: AbortSignal; idleTimeoutMs: number; bytesMax: number };

/** Compressed, a body is hardly larger than it is after; what is all head and no content ends here. */
const RAW_SLACK = 65_536;
const DECODERS: Readonly<Record<string, () => Transform>> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
const DECODERS_MAX = 3;

/** An answer whose body is decompressed and held to its limits as it is read. */
export function incomingOf({ status, headers, raw, close }: Head, limits: BodyLimits): Incoming {
  let isTaken = false;
  const take = (): AsyncGenerator<Uint8Array> => {
    if (isTaken) throw new TypeError('a body is read once');
    isTaken = true;
    return pieces({ raw, headers, close }, limits);
  };
  // One who aborts does not read on: nobody else would close it.
  const abandon = (): void => { close(); };
  limits.signal.addEventListener('abort', abandon, { once: true });
  raw.once('close', () => { limits.signal.removeEventListener('abort', abandon); });
  return {
    status, headers,
    body: { [Symbol.asyncIterator]: () => take() },
    async bytes() {
      const parts: Uint8Array[] = [];
      for await (const piece of take()) parts.push(piece);
      return new Uint8Array(Buffer.concat(parts));
    },
    async discard() {
      isTaken = true;
      close();
    },
  };
}

async function* pieces({ raw, headers, close }: Pick<Head, 'raw' | 'headers' | 'close'>, { signal, idleTimeoutMs, bytesMax }: BodyLimits): AsyncGenerator<Uint8Array> {
  const waiting = patience(idleTimeoutMs);
  const body = decoded(raw, headers, { bytesMax, onRaw: waiting.touch });
  const onAbort = (): void => { waiting.fail(signal.reason); };
  signal.addEventListener('abort', onAbort, { once: true });
  let bytes = 0;
  try {
    signal.throwIfAborted();
    const reader = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    for (;;) {
      const next = await waiting.until(reader.next());
      if (next.done) return;
      bytes += next.value.byteLength;
      if (bytes > bytesMax) throw new WebError('too-large', { wasSent: true });
      yield next.value;
    }
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    // Nothing at all, called packed, is nothing.
    if (raw.readableEnded && waiting.isUntouched()) return;
    throw cause instanceof WebError ? cause : new WebError('cut', { wasSent: true, cause });
  } finally {
    waiting.end();
    signal.removeEventListener('abort', onAbort);
    close();
    body.destroy();
  }
}

/** The body without its encodings, at its own pace: what is not read is not decompressed. */
function decoded(raw: Readable, headers: Headers, { bytesMax, onRaw }: { bytesMax: number; onRaw(): void }): Readable {
  let bytes = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.byteLength;
      onRaw();
      if (bytes > bytesMax + RAW_SLACK) done(new WebError('too-large', { wasSent: true }));
      else done(null, piece);
    },
  });
  const encodings = (headers.get('content-encoding') ?? '').toLowerCase().split(',').map((name) => name.trim()).filter((name) => name !== '' && name !== 'identity').toReversed();
  const makers = encodings.map((name) => DECODERS[name]);
  // One that is not known is left as it is: whoever reads it finds that it cannot be read.
  const decoders = makers.length <= DECODERS_MAX && makers.every((make) => make !== undefined) ? makers.map((make) => make()) : [];
  const last = decoders.at(-1) ?? counted;
  pipeline([raw, counted, ...decoders], () => undefined);
  return last;
}

/** Waits for one piece after another, and no longer than so much without a byte; time that the reader takes does not count. */
function patience(ms: number): { until<Value>(promise: Promise<Value>): Promise<Value>; touch(): void; isUntouched(): boolean; fail(reason: unknown): void; end(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isTouched = false;
  const { promise: over, reject } = Promise.withResolvers<never>();
  over.catch(() => undefined);
  const arm = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => { reject(new WebError('idle', { wasSent: true })); }, ms);
  };
  return {
    async until(promise) {
      arm();
      try {
        return await Promise.race([promise, over]);
      } finally {
        clearTimeout(timer);
        timer = undefined;
      }
    },
    touch() {
      isTouched = true;
      if (timer) arm();
    },
    isUntouched: () => !isTouched,
    fail: reject,
    end() { clearTimeout(timer); },
  };
}
