import type { UiLanguage } from '@komawari/contract';

const DAY_MS = 86_400_000;

/** As megabytes, from a thousand of them on as gigabytes; nothing is nothing. */
export function sayBytes(bytes: number, language: UiLanguage): string {
  const [unit, size] = bytes >= 1e9 ? ['gigabyte', 1e9] as const : bytes >= 1e6 || bytes === 0 ? ['megabyte', 1e6] as const : ['kilobyte', 1e3] as const;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: bytes >= 1e6 ? 1 : 0 }).format(bytes / size);
}

/** The day on which it leaves the trash. */
export function goesAt(deletedAt: string, trashDays: number): Date {
  return new Date(new Date(deletedAt).getTime() + trashDays * DAY_MS);
}

/** How full one's share is, 0 to 1, the trash in it: what is in it keeps one from making more. */
export function fullness({ usedBytes, trashBytes, quotaBytes }: { usedBytes: number; trashBytes: number; quotaBytes: number }): number {
  return quotaBytes === 0 ? 0 : Math.min(1, (usedBytes + trashBytes) / quotaBytes);
}
