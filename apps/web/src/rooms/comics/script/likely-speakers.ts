/** Who else may have said it: the one it is given to, those in the picture, and those who speak around it. */
import type { Book, Character, Panel, Scene } from '@komawari/comic';

export function likelySpeakers(book: Book, lineId: string, most = 3): Character[] {
  const at = whereIs(book, lineId);
  if (!at) return [];
  const { scene, panel } = at;
  const lines = scene.panels.flatMap((one) => one.lines);
  const index = lines.findIndex((line) => line.id === lineId);
  const around = [1, 2, 3, 4].flatMap((step) => [lines[index - step]?.speakerId, lines[index + step]?.speakerId]);
  const ids = [lines[index]?.speakerId, ...panel.characters.map((person) => person.id), ...around, ...scene.panels.flatMap((one) => one.characters.map((person) => person.id))];
  return [...new Set(ids)].flatMap((id) => book.bible.cast.find((one) => one.id === id) ?? []).slice(0, most);
}

function whereIs(book: Book, lineId: string): { scene: Scene; panel: Panel } | undefined {
  for (const chapter of book.chapters) for (const scene of chapter.scenes) for (const panel of scene.panels) if (panel.lines.some((line) => line.id === lineId)) return { scene, panel };
  return undefined;
}
