/** What is done with lines, with the focus where the writer goes on. */
import type { Language } from '@komawari/comic';
import { addLine, lineAt, mergeLineWithNext, removeLine, splitLine, splitPanel, type EditOp } from '@komawari/comic/edit';
import { newId } from '../book/use-book.ts';
import type { CaretPlace, LineCommand } from './keys.ts';
import { nudgeLine, type Direction } from './moves.ts';
import { focusId, type ScriptActions } from './script-context.ts';

type At = { lineId: string; panelId: string; caret: CaretPlace; language: Language };

export function writeLine(id: string, language: Language, from: string, to: string): EditOp[] {
  return [{ op: 'text', id, language, from, to }];
}

/** True when the key was ours. */
export function doLineCommand(script: ScriptActions, command: LineCommand, at: At): boolean {
  const { lineId, caret } = at;
  switch (command) {
    case 'add': addLineAfter(script, lineId); return true;
    case 'split': splitLineAt(script, lineId, caret.start); return true;
    case 'split-panel': splitPanelBefore(script, lineId); return true;
    case 'up': nudgeLineAndFollow(script, lineId, -1, focusId.line(lineId), caret.start); return true;
    case 'down': nudgeLineAndFollow(script, lineId, 1, focusId.line(lineId), caret.start); return true;
    case 'merge-next': return mergeNext(script, lineId);
    case 'merge-before': return mergeBefore(script, lineId);
    case 'remove': removeAndGoOn(script, lineId); return true;
    case 'before': return goBeside(script, lineId, -1);
    case 'after': return goBeside(script, lineId, 1);
    case 'leave': script.focus(focusId.panel(at.panelId)); return true;
  }
}

/** The next voice is most likely that of the one who spoke before the last. */
export function addLineAfter(script: ScriptActions, lineId: string): void {
  const book = script.book();
  const { panel, line, index } = lineAt(book, lineId);
  const other = panel.lines.slice(0, index).findLast((one) => one.speakerId !== undefined && one.speakerId !== line.speakerId && one.kind === 'speech');
  const voice = line.kind === 'speech' && other ? other : line;
  const id = newId('line');
  const kind = line.kind === 'sfx' || line.kind === 'narration' ? line.kind : 'speech';
  if (script.change(addLine(book, panel.id, lineId, { id, kind, speakerId: voice.speakerId, speaker: voice.speaker, text: '' }))) script.focus(focusId.line(id), 0);
}

/** The first line of a panel, or one more at its end. */
export function addLineTo(script: ScriptActions, panelId: string): void {
  const book = script.book();
  const panel = book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels)).find((one) => one.id === panelId);
  if (!panel) return;
  const last = panel.lines.at(-1);
  if (last) return addLineAfter(script, last.id);
  const person = book.bible.cast.find((one) => one.id === panel.characters[0]?.id);
  const id = newId('line');
  if (script.change(addLine(book, panelId, null, { id, kind: person ? 'speech' : 'narration', speakerId: person?.id, speaker: person?.name ?? '', text: '' }))) script.focus(focusId.line(id), 0);
}

export function splitLineAt(script: ScriptActions, lineId: string, offset: number): void {
  const id = newId('line');
  if (script.change((book) => splitLine(book, lineId, offset, id))) script.focus(focusId.line(id), 0);
}

export function splitPanelBefore(script: ScriptActions, lineId: string): void {
  const id = newId('panel');
  if (script.change((book) => splitPanel(book, lineId, id))) script.focus(focusId.line(lineId));
}

export function nudgeLineAndFollow(script: ScriptActions, lineId: string, by: Direction, follow: string, caret?: number): void {
  if (script.change((book) => nudgeLine(book, lineId, by))) {
    script.focus(follow, caret);
    const { panel, index } = lineAt(script.book(), lineId);
    script.announce(`${index + 1} / ${panel.lines.length}`);
  }
}

export function removeAndGoOn(script: ScriptActions, lineId: string): void {
  const { panel, index } = lineAt(script.book(), lineId);
  const next = panel.lines[index - 1] ?? panel.lines[index + 1];
  if (script.change(removeLine(lineId))) script.focus(next ? focusId.line(next.id) : focusId.panel(panel.id));
}

export function toggleLineLock(script: ScriptActions, lineId: string): void {
  const { line } = lineAt(script.book(), lineId);
  script.change([{ op: 'set', kind: 'line', id: lineId, field: 'isLocked', value: line.isLocked ? null : true }]);
}

export function mergeNext(script: ScriptActions, lineId: string): boolean {
  const book = script.book();
  const caret = lineAt(book, lineId).line.text[book.language]?.length ?? 0;
  if (script.change(mergeLineWithNext(book, lineId))) script.focus(focusId.line(lineId), caret);
  return true;
}

function mergeBefore(script: ScriptActions, lineId: string): boolean {
  const { panel, index } = lineAt(script.book(), lineId);
  const before = panel.lines[index - 1];
  return before ? mergeNext(script, before.id) : true;
}

function goBeside(script: ScriptActions, lineId: string, by: Direction): boolean {
  const lines = script.book().chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels.flatMap((panel) => panel.lines)));
  const next = lines[lines.findIndex((line) => line.id === lineId) + by];
  if (!next) return false;
  script.focus(focusId.line(next.id), by > 0 ? 0 : undefined);
  return true;
}
