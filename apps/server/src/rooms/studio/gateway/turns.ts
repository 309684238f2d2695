/** Who may ask a provider now: at most so many at once in this process, a few wait in line, the rest come back later. */
import { TryLaterError } from '../../../kernel/errors.ts';

/** As many stand in line as are served, and never fewer than these: a free turn finds somebody at once. */
const LINE_MIN = 4;
const LATER_MS = 2000;
/** Those sent away in the last minute, beyond which the next come back later still: a thousand that wait do not ask every two seconds. */
const SENT_AWAY_MANY = 20;

/** Whose it is, and its rank among theirs: the lowest goes first. */
export type Standing = { owner: string; rank: number };

export type Turns = {
  /**
   * Resolves with the end of the turn, to be called once. Throws TryLaterError when the line is full and the signal's reason
   * when it aborts before. People are served in the order in which they came to stand; who stands there several times
   * sends their lowest rank, and gives a place in a full line to a lower one.
   */
  take(name: string, options: { atOnceMax: number; signal: AbortSignal; standing?: Standing }): Promise<() => void>;
  /** Those that are served now. */
  count(name: string): number;
};

type Place = { standing: Standing | undefined; enter(): void; sendAway(reason: TryLaterError): void };
type Desk = { served: number; line: Place[]; sentAwayAt: number[] };

export function openTurns(options: { nowMs(): number }): Turns {
  const desks = new Map<string, Desk>();
  return {
    count: (name) => desks.get(name)?.served ?? 0,
    async take(name, { atOnceMax, signal, standing }) {
      signal.throwIfAborted();
      const desk = deskOf(desks, name);
      if (desk.served >= atOnceMax) {
        const isFull = desk.line.length >= Math.max(atOnceMax, LINE_MIN);
        const instead = isFull ? lastOfSame(desk.line, standing) : undefined;
        if (isFull && !instead) throw sendAway(desk, options.nowMs());
        // Whoever ends hands the turn over: nobody slips in between.
        const stands = standInLine(desk, { signal, standing, at: instead ? desk.line.indexOf(instead) : desk.line.length });
        instead?.sendAway(sendAway(desk, options.nowMs()));
        await stands;
      } else desk.served += 1;
      let hasEnded = false;
      return () => {
        if (hasEnded) return;
        hasEnded = true;
        const next = nextOf(desk.line);
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

async function standInLine(desk: Desk, { signal, standing, at }: { signal: AbortSignal; standing: Standing | undefined; at: number }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const leave = (reason: unknown): void => {
      signal.removeEventListener('abort', onAbort);
      const now = desk.line.indexOf(place);
      if (now < 0) return;
      desk.line.splice(now, 1);
      reject(reason);
    };
    const onAbort = (): void => leave(signal.reason);
    const place: Place = { standing, enter: () => { signal.removeEventListener('abort', onAbort); resolve(); }, sendAway: leave };
    desk.line.splice(at, 0, place);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Takes the next one out of the line: whoever came first, with the lowest rank of theirs; those that step back keep the order of people. */
function nextOf(line: Place[]): Place | undefined {
  const [first] = line;
  if (!first) return undefined;
  const best = line.reduce((low, place) => (isOfSame(place, first.standing) && rankOf(place) < rankOf(low) ? place : low), first);
  line[line.indexOf(best)] = first;
  line.shift();
  return best;
}

/** The one of the same person with the highest rank, where that is above the newcomer's. */
function lastOfSame(line: readonly Place[], standing: Standing | undefined): Place | undefined {
  const last = line.filter((place) => isOfSame(place, standing)).reduce<Place | undefined>((high, place) => (high && rankOf(high) >= rankOf(place) ? high : place), undefined);
  return last && standing && rankOf(last) > standing.rank ? last : undefined;
}

function isOfSame(place: Place, standing: Standing | undefined): boolean {
  return standing !== undefined && place.standing?.owner === standing.owner;
}

function rankOf({ standing }: Place): number {
  return standing?.rank ?? 0;
}

function sendAway(desk: Desk, nowMs: number): TryLaterError {
  desk.sentAwayAt = [...desk.sentAwayAt.filter((at) => at > nowMs - 60_000), nowMs];
  const factor = Math.max(desk.sentAwayAt.length / SENT_AWAY_MANY, 1);
  return new TryLaterError('studio.provider-busy', { waitMs: Math.min(LATER_MS * factor, 60_000), isFailure: false });
}
