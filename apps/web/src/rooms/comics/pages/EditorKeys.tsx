import { useShortcut } from '../../../frame/shortcuts/use-shortcut.ts';
import { useWords } from '../../../language/use-words.ts';
import { usePageDesk } from './desk-context.ts';
import type { Zoom } from './use-zoom.ts';

/** The keys of the editor; all are listed under `?` and can be changed there. */
export function EditorKeys({ zoom }: { zoom: Zoom }) {
  const { desk, page, at: here, goTo, announce, openTool } = usePageDesk();
  const { say } = useWords('comics-pages');
  const undo = () => {
    desk.book.undo();
    announce(say('undone'));
  };
  const redo = () => {
    desk.book.redo();
    announce(say('redone'));
  };
  const last = page.pages.length;
  const step = (by: number) => {
    const at = here + by;
    if (at >= 1 && at <= last) goTo(at);
  };
  useShortcut('comics-pages.undo', 'Mod+Z', undo, { word: say('undo'), isOff: !desk.book.canUndo });
  useShortcut('comics-pages.redo', 'Mod+Shift+Z', redo, { word: say('redo'), isOff: !desk.book.canRedo });
  useShortcut('comics-pages.next', 'PageDown', () => step(1), { word: say('nextPage') });
  useShortcut('comics-pages.previous', 'PageUp', () => step(-1), { word: say('previousPage') });
  useShortcut('comics-pages.in', '+', () => zoom.zoomBy(1), { word: say('zoomIn') });
  useShortcut('comics-pages.out', '-', () => zoom.zoomBy(-1), { word: say('zoomOut') });
  useShortcut('comics-pages.fit', '0', zoom.fit, { word: say('zoomFit') });
  useShortcut('comics-pages.layout', '1', () => openTool('layout'), { word: say('toolLayout') });
  useShortcut('comics-pages.bubble', '2', () => openTool('bubble'), { word: say('toolBubble') });
  useShortcut('comics-pages.picture', '3', () => openTool('picture'), { word: say('toolPicture') });
  useShortcut('comics-pages.words', '4', () => openTool('words'), { word: say('toolWords') });
  useShortcut('comics-pages.check', '5', () => openTool('check'), { word: say('toolCheck') });
  return null;
}
