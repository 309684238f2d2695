/** An API in somebody else's shapes beside the contract, for programs that were written for that one. It takes API keys alone. */
import type { Access, UiLanguage } from '@komawari/contract';
import type { AppError } from './errors.ts';
import type { Ctx } from './ctx.ts';

/** `body` in pieces is sent as they come. */
export type ForeignReply = { status: number; headers?: Readonly<Record<string, string>>; body: string | Uint8Array | AsyncIterable<string> };

export type ForeignAsked = {
  params: Readonly<Record<string, string | undefined>>;
  header(name: string): string | undefined;
  /** JSON as it was read, or the bytes of a form. */
  body: unknown;
  /** Under which the caller reached us, `https://comics.example`. */
  origin: string;
  /** Aborts when the caller has gone before the answer was whole. */
  gone: AbortSignal;
  /** An error in the API's own shape, for an answer that has begun already. */
  refuse(error: unknown): ForeignReply;
};

export type ForeignRoute = {
  method: 'GET' | 'POST';
  /** Below the prefix; `*` takes the rest. */
  path: string;
  access: Access;
  bodyMaxBytes?: number;
  /** Requests of one key in a minute. */
  perMinute: number;
  handle(ctx: Ctx, asked: ForeignAsked): Promise<ForeignReply>;
};

export type ForeignApi = {
  prefix: string;
  routes: readonly ForeignRoute[];
  /** Any error in that API's own shape; `known` is what the house makes of it. */
  refuse(error: unknown, told: { known: AppError; language: UiLanguage }): ForeignReply;
};
