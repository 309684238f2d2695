/** The script as one list of rows, for a list that shows only those in view. */
import type { Book, Chapter, Panel, Scene } from '@komawari/comic';

export type Row =
  | { kind: 'chapter'; id: string; chapter: Chapter; number: number; isOnly: boolean }
  | { kind: 'scene'; id: string; scene: Scene; number: number; isFirst: boolean; isLast: boolean }
  | { kind: 'panel'; id: string; panel: Panel; number: number; sceneId: string; isLast: boolean };

export type PanelRow = Extract<Row, { kind: 'panel' }>;

export function rowsOf(book: Book): Row[] {
  const rows: Row[] = [];
  const scenes = book.chapters.reduce((sum, chapter) => sum + chapter.scenes.length, 0);
  const panels = book.chapters.reduce((sum, chapter) => chapter.scenes.reduce((inner, scene) => inner + scene.panels.length, sum), 0);
  let [sceneNumber, panelNumber] = [0, 0];
  book.chapters.forEach((chapter, index) => {
    rows.push({ kind: 'chapter', id: chapter.id, chapter, number: index + 1, isOnly: book.chapters.length === 1 });
    for (const scene of chapter.scenes) {
      sceneNumber += 1;
      rows.push({ kind: 'scene', id: scene.id, scene, number: sceneNumber, isFirst: sceneNumber === 1, isLast: sceneNumber === scenes });
      for (const panel of scene.panels) {
        panelNumber += 1;
        rows.push({ kind: 'panel', id: panel.id, panel, number: panelNumber, sceneId: scene.id, isLast: panelNumber === panels });
      }
    }
  });
  return rows;
}

/** CSS pixels, before a row has been measured. */
export function guessHeight(row: Row): number {
  if (row.kind === 'chapter') return 76;
  if (row.kind === 'scene') return 104;
  return 150 + row.panel.lines.length * 52;
}
