import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './call.ts';

const TRIES = 2;

/** What the server refuses stays refused; only a lost way or a server in trouble is worth another try. */
export function isWorthRetrying(failureCount: number, error: unknown): boolean {
  return failureCount < TRIES && error instanceof ApiError && (error.status === 0 || error.status >= 502);
}

/** The server may well be this machine: the browser's own idea of being online says nothing. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthRetrying, retryDelay: (count) => 400 * 2 ** count, staleTime: 10_000, gcTime: 300_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
