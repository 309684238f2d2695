import { setTimeout as sleep } from 'node:timers/promises';
import type { TextAnswer, TextPiece } from '../../../ports/text-provider.ts';

/** A model that takes long to begin, or to go on, is heard of before proxies lose patience. */
export const BEAT_MS = 10_000;
/** An answer as it is written, for whoever reads events. */
export const EVENT_STREAM = 'text/event-stream; charset=utf-8';

/** Pieces in the order in which they were told, for one who reads them at their own pace. */
export type PieceLine = {
  tell(piece: TextPiece): void;
  end(): void;
  /** Resolves with the first piece. */
  begun: Promise<void>;
  /** Each piece; undefined after `beatMs` without one. */
  read(beatMs: number): AsyncGenerator<TextPiece | undefined>;
};

export function openPieceLine(): PieceLine {
  const waiting: TextPiece[] = [];
  const begun = Promise.withResolvers<void>();
  let hasEnded = false;
  let wake = (): void => undefined;
  return {
    begun: begun.promise,
    tell(piece) {
      waiting.push(piece);
      begun.resolve();
      wake();
    },
    end() {
      hasEnded = true;
      wake();
    },
    async *read(beatMs) {
      for (;;) {
        // What has gathered meanwhile goes as one.
        const [first, ...more] = waiting.splice(0);
        if (first) yield* joined(first, more);
        else if (hasEnded) return;
        else if (!(await new Promise<boolean>((resolve) => {
          const timer = setTimeout(() => resolve(false), beatMs);
          wake = () => { clearTimeout(timer); resolve(true); };
        }))) yield undefined;
      }
    },
  };
}

/** Until the first piece, the end, or a beat without either. Throws what went wrong before a word was told. */
export async function hasBegun(line: PieceLine, writing: Promise<unknown>): Promise<void> {
  const beat = new AbortController();
  await Promise.race([line.begun, writing, sleep(BEAT_MS, undefined, { signal: beat.signal, ref: false })]).finally(() => beat.abort());
}

/** An answer that is there already, as the pieces of one. */
export function tellWhole(line: PieceLine, { thinking, text }: TextAnswer): void {
  if (thinking) line.tell({ kind: 'thinking', text: thinking });
  if (text) line.tell({ kind: 'text', text });
}

function* joined(first: TextPiece, more: readonly TextPiece[]): Generator<TextPiece> {
  let last = first;
  for (const piece of more) {
    if (piece.kind === last.kind) last = { kind: last.kind, text: last.text + piece.text };
    else { yield last; last = piece; }
  }
  yield last;
}
