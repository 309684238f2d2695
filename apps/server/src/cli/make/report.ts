import { listPanels, type Book, type PagePlan } from '@komawari/comic/make';

export type MadeFile = { format: string; name: string; path: string; bytes: number };
export type MadeLine = { order: number; speaker: string; kind: string; text: string; page: number; panel: number; quoted: boolean; /** Somebody else is nearly as likely to speak. */ unsure: boolean };
export type MadeProblem = { code: string; page: number; panel: number; line: number };
export type MakeReport = { title: string; language: string; direction: string; format: string; files: MadeFile[]; pages: number; panels: number; lines: MadeLine[]; problems: MadeProblem[]; madeBy: Book['madeBy']; credits: string[]; seconds: number };

/** What `--json` prints: pages and panels are numbered from 1, pages as in the files. A line spread over panels is one entry. */
export function reportOf(book: Book, plan: PagePlan, made: { files: MadeFile[]; problems: readonly { code: string; page: number; panelId: string; lineId: string }[]; credits: string[]; seconds: number }): MakeReport {
  const panels = listPanels(book);
  const panelNumber = new Map(panels.map((panel, i) => [panel.id, i + 1]));
  const pageNumber = new Map(plan.pages.flatMap((page) => page.panels.map((panel) => [panel.id, page.number] as const)));
  const lines: MadeLine[] = [];
  const lineNumber = new Map<string, number>();
  for (const panel of panels) {
    for (const line of panel.lines) {
      const text = line.text[book.language] ?? '';
      const last = lines.at(-1);
      if (line.continues && last) last.text += text;
      else lines.push({ order: lines.length, speaker: line.speaker, kind: line.kind, text, page: pageNumber.get(panel.id) ?? 0, panel: panelNumber.get(panel.id) ?? 0, quoted: line.isQuoted, unsure: line.isUnsure ?? false });
      lineNumber.set(line.id, lines.length - 1);
    }
  }
  const problems = made.problems.map((problem) => ({ code: problem.code, page: problem.page, panel: panelNumber.get(problem.panelId) ?? 0, line: lineNumber.get(problem.lineId) ?? -1 }));
  return { title: book.title, language: book.language, direction: book.direction, format: book.format, files: made.files, pages: plan.pages.length, panels: panels.length, lines, problems, madeBy: book.madeBy, credits: made.credits, seconds: made.seconds };
}
