import type { ReadingPlace } from '@komawari/contract';

const MODES = ['single', 'double', 'scroll', 'guided'] as const;

/** The place kept in this browser for a book read by its link; whatever else stands there is no place. */
export function readPlaceOf(raw: string | undefined): ReadingPlace | undefined {
  try {
    const value: unknown = JSON.parse(raw ?? 'null');
    if (typeof value !== 'object' || value === null) return undefined;
    const { page, panelId, mode, language } = value as Record<string, unknown>;
    if (!Number.isInteger(page) || Number(page) < 1) return undefined;
    return { page: Number(page), panelId: typeof panelId === 'string' ? panelId : null, mode: MODES.find((one) => one === mode) ?? null, language: typeof language === 'string' ? language : null };
  } catch {
    return undefined;
  }
}
