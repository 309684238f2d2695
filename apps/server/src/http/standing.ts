import type { IncomingHttpHeaders } from 'node:http';
import type { WebSocket } from 'ws';
import type { App } from '../kernel/app.ts';
import { ownerOf, type Actor } from '../kernel/ctx.ts';

/** Somebody who was let in once and stays: `standing` settles when the latest look at them is over. */
export type Guarded = { socket: WebSocket; actor: Actor; headers: IncomingHttpHeaders; standing: Promise<void>; isInLine: boolean };

/**
 * Looks again at who was let in: a session may have ended since, a key been revoked, an account suspended, a guest's
 * work gone over to an account. Who is not the same any more is closed with 1008, and may come back as who they are
 * now. So may a browser whose session has changed its token, once a day.
 */
export function standingGuard(log: App['log'], resolveActor: (headers: IncomingHttpHeaders) => Promise<Actor>): { look(guarded: Guarded): Promise<void>; lookSoon(guarded: Guarded): void } {
  let line = Promise.resolve();

  async function look({ socket, headers, actor }: Guarded): Promise<void> {
    if (socket.readyState !== socket.OPEN) return;
    try {
      if (!isSame(await resolveActor(headers), actor)) socket.close(1008, 'not signed in any more');
    } catch (error) {
      log.warn({ err: error }, 'who listens could not be looked up; the socket is closed so that the client asks again');
      socket.close(1013, 'try again');
    }
  }

  return {
    look,
    // One after the other, so that a thousand sockets do not take every connection to the database.
    lookSoon(guarded) {
      if (guarded.isInLine) return;
      guarded.isInLine = true;
      line = line.then(() => { guarded.isInLine = false; return look(guarded); });
      guarded.standing = line;
    },
  };
}

function isSame(now: Actor, before: Actor): boolean {
  return ownerOf(now) !== undefined && ownerOf(now) === ownerOf(before) && sessionOf(now) === sessionOf(before);
}

function sessionOf(actor: Actor): string | undefined {
  return actor.kind === 'user' ? actor.session?.id : undefined;
}
