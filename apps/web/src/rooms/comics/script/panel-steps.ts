/** What is done with panels and scenes, with the focus where the writer goes on. */
import type { Book, Panel, PanelCharacter } from '@komawari/comic';
import { addFirstPanel, addPanelAfter, mergePanelWithNext, mergeSceneWithNext, panelAt, removePanel, removeScene, splitScene, type EditOp } from '@komawari/comic/edit';
import { newId } from '../book/use-book.ts';
import type { PanelCommand } from './keys.ts';
import { addLineTo } from './line-steps.ts';
import { nudgePanels, nudgeScene, type Direction } from './moves.ts';
import { focusId, type ScriptActions } from './script-context.ts';

export function doPanelCommand(script: ScriptActions, command: PanelCommand, panelId: string): void {
  switch (command.do) {
    case 'move': {
      script.select({ step: 'move', by: command.by, isExtending: command.isExtending });
      const head = script.selection()?.headId;
      if (head !== undefined) script.focus(focusId.panel(head));
      return;
    }
    case 'nudge': return nudgeAndFollow(script, panelId, command.by, focusId.panel(panelId));
    case 'remove': return removePanels(script, panelId);
    case 'importance': return setOnPanels(script, panelId, 'importance', () => command.value);
    case 'lock': return toggleLocks(script, panelId);
    case 'merge': return mergeNextPanel(script, panelId);
    case 'enter': return enterPanel(script, panelId);
    case 'add': return addPanel(script, panelId);
    case 'split-scene': return splitSceneBefore(script, panelId);
    case 'clear': return script.select({ step: 'clear' });
    case 'all': {
      const ids = panelIds(script.book());
      const [first, last] = [ids[0], ids.at(-1)];
      if (first === undefined || last === undefined) return;
      script.select({ step: 'choose', id: first });
      return script.select({ step: 'extend', id: last });
    }
  }
}

/** The chosen panels when this one is among them, else this one. */
export function meant(script: ScriptActions, panelId: string): ReadonlySet<string> {
  const selection = script.selection();
  return selection?.ids.has(panelId) ? selection.ids : new Set([panelId]);
}

export function setOnPanels(script: ScriptActions, panelId: string, field: 'importance' | 'shot' | 'isLocked', value: (panel: Panel) => unknown): void {
  const ids = meant(script, panelId);
  script.change((book) => [...ids].map((id): EditOp => ({ op: 'set', kind: 'panel', id, field, value: value(panelAt(book, id).panel) })));
}

export function setPanel(script: ScriptActions, panelId: string, field: 'effects' | 'props' | 'characters' | 'crowd', value: unknown): void {
  script.change([{ op: 'set', kind: 'panel', id: panelId, field, value }]);
}

export function changePerson(script: ScriptActions, panelId: string, characterId: string, change: (person: PanelCharacter) => PanelCharacter | undefined): void {
  const { panel } = panelAt(script.book(), panelId);
  setPanel(script, panelId, 'characters', panel.characters.flatMap((person) => (person.id === characterId ? (change(person) ?? []) : person)));
}

export function addPerson(script: ScriptActions, panelId: string, characterId: string): void {
  const { panel } = panelAt(script.book(), panelId);
  const person: PanelCharacter = { id: characterId, expression: 'neutral', pose: 'stand', facing: panel.characters.length % 2 === 0 ? 'right' : 'left', x: freeSpot(panel), depth: 0 };
  setPanel(script, panelId, 'characters', [...panel.characters, person]);
}

/** The middle of the widest gap between those who are there. */
function freeSpot(panel: Panel): number {
  const xs = [-0.2, ...panel.characters.map((person) => person.x).sort((a, b) => a - b), 1.2];
  const gaps = xs.slice(1).map((x, i) => ({ width: x - (xs[i] ?? 0), middle: (x + (xs[i] ?? 0)) / 2 }));
  return gaps.reduce((best, gap) => (gap.width > best.width ? gap : best)).middle;
}

export function toggleLocks(script: ScriptActions, panelId: string): void {
  const { panel } = panelAt(script.book(), panelId);
  setOnPanels(script, panelId, 'isLocked', () => !panel.isLocked);
}

export function nudgeAndFollow(script: ScriptActions, panelId: string, by: Direction, follow: string): void {
  const ids = meant(script, panelId);
  if (!script.change((book) => nudgePanels(book, ids, by))) return;
  script.focus(follow);
  const all = panelIds(script.book());
  script.announce(`${all.indexOf(panelId) + 1} / ${all.length}`);
}

export function removePanels(script: ScriptActions, panelId: string): void {
  const ids = meant(script, panelId);
  const all = panelIds(script.book());
  const next = all.slice(all.indexOf(panelId)).find((id) => !ids.has(id)) ?? all.findLast((id) => !ids.has(id));
  if (!script.change([...ids].flatMap(removePanel))) return;
  script.select(next === undefined ? { step: 'clear' } : { step: 'choose', id: next });
  if (next !== undefined) script.focus(focusId.panel(next));
}

export function mergeNextPanel(script: ScriptActions, panelId: string): void {
  if (script.change((book) => mergePanelWithNext(book, panelId))) script.focus(focusId.panel(panelId));
}

export function addPanel(script: ScriptActions, afterId: string): void {
  const id = newId('panel');
  if (!script.change((book) => addPanelAfter(book, afterId, id))) return;
  script.select({ step: 'choose', id });
  script.focus(focusId.action(id));
}

export function addPanelTo(script: ScriptActions, sceneId: string): void {
  const scene = script.book().chapters.flatMap((chapter) => chapter.scenes).find((one) => one.id === sceneId);
  if (!scene) return;
  const last = scene.panels.at(-1);
  if (last) return addPanel(script, last.id);
  const id = newId('panel');
  if (script.change(addFirstPanel(scene, id))) script.focus(focusId.action(id));
}

function enterPanel(script: ScriptActions, panelId: string): void {
  const [line] = panelAt(script.book(), panelId).panel.lines;
  if (line) script.focus(focusId.line(line.id), 0);
  else addLineTo(script, panelId);
}

export function splitSceneBefore(script: ScriptActions, panelId: string): void {
  const id = newId('scene');
  if (script.change((book) => splitScene(book, panelId, id))) script.focus(focusId.scene(id));
}

export function nudgeSceneAndFollow(script: ScriptActions, sceneId: string, by: Direction, follow: string): void {
  if (script.change((book) => nudgeScene(book, sceneId, by))) script.focus(follow);
}

export function joinScenes(script: ScriptActions, sceneId: string): void {
  if (script.change((book) => mergeSceneWithNext(book, sceneId))) script.focus(focusId.scene(sceneId));
}

export function dropScenePanels(script: ScriptActions, sceneId: string): void {
  script.change((book) => removeScene(book, sceneId));
}

export function panelIds(book: Book): string[] {
  return book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels.map((panel) => panel.id)));
}
