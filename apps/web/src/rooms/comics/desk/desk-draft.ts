/** The draft of one tab. Tabs of one person show the same one; what another person left is forgotten. No React. */
import { DRAFT, DRAFT_OF, keep, readKept, stow, takeBackStory } from '../../../frame/kept.ts';
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
  /** Somebody else is here: nothing of what lies on the desk stays in sight. What an account had written waits for it; a guest's stays. */
  forget(): void;
  /** An account is here: what it left unsent comes back onto a desk where nothing lies. */
  welcome(ownerId: string): void;
};

/** `ownerId` says in whose account the draft is written: undefined while that is not known, null for nobody's. */
export function openDeskDraft(ownerId: () => string | null | undefined): DeskDraft {
  /** As it was last read or written here. */
  let seen = readKept(DRAFT);
  let seenOf = readKept(DRAFT_OF);
  /** As this tab wrote it last. */
  let wrote: string | undefined;
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
    seen = wrote = readKept(DRAFT);
    seenOf = readKept(DRAFT_OF);
    if (isKept !== state.isKept) show({ isKept });
  };

  const forget = () => {
    const owner = ownerId() ?? seenOf;
    if (owner === undefined) flush();
    else {
      if (isUnsaved) stow(owner, JSON.stringify(state.draft));
      // Written a moment after the other tab had cleared it.
      if (wrote !== undefined && readKept(DRAFT) === wrote) {
        if (!isUnsaved) stow(owner, wrote);
        for (const name of [DRAFT, DRAFT_OF]) keep(name, undefined);
      }
      isUnsaved = false;
      wrote = undefined;
    }
    seen = readKept(DRAFT);
    seenOf = readKept(DRAFT_OF);
    show({ draft: parseDraft(seen) ?? emptyDraft(), sheet: state.sheet + 1 });
  };

  const look = () => {
    const found = readKept(DRAFT);
    if (found === seen) return;
    if (found === undefined) return forget();
    // Typed here this moment: that goes out next, and the other tab follows.
    if (isUnsaved) return;
    seen = found;
    seenOf = readKept(DRAFT_OF);
    show({ draft: parseDraft(found) ?? emptyDraft() });
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
    look,
    forget,
    welcome(id) {
      look();
      const { text, title, notes } = state.draft;
      if (!isUnsaved && [text, title, notes].every((words) => words.trim() === '') && takeBackStory(id)) look();
    },
  };
}
