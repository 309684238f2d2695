/** All that the meter found, as far as it is known: the page on the desk as it stands, others as seen here or as the server made them. Pure. */
import type { Comic } from '@komawari/contract';
import type { Problem } from '@komawari/comic/by-hand';

export type Place = { code: Problem['code']; page: number; panelId: string; lineId: string; box?: Problem['box'] | undefined };

export function problemsOfBook(made: Comic['problems'], seen: ReadonlyMap<number, readonly Problem[]>, changed: ReadonlySet<number>, open: number): Place[] {
  const others = made.filter(({ page }) => page !== open && !(changed.has(page) && seen.has(page)));
  const live = [...seen].filter(([page]) => page === open || changed.has(page)).flatMap(([page, problems]) => problems.map((problem) => ({ ...problem, page })));
  return [...others.map((problem) => ({ ...problem, code: problem.code as Problem['code'] })), ...live].sort((a, b) => a.page - b.page);
}

/**
 * One row a place, but one row for all lines that wait for a translation: a book new in a language has hundreds of
 * them. A row leads to its first place.
 */
export function rowsOf(problems: readonly Place[]): { place: Place; count: number }[] {
  const waiting = problems.filter(({ code }) => code === 'untranslated').length;
  const first = problems.find(({ code }) => code === 'untranslated');
  return problems.filter((place) => place.code !== 'untranslated' || place === first).map((place) => ({ place, count: place === first ? waiting : 1 }));
}

/** The most frequent first. */
export function countKinds(problems: readonly Place[]): { code: Place['code']; count: number }[] {
  const byKind = Map.groupBy(problems, ({ code }) => code);
  return [...byKind].map(([code, same]) => ({ code, count: same.length })).sort((a, b) => b.count - a.count);
}
