/** How a process ended, in a few words for the person at the terminal. */
export function describeEnd(outcome: unknown): string {
  if (outcome instanceof Error) return outcome.message;
  const { why, signal, code } = outcome as { why?: string; signal?: string | null; code?: number | null };
  return why ?? signal ?? `exit code ${code}`;
}
