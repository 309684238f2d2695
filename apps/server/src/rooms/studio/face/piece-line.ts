import type { TextPiece } from '../../../ports/text-provider.ts';

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

function* joined(first: TextPiece, more: readonly TextPiece[]): Generator<TextPiece> {
  let last = first;
  for (const piece of more) {
    if (piece.kind === last.kind) last = { kind: last.kind, text: last.text + piece.text };
    else { yield last; last = piece; }
  }
  yield last;
}
