import { Duplex } from 'node:stream';
import { DATA_BYTES_MAX, WINDOW_BYTES, type Frame } from './frames.ts';

const BUFFERED_BYTES = 65_536;
/** The other side is told in portions: a frame for each piece that was read would double their number. */
const PORTION_BYTES = WINDOW_BYTES / 4;

/** One stream of a tunnel. Whoever does not read it makes the other side wait, and nobody else. */
export class TunnelStream extends Duplex {
  readonly number: number;
  readonly #send: (frame: Frame) => void;
  readonly #onGone: () => void;
  /** What may still be sent, and what may still come. */
  #mayGo = WINDOW_BYTES;
  #mayCome = WINDOW_BYTES;
  #unsent: { bytes: Uint8Array; done(error?: Error): void } | undefined;
  #hasEnded = { here: false, there: false };

  constructor(number: number, { send, onGone }: { send(frame: Frame): void; onGone(): void }) {
    super({ readableHighWaterMark: BUFFERED_BYTES, writableHighWaterMark: BUFFERED_BYTES });
    this.number = number;
    this.#send = send;
    this.#onGone = onGone;
  }

  /** False for a frame that the other side had no right to send. */
  receive(frame: Frame): boolean {
    if (frame.kind === 'open') return false;
    if (frame.kind === 'reset') {
      this.#hasEnded = { here: true, there: true };
      this.destroy(new Error('the other side let go'));
      return true;
    }
    if (frame.kind === 'more') {
      this.#mayGo += frame.count;
      this.#flush();
      return this.#mayGo <= WINDOW_BYTES;
    }
    if (this.#hasEnded.there) return false;
    if (frame.kind !== 'data') {
      this.#hasEnded.there = true;
      this.push(null);
      return true;
    }
    this.#mayCome -= frame.bytes.byteLength;
    if (this.#mayCome < 0) return false;
    this.push(frame.bytes);
    this.#allowMore();
    return true;
  }

  /** What comes is pushed as it comes. */
  override _read(): void {}

  /** Node asks for more before it has taken what is there; only after it there is room. */
  override read(size?: number): unknown {
    const taken: unknown = super.read(size);
    this.#allowMore();
    return taken;
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#unsent = { bytes: chunk, done };
    this.#flush();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#hasEnded.here = true;
    this.#send({ kind: 'end', stream: this.number });
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (!this.#hasEnded.here || !this.#hasEnded.there) this.#send({ kind: 'reset', stream: this.number });
    this.#onGone();
    done(error);
  }

  #flush(): void {
    const unsent = this.#unsent;
    if (!unsent || this.destroyed) return;
    while (unsent.bytes.byteLength > 0 && this.#mayGo > 0) {
      const piece = unsent.bytes.subarray(0, Math.min(DATA_BYTES_MAX, this.#mayGo));
      unsent.bytes = unsent.bytes.subarray(piece.byteLength);
      this.#mayGo -= piece.byteLength;
      this.#send({ kind: 'data', stream: this.number, bytes: piece });
    }
    if (unsent.bytes.byteLength > 0) return;
    this.#unsent = undefined;
    unsent.done();
  }

  #allowMore(): void {
    const count = WINDOW_BYTES - this.#mayCome - this.readableLength;
    if (count < PORTION_BYTES || this.#hasEnded.there || this.destroyed) return;
    this.#mayCome += count;
    this.#send({ kind: 'more', stream: this.number, count });
  }
}
