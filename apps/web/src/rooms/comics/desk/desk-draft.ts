/** The draft of one tab. Tabs of one person show the same one; what another person left is forgotten. No React. */
import { DRAFT, DRAFT_OF, keep, readKept } from '../../../frame/kept.ts';
import { changeDraft, dropStory, emptyDraft, loadDraft, parseDraft, saveDraft, type Draft } from './draft.ts';

/** `sheet` counts the persons: nothing of a page that was made for one is shown to the next. `isKept` is false when this browser keeps nothing. */
export type DeskState = { draft: Draft; isKept: boolean; sheet: number };

export type DeskDraft = {
  state(): DeskState;
  subscribe(listener: () => void): () => void;
  /** Of the sheet that was shown; what comes late for an earlier one is left out. */
  change(part: Partial<Draft>, sheet: number): void;
  /** `sent` is a comic now. What was typed since stays, and what lay beneath a file that was sent. */
  drop(sent: Draft, sheet: number, isFile: boolean): void;
  /** Writes what is typed to where it is kept. */
  flush(): void;
  /** Another tab may have written, or this one has slept. */
  look(): void;
  /** Somebody else is here: nothing is kept of what lies on the desk, in memory or beside it. */
  forget(): void;
};

/** `ownerId` says in whose account the draft is written: undefined while that is not known, null for nobody's. */
export function openDeskDraft(ownerId: () => string | null | undefined): DeskDraft {
  /** As it was last read or written here. */
  let seen = readKept(DRAFT);
  let isUnsaved = false;
  let state: DeskState = { draft: loadDraft(), isKept: true, sheet: 0 };
  const listeners = new Set<() => void>();
  const show = (next: Partial<DeskState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };

  const flush = () => {
    if (!isUnsaved) return;
    isUnsaved = false;
    const isKept = saveDraft(state.draft);
    const owner = ownerId();
    if (owner !== undefined) keep(DRAFT_OF, owner ?? undefined);
    seen = readKept(DRAFT);
    if (isKept !== state.isKept) show({ isKept });
  };

  const forget = () => {
    isUnsaved = false;
    // Written a moment after the other tab had cleared it.
    if (seen !== undefined && readKept(DRAFT) === seen) for (const name of [DRAFT, DRAFT_OF]) keep(name, undefined);
    seen = readKept(DRAFT);
    show({ draft: parseDraft(seen) ?? emptyDraft(), sheet: state.sheet + 1 });
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(part, sheet) {
      if (sheet !== state.sheet) return;
      isUnsaved = true;
      show({ draft: changeDraft(state.draft, part) });
    },
    drop(sent, sheet, isFile) {
      if (sheet !== state.sheet) return;
      if (isFile || state.draft.text === sent.text) {
        const { text } = state.draft;
        isUnsaved = true;
        show({ draft: { ...dropStory(state.draft), ...(isFile ? { text } : {}) } });
      }
      flush();
    },
    flush,
    look() {
      const found = readKept(DRAFT);
      if (found === seen) return;
      if (found === undefined) return forget();
      // Typed here this moment: that goes out next, and the other tab follows.
      if (isUnsaved) return;
      seen = found;
      show({ draft: parseDraft(found) ?? emptyDraft() });
    },
    forget,
  };
}
