/** Who may ask a provider now: at most so many at once in this process, a few wait in line, the rest come back later. */
import { TryLaterError } from '../../../kernel/errors.ts';

/** As many stand in line as are served, and never fewer than these: a free turn finds somebody at once. */
const LINE_MIN = 4;
const LATER_MS = 2000;
/** Those sent away in the last minute, beyond which the next come back later still: a thousand that wait do not ask every two seconds. */
const SENT_AWAY_MANY = 20;

export type Turns = {
  /**
   * Resolves with the end of the turn, to be called once. Throws TryLaterError when the line is full and the signal's reason
   * when it aborts before.
   */
  take(name: string, options: { atOnceMax: number; signal: AbortSignal }): Promise<() => void>;
  /** Those that are served now. */
  count(name: string): number;
};

type Desk = { served: number; line: { enter(): void }[]; sentAwayAt: number[] };

export function openTurns(options: { nowMs(): number }): Turns {
  const desks = new Map<string, Desk>();
  return {
    count: (name) => desks.get(name)?.served ?? 0,
    async take(name, { atOnceMax, signal }) {
      signal.throwIfAborted();
      const desk = deskOf(desks, name);
      if (desk.served >= atOnceMax) {
        if (desk.line.length >= Math.max(atOnceMax, LINE_MIN)) throw sendAway(desk, options.nowMs());
        // Whoever ends hands the turn over: nobody slips in between.
        await standInLine(desk, signal);
      } else desk.served += 1;
      let hasEnded = false;
      return () => {
        if (hasEnded) return;
        hasEnded = true;
        const next = desk.line.shift();
        if (next) next.enter();
        else desk.served -= 1;
      };
    },
  };
}

function deskOf(desks: Map<string, Desk>, name: string): Desk {
  const desk = desks.get(name) ?? { served: 0, line: [], sentAwayAt: [] };
  desks.set(name, desk);
  return desk;
}

async function standInLine(desk: Desk, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const leave = (): void => {
      const at = desk.line.indexOf(place);
      if (at < 0) return;
      desk.line.splice(at, 1);
      reject(signal.reason);
    };
    const place = { enter: () => { signal.removeEventListener('abort', leave); resolve(); } };
    desk.line.push(place);
    signal.addEventListener('abort', leave, { once: true });
  });
}

function sendAway(desk: Desk, nowMs: number): TryLaterError {
  desk.sentAwayAt = [...desk.sentAwayAt.filter((at) => at > nowMs - 60_000), nowMs];
  const factor = Math.max(desk.sentAwayAt.length / SENT_AWAY_MANY, 1);
  return new TryLaterError('studio.provider-busy', { waitMs: Math.min(LATER_MS * factor, 60_000), isFailure: false });
}
