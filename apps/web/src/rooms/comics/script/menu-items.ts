import { lineAt, panelAt } from '@komawari/comic/edit';
import { useWords } from '../../../language/use-words.ts';
import { newId } from '../book/use-book.ts';
import { addLineAfter, mergeNext, nudgeLineAndFollow, removeAndGoOn, splitLineAt, splitPanelBefore, toggleLineLock } from './line-steps.ts';
import { joinChapterToLast, splitChapter } from './moves.ts';
import { addPanel, addPanelTo, dropScenePanels, joinScenes, mergeNextPanel, nudgeAndFollow, nudgeSceneAndFollow, removePanels, splitSceneBefore, toggleLocks } from './panel-steps.ts';
import { focusId, useScript, type Pick } from './script-context.ts';

export type ScriptMenuItem = 'line' | { word: string; onChoose: () => void; keys?: string; isDanger?: boolean; isOff?: boolean };

/** What can be done with a line, a panel, a scene or a chapter, with the keys that do the same. */
export function useMenuItems(pick: Extract<Pick, { what: `${string}-menu` }>): readonly ScriptMenuItem[] {
  const script = useScript();
  const { say } = useWords('comics-script');
  const book = script.book();
  if (pick.what === 'line-menu') {
    const { lineId } = pick;
    if (!book.chapters.some((chapter) => chapter.scenes.some((scene) => scene.panels.some((panel) => panel.lines.some((line) => line.id === lineId))))) return [];
    const { line, panel, index } = lineAt(book, lineId);
    const field = document.getElementById(focusId.line(lineId));
    const caret = field instanceof HTMLTextAreaElement ? field.selectionStart : 0;
    const length = (line.text[book.language] ?? '').length;
    return [
      { word: say('addLineBelow'), keys: 'Enter', onChoose: () => addLineAfter(script, lineId) },
      { word: say('splitLine'), keys: 'Ctrl+Enter', isOff: caret === 0 || caret >= length, onChoose: () => splitLineAt(script, lineId, caret) },
      { word: say('mergeLine'), isOff: index === panel.lines.length - 1, onChoose: () => void mergeNext(script, lineId) },
      'line',
      { word: say('moveUp'), keys: 'Alt+↑', onChoose: () => nudgeLineAndFollow(script, lineId, -1, focusId.line(lineId)) },
      { word: say('moveDown'), keys: 'Alt+↓', onChoose: () => nudgeLineAndFollow(script, lineId, 1, focusId.line(lineId)) },
      { word: say('splitPanelHere'), keys: 'Ctrl+Shift+Enter', isOff: index === 0, onChoose: () => splitPanelBefore(script, lineId) },
      'line',
      { word: say(line.isLocked ? 'unlock' : 'lock'), onChoose: () => toggleLineLock(script, lineId) },
      { word: say('removeLine'), isDanger: true, onChoose: () => removeAndGoOn(script, lineId) },
    ];
  }
  if (pick.what === 'panel-menu') {
    const { panelId } = pick;
    if (!book.chapters.some((chapter) => chapter.scenes.some((scene) => scene.panels.some((panel) => panel.id === panelId)))) return [];
    const { panel, scene } = panelAt(book, panelId);
    return [
      { word: say('addPanelBelow'), keys: 'Ctrl+Enter', onChoose: () => addPanel(script, panelId) },
      { word: say('mergePanel'), keys: 'M', onChoose: () => mergeNextPanel(script, panelId) },
      { word: say('splitSceneHere'), keys: 'Ctrl+Shift+Enter', isOff: scene.panels[0]?.id === panelId, onChoose: () => splitSceneBefore(script, panelId) },
      'line',
      { word: say('moveUp'), keys: 'Alt+↑', onChoose: () => nudgeAndFollow(script, panelId, -1, focusId.panel(panelId)) },
      { word: say('moveDown'), keys: 'Alt+↓', onChoose: () => nudgeAndFollow(script, panelId, 1, focusId.panel(panelId)) },
      { word: say('chooseToHere'), keys: 'Shift+↑↓', isOff: script.selection() === undefined, onChoose: () => script.select({ step: 'extend', id: panelId }) },
      'line',
      { word: say(panel.isLocked ? 'unlock' : 'lock'), keys: 'L', onChoose: () => toggleLocks(script, panelId) },
      { word: say('removePanel'), keys: 'Del', isDanger: true, onChoose: () => removePanels(script, panelId) },
    ];
  }
  if (pick.what === 'scene-menu') {
    const { sceneId } = pick;
    const chapter = book.chapters.find((one) => one.scenes.some((scene) => scene.id === sceneId));
    return [
      { word: say('addPanelToScene'), onChoose: () => addPanelTo(script, sceneId) },
      { word: say('mergeScene'), isOff: chapter?.scenes.at(-1)?.id === sceneId, onChoose: () => joinScenes(script, sceneId) },
      { word: say('splitChapterHere'), isOff: chapter?.scenes[0]?.id === sceneId, onChoose: () => splitHere(sceneId) },
      'line',
      { word: say('moveUp'), onChoose: () => nudgeSceneAndFollow(script, sceneId, -1, focusId.scene(sceneId)) },
      { word: say('moveDown'), onChoose: () => nudgeSceneAndFollow(script, sceneId, 1, focusId.scene(sceneId)) },
      'line',
      { word: say('removeScene'), isDanger: true, onChoose: () => dropScenePanels(script, sceneId) },
    ];
  }
  const { chapterId } = pick;
  return [{ word: say('mergeChapter'), isOff: book.chapters[0]?.id === chapterId, onChoose: () => void script.change((now) => joinChapterToLast(now, chapterId)) }];

  function splitHere(sceneId: string): void {
    const id = newId('chapter');
    if (script.change((now) => splitChapter(now, sceneId, id))) script.focus(focusId.chapter(id));
  }
}
