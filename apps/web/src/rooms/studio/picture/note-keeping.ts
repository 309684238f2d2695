/** A note that saves itself while it is written: one call at a time, the last words win, and nothing that was typed is given up. */

/** As the server holds it, in UTF-16 units. */
export const NOTE_MAX = 4000;
const REST_MS = 700;

/** Not with the server yet. `base` is what it had when this was begun. */
export type Unsaved = { base: string; text: string };
export type NoteNow = { state: 'kept' | 'waits' | 'failed'; text: string | undefined; error?: unknown };

type Ports = {
  send: (note: string, isParting: boolean) => Promise<void>;
  /** Keeps it in this browser; undefined: no longer needed. */
  hold: (unsaved: Unsaved | undefined) => void;
  tell: (now: NoteNow) => void;
};

export function noteKeeper({ send, hold, tell }: Ports) {
  let unsaved: Unsaved | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;

  const flush = async (isParting = false): Promise<void> => {
    clearTimeout(timer);
    if (!unsaved || unsaved.text.length > NOTE_MAX || (isSending && !isParting)) return;
    const { text } = unsaved;
    isSending = true;
    const error = await send(text, isParting).then(() => undefined, (reason: unknown) => ({ reason }));
    isSending = false;
    if (error) return tell({ state: 'failed', text: unsaved?.text ?? text, error: error.reason });
    if (unsaved && unsaved.text !== text) {
      unsaved = { ...unsaved, base: text };
      return flush();
    }
    unsaved = undefined;
    hold(undefined);
    tell({ state: 'kept', text: undefined });
  };

  return {
    /** `base`: what the server has, as far as is known here. */
    type(text: string, base: string): void {
      unsaved = { base: unsaved?.base ?? base, text };
      hold(unsaved);
      tell({ state: 'waits', text });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), REST_MS);
    },
    flush,
  };
}

/** What was left unsaved, when its picture is opened again: beside what was written elsewhere meanwhile, so that neither is lost. */
export function comesBack(kept: string | undefined, note: string): string | undefined {
  const unsaved = parsed(kept);
  if (!unsaved || unsaved.text === note) return undefined;
  if (unsaved.base === note || note === '') return unsaved.text;
  return note.includes(unsaved.text) ? undefined : `${note}\n\n${unsaved.text}`;
}

function parsed(json: string | undefined): Unsaved | undefined {
  try {
    const { base, text } = JSON.parse(json ?? '{}') as Partial<Unsaved>;
    return typeof base === 'string' && typeof text === 'string' ? { base, text } : undefined;
  } catch {
    return undefined;
  }
}
