const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Ctrl-C, TERM or a closed terminal ask to stop; asked a second time, we go at once. */
export function stopOnInterrupt(): { signal: AbortSignal; off(): void } {
  const abort = new AbortController();
  let askedAt = 0;
  const ask = (): void => {
    const now = performance.now();
    // npm passes Ctrl-C on that the terminal has already sent: two within a moment are one.
    if (abort.signal.aborted && now - askedAt > 1000) process.exit(130);
    askedAt = now;
    abort.abort();
  };
  for (const name of SIGNALS) process.on(name, ask);
  return { signal: abort.signal, off: () => { for (const name of SIGNALS) process.off(name, ask); } };
}
