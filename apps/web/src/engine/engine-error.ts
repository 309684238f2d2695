/** What can go wrong between a page and the engine, as a closed list that a page can tell apart. */

export const ENGINE_FAULTS = [
  /** A newer call with the same key took its place: nothing to tell the user. */
  'superseded',
  /** The caller's own AbortSignal: nothing to tell the user. */
  'cancelled',
  /** The story has no words, is too long or is no text: the codes of the contract, with sentences in every language. */
  'comics.empty-text', 'comics.text-too-long', 'comics.not-text',
  /** The id was never opened, or was closed. */
  'no-such-book',
  /** The book or its plan has no such panel or page. */
  'no-such-part',
  /** A font or the icons could not be fetched: offline, or the server is gone. The next call tries again. */
  'assets-unavailable',
  /** The server answers, and has no such font or icons: a newer version took its place, or it was installed incompletely. */
  'assets-missing',
  /** The worker died (memory) or never started. The next call starts another. */
  'crashed',
  /** Anything else: a defect. `message` says what. */
  'failed',
] as const;
export type EngineFault = (typeof ENGINE_FAULTS)[number];

export class EngineError extends Error {
  readonly code: EngineFault;

  constructor(code: EngineFault, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineError';
    this.code = code;
  }
}

/** True for ends that nobody needs to hear of: the caller itself has moved on. */
export function isMovedOn(error: unknown): boolean {
  return error instanceof EngineError && (error.code === 'superseded' || error.code === 'cancelled');
}
