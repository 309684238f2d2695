import type { Duplex } from 'node:stream';
import { readFrame, writeFrame, type Frame } from './frames.ts';
import { TunnelStream } from './tunnel-stream.ts';

/** Requests at one time; one more is told that the host is out of reach, and tried again by whoever waits for it. */
export const STREAMS_MAX = 64;

export type TunnelOptions = {
  /** Sends one binary message. */
  send(message: Uint8Array): void;
  /** The side that answers; the other one opens streams. */
  onStream?(stream: Duplex): void;
};

export type Tunnel = {
  /** Undefined when there are as many as may be, or the tunnel is over. */
  open(): Duplex | undefined;
  /** False for a message that breaks the rules: its sender is to be let go. */
  take(message: Uint8Array): boolean;
  /** Every stream ends as a cut connection does. */
  end(): void;
};

/** Many streams over one line of messages. Streams are opened by one side alone, numbered upwards from 1. */
export function openTunnel({ send, onStream }: TunnelOptions): Tunnel {
  const streams = new Map<number, TunnelStream>();
  let last = 0;
  let isOver = false;

  function add(number: number): TunnelStream {
    last = number;
    const stream = new TunnelStream(number, {
      send: (frame) => { if (!isOver) send(writeFrame(frame)); },
      onGone: () => streams.delete(number),
    });
    // Between two owners an error finds nobody else.
    stream.on('error', () => undefined);
    streams.set(number, stream);
    return stream;
  }

  function takeOpen(number: number): boolean {
    if (!onStream || number <= last) return false;
    const isTooMany = streams.size >= STREAMS_MAX;
    const stream = add(number);
    if (isTooMany) stream.destroy();
    else onStream(stream);
    return true;
  }

  function takeFrame(frame: Frame): boolean {
    if (frame.kind === 'open') return takeOpen(frame.stream);
    const stream = streams.get(frame.stream);
    // What was sent before the other side knew that the stream is over is nobody's fault.
    return stream ? stream.receive(frame) : frame.stream > 0 && frame.stream <= last;
  }

  return {
    open() {
      if (isOver || streams.size >= STREAMS_MAX || last >= 0xffff_ffff) return undefined;
      const stream = add(last + 1);
      send(writeFrame({ kind: 'open', stream: stream.number }));
      return stream;
    },
    take(message) {
      const frame = isOver ? undefined : readFrame(message);
      return isOver || (frame !== undefined && takeFrame(frame));
    },
    end() {
      isOver = true;
      for (const stream of streams.values()) stream.destroy(new Error('the connection is gone'));
    },
  };
}
