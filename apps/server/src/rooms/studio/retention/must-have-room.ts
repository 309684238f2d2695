import type { OwnerRef, UiLanguage } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findAllTaken, findRules, findTaken } from './keeping-store.ts';

/** What all have is measured again when it is older. */
const MEASURED_MS = 60_000;

/**
 * Before anything is begun that would be stored. Throws `studio.quota-full` where one's own share is used up, and
 * `studio.disk-full` where all together have used up what there is.
 */
export async function mustHaveRoom(app: App, owner: OwnerRef, language: UiLanguage): Promise<void> {
  const { db } = app.client;
  const { quotaBytes, totalBytes } = await findRules(db);
  if (quotaBytes > 0) {
    const { usedBytes, trashBytes } = await findTaken(db, owner);
    if (usedBytes >= quotaBytes) throw new AppError('studio.quota-full', { detail: shareOf({ usedBytes, trashBytes, mostBytes: quotaBytes }, language) });
  }
  if (totalBytes > 0) {
    const now = app.ports.clock.now();
    const usedBytes = await findAllTaken(db, { since: new Date(now.getTime() - MEASURED_MS), now });
    if (usedBytes >= totalBytes) throw new AppError('studio.disk-full', { detail: `${megabytes(usedBytes, language)} / ${megabytes(totalBytes, language)}` });
  }
}

const TRASH: Readonly<Record<UiLanguage, (bytes: string) => string>> = { en: (bytes) => `, ${bytes} of it in the trash`, 'zh-CN': (bytes) => `，其中回收站 ${bytes}`, ja: (bytes) => `（うちゴミ箱 ${bytes}）` };

function shareOf({ usedBytes, trashBytes, mostBytes }: { usedBytes: number; trashBytes: number; mostBytes: number }, language: UiLanguage): string {
  return `${megabytes(usedBytes, language)} / ${megabytes(mostBytes, language)}${trashBytes > 0 ? TRASH[language](megabytes(trashBytes, language)) : ''}`;
}

function megabytes(bytes: number, language: UiLanguage): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: bytes >= 1e9 ? 'gigabyte' : 'megabyte', maximumFractionDigits: 1 }).format(bytes / (bytes >= 1e9 ? 1e9 : 1e6));
}
