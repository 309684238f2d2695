import type { Readable } from 'node:stream';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from '@komawari/contract';
import type { App } from './app.ts';
import type { Ctx } from './ctx.ts';
import type { ForeignApi } from './foreign-api.ts';
import type { OpenSocketDoor } from './socket-door.ts';

/** Bytes as an answer. `immutable` ones may be kept by the browser for a year. */
export type BytesReply = { bytes: Uint8Array; mediaType: string; fileName?: string; immutable?: boolean };
/** Bytes that are made while they are sent; whoever goes away ends the stream. */
export type StreamReply = { stream: Readable; mediaType: string; fileName?: string };

export type Input<R extends Route> = { params: ParamsOf<R>; query: QueryOf<R>; body: BodyOf<R>; upload: Uint8Array; uploadName: string | undefined };
type Answer<R extends Route> = R['givesBytes'] extends readonly string[] ? BytesReply | StreamReply : ResponseOf<R>;
export type Handler<R extends Route> = (ctx: Ctx, input: Input<R>) => Promise<Answer<R>>;

export type Mounted = { route: Route; handle(ctx: Ctx, input: Input<Route>): Promise<unknown> };

/** Ties a verb to its route; the mount has parsed the input by the route's own schemas. */
export function handle<R extends Route>(route: R, handler: Handler<R>): Mounted {
  return { route, handle: handler as unknown as Mounted['handle'] };
}

/** What a room brings into the house. */
export type Room = {
  name: string;
  routes: readonly Mounted[];
  foreign?: ForeignApi;
  sockets?: readonly OpenSocketDoor[];
  /** Registers jobs and kinds of work; runs in every process. */
  register?(app: App): void;
  /** Loads what no start needs and the first visitors do; runs when the web process serves and rests. */
  warmUp?(): Promise<unknown>;
};
