import type { Book } from '@komawari/comic';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../../language/use-words.ts';
import type { OpenBook } from '../book/use-book.ts';
import { openDrafts } from './drafts.ts';
import { lockedTarget, type Refusal } from './locks.ts';
import { panelIds } from './panel-steps.ts';
import type { Picked } from './PickerLayer.tsx';
import type { ScriptActions } from './script-context.ts';
import { select, type Selection } from './selection.ts';
import { listWarnings, nextWarning, orderOf } from './warnings.ts';
import { focusId } from './script-context.ts';

export type Said = { key: number; text: string; refusal?: Refusal };
/** Frames to wait for a row that is being scrolled to. */
const FRAMES_MAX = 60;

/** The verbs of the editor, in one object that never changes, and what they leave to be shown. */
export function useScriptActions(open: OpenBook, scrollTo: RefObject<(id: string) => void>) {
  const { say } = useWords('comics-script');
  const [selection, setSelection] = useState<Selection>();
  const [picked, setPicked] = useState<Picked>();
  const [said, setSaid] = useState<Said>();
  const [heard, setHeard] = useState('');
  const [isPanelShown, setIsPanelShown] = useState(false);
  const latest = useRef({ open, say, selection, said: 0, at: undefined as string | undefined });
  useEffect(() => {
    Object.assign(latest.current, { open, say, selection });
  });

  const [actions] = useState<ScriptActions>(() => {
    const drafts = openDrafts();
    const now = () => latest.current;
    const tell = (text: string, refusal?: Refusal) => setSaid({ key: (now().said += 1), text, ...(refusal ? { refusal } : {}) });
    const refuse = (refusal: Refusal) => tell(now().say(refusal.kind === 'panel' ? 'panelIsLocked' : 'lineIsLocked', { n: panelIds(actionsOf.book()).indexOf(refusal.panelId) + 1 }), refusal);
    const actionsOf: ScriptActions = {
      drafts,
      // The session's own state: React may not have drawn the last step yet.
      book() {
        let book: Book | undefined;
        now().open.change((current) => {
          book = current;
          return [];
        });
        return book ?? now().open.book;
      },
      refuses(ops) {
        const refusal = lockedTarget(actionsOf.book(), ops);
        if (refusal) refuse(refusal);
        return refusal !== undefined;
      },
      change(wish, { merge, isTyping } = {}) {
        if (!isTyping) drafts.flush();
        let isRefused = false;
        const done = now().open.change((book) => {
          const ops = typeof wish === 'function' ? wish(book) : wish;
          isRefused = ops.length === 0 || actionsOf.refuses(ops);
          return isRefused ? [] : ops;
        }, merge === undefined ? {} : { merge });
        if (isRefused || done === undefined) return false;
        setSaid(undefined);
        return true;
      },
      undo() {
        drafts.flush();
        now().open.undo();
      },
      redo() {
        drafts.flush();
        now().open.redo();
      },
      focus(target, caret) {
        let frames = 0;
        const attempt = () => {
          const element = document.getElementById(target);
          if (element) {
            element.focus();
            if (element instanceof HTMLTextAreaElement) element.setSelectionRange(caret ?? element.value.length, caret ?? element.value.length);
            return;
          }
          if (frames % 20 === 1) scrollTo.current(target);
          frames += 1;
          if (frames < FRAMES_MAX) requestAnimationFrame(attempt);
        };
        // What is typed next belongs to the new place already.
        flushSync(() => undefined);
        attempt();
      },
      announce: setHeard,
      selection: () => now().selection,
      select(step) {
        now().selection = select(now().selection, step, panelIds(actionsOf.book()));
        setSelection(now().selection);
      },
      pick: (pick, anchor) => setPicked({ pick, anchor }),
      jumpToWarning(by) {
        drafts.flush();
        const book = actionsOf.book();
        const element = document.activeElement;
        const here = element?.id.replace(/^script-(line|panel|action)-/, '') ?? now().at;
        const warning = nextWarning(listWarnings(book), orderOf(book), here, by);
        if (!warning) return;
        now().at = warning.lineId ?? warning.panelId;
        actionsOf.focus(warning.lineId === undefined ? focusId.panel(warning.panelId) : focusId.line(warning.lineId));
        setHeard(now().say(`warn-${warning.code}`));
      },
      dismiss: (key) => now().open.dismiss(key),
      showPanel: () => setIsPanelShown(true),
    };
    return actionsOf;
  });

  // Nothing typed waits for its pause when the page goes away.
  useEffect(() => {
    const { drafts } = actions;
    const onHide = () => drafts.flush();
    window.addEventListener('pagehide', onHide);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('pagehide', onHide);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [actions]);

  return { actions, selection, picked, closePick: () => setPicked(undefined), said, hush: () => setSaid(undefined), heard, isPanelShown, hidePanel: () => setIsPanelShown(false) };
}
