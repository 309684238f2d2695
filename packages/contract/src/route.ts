/** One route of the API as data: the server mounts it, the web calls it, the documents show it. */
import type { z } from 'zod';
import type { Access } from './access.ts';
import type { ErrorCode } from './errors.ts';

export type Route = {
  /** `comics.create`: room and verb; also the operationId. */
  id: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Under `/api/v1`, with `:name` for parameters. */
  path: string;
  summary: string;
  access: Access;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Text files sent as they are, beside JSON (`text/plain`, `text/markdown`). */
  takesUpload?: { mediaTypes: readonly string[]; maxBytes: number };
  /** Bytes instead of JSON: the media types that may come back. */
  givesBytes?: readonly string[];
  response?: z.ZodType;
  /** 200 when absent. */
  status?: 200 | 201 | 202 | 204;
  errors?: readonly ErrorCode[];
  /** A limit of its own, per caller. */
  limit?: { max: number; windowSeconds: number };
};

export const API_PREFIX = '/api/v1';

/** Keeps the exact types of a route's schemas. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
export type ParamsOf<R extends Route> = Out<R['params']>;
export type QueryOf<R extends Route> = Out<R['query']>;
export type BodyOf<R extends Route> = Out<R['body']>;
export type ResponseOf<R extends Route> = R['response'] extends z.ZodType ? z.input<R['response']> : undefined;
