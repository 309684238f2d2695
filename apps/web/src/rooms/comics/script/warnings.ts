/** What a writer would want to look at again: pure, and remembered by panel, since a panel that did not change is the same object. */
import type { Book, Language, Line, Panel } from '@komawari/comic';

export type WarningCode = 'unsure' | 'empty-line' | 'long-line' | 'untranslated' | 'crowded' | 'nobody' | 'empty-panel';
export type Warning = { code: WarningCode; panelId: string; lineId?: string; language?: Language };

/** As much as a bubble holds well: a full-width letter counts as one, another as 90/220 of it. */
const BUBBLE_MAX = 90;
const NARROW = BUBBLE_MAX / 220;
const SPOKEN = new Set<Line['kind']>(['speech', 'shout', 'whisper']);

type Wanted = { language: Language; editions: readonly Language[] };

export function wantedOf(book: Book): Wanted {
  return { language: book.language, editions: (Object.keys(book.editions ?? {}) as Language[]).filter((one) => one !== book.language).sort() };
}

let memory = { key: '', panels: new WeakMap<Panel, readonly Warning[]>() };

export function warningsOfPanel(panel: Panel, wanted: Wanted): readonly Warning[] {
  const key = [wanted.language, ...wanted.editions].join(' ');
  if (memory.key !== key) memory = { key, panels: new WeakMap() };
  const known = memory.panels.get(panel);
  if (known) return known;
  const found = [...ofPanel(panel, wanted.language), ...panel.lines.flatMap((line) => ofLine(panel.id, line, wanted))];
  memory.panels.set(panel, found);
  return found;
}

/** In the order of the script. */
export function listWarnings(book: Book): Warning[] {
  const wanted = wantedOf(book);
  return book.chapters.flatMap((chapter) => chapter.scenes.flatMap((scene) => scene.panels.flatMap((panel) => warningsOfPanel(panel, wanted))));
}

/** The place a text takes, in full-width letters. */
export function textWeight(text: string): number {
  let weight = 0;
  for (const letter of text) weight += /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/.test(letter) ? 1 : NARROW;
  return weight;
}

function ofPanel(panel: Panel, language: Language): Warning[] {
  const at = { panelId: panel.id };
  const isBare = panel.characters.length === 0;
  if (isBare && panel.lines.length === 0 && panel.action.trim() === '' && panel.props.length === 0 && panel.crowd === 0) return [{ code: 'empty-panel', ...at }];
  const weight = panel.lines.reduce((sum, line) => sum + textWeight(line.text[language] ?? ''), 0);
  return [
    ...(weight > BUBBLE_MAX * (1 + panel.importance / 2) || panel.lines.length > 8 ? [{ code: 'crowded' as const, ...at }] : []),
    ...(isBare && panel.crowd === 0 && panel.lines.some((line) => SPOKEN.has(line.kind) && line.speakerId !== undefined && !line.isOffPanel) ? [{ code: 'nobody' as const, ...at }] : []),
  ];
}

function ofLine(panelId: string, line: Line, { language, editions }: Wanted): Warning[] {
  const at = { panelId, lineId: line.id };
  const text = line.text[language] ?? '';
  if (text.trim() === '') return [{ code: 'empty-line', ...at }];
  return [
    ...(line.isUnsure ? [{ code: 'unsure' as const, ...at }] : []),
    ...(textWeight(text) > BUBBLE_MAX ? [{ code: 'long-line' as const, ...at }] : []),
    ...editions.filter((edition) => (line.text[edition] ?? '').trim() === '').map((edition) => ({ code: 'untranslated' as const, language: edition, ...at })),
  ];
}

/** The next one from where the writer is, round and round; `from` is a panel or line id, or undefined for the beginning. */
export function nextWarning(warnings: readonly Warning[], order: ReadonlyMap<string, number>, from: string | undefined, step: 1 | -1): Warning | undefined {
  const place = (warning: Warning) => order.get(warning.lineId ?? warning.panelId) ?? 0;
  const here = from === undefined ? undefined : order.get(from);
  if (here === undefined) return step === 1 ? warnings[0] : warnings.at(-1);
  return step === 1 ? (warnings.find((one) => place(one) > here) ?? warnings[0]) : (warnings.findLast((one) => place(one) < here) ?? warnings.at(-1));
}

/** Where each panel and line stands in the script. */
export function orderOf(book: Book): Map<string, number> {
  const order = new Map<string, number>();
  for (const chapter of book.chapters) for (const scene of chapter.scenes) for (const panel of scene.panels) {
    order.set(panel.id, order.size);
    for (const line of panel.lines) order.set(line.id, order.size);
  }
  return order;
}
