import type { Book } from '@komawari/comic';
import type { EditOp } from '@komawari/comic/edit';
import { createContext, use } from 'react';
import type { Drafts } from './drafts.ts';
import type { Selection, SelectionStep } from './selection.ts';

/** What is being chosen, beside the button that was pressed. */
export type Pick =
  | { what: 'importance' | 'shot' | 'effects' | 'props' | 'add-person'; panelId: string }
  | { what: 'person'; panelId: string; characterId: string }
  | { what: 'place' | 'time' | 'weather' | 'mood'; sceneId: string }
  | { what: 'kind' | 'speaker'; lineId: string }
  | { what: 'line-menu'; lineId: string }
  | { what: 'panel-menu'; panelId: string }
  | { what: 'scene-menu'; sceneId: string }
  | { what: 'chapter-menu'; chapterId: string };

/** Never changes while the editor is shown, so that rows that use it are drawn again only when their own part of the book changes. */
export type ScriptActions = {
  book(): Book;
  /** Does a step, or says why it is refused; true when it was done. */
  change(ops: readonly EditOp[] | ((book: Book) => readonly EditOp[]), options?: { merge?: string; isTyping?: boolean }): boolean;
  /** Says why a step would be refused; true when it would. */
  refuses(ops: readonly EditOp[]): boolean;
  undo(): void;
  redo(): void;
  /** Brings a part into view and puts the focus there once it is on the page. */
  focus(target: string, caret?: number): void;
  announce(text: string): void;
  selection(): Selection | undefined;
  select(step: SelectionStep): void;
  pick(pick: Pick, anchor: HTMLElement): void;
  jumpToWarning(by: 1 | -1): void;
  dismiss(noticeKey: number): void;
  showPanel(): void;
  drafts: Drafts;
};

export const ScriptContext = createContext<ScriptActions | undefined>(undefined);

export function useScript(): ScriptActions {
  const actions = use(ScriptContext);
  if (!actions) throw new Error('outside of a script editor');
  return actions;
}

/** The ids of what can be focused. */
export const focusId = {
  line: (id: string) => `script-line-${id}`,
  panel: (id: string) => `script-panel-${id}`,
  action: (id: string) => `script-action-${id}`,
  scene: (id: string) => `script-scene-${id}`,
  chapter: (id: string) => `script-chapter-${id}`,
};
