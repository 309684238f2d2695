import type { UiLanguage } from '@komawari/contract';
import type { Db, Tx } from '../../../db/client.ts';
import type { App } from '../../../kernel/app.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import type { Mail } from '../../../ports/mailer.ts';
import { seal, sealingKeys, unseal } from '../../../kernel/seal.ts';
import type { User } from '../store.ts';
import { addLetter, claimLetter, LETTER_SEAL, removeLetter, setNextTry, type LetterRow } from './letter-store.ts';
import { writeLetter, type LetterFacts, type LetterKind } from './write-letter.ts';

type Addressee = { email: string; name?: string | undefined; language: string | null; timeZone?: string | null };
type LetterOrder = { kind: LetterKind; to: Addressee; path?: string; facts?: Omit<LetterFacts, 'site' | 'name' | 'at' | 'validFor'>; at?: Date; validMinutes?: number };

/** Longer than any mail server is waited for: until then the letter is in the hands of who wrote it. */
const IN_HAND_MS = 60_000;
const PATIENCE_MS = 3 * 86_400_000;
const MINUTE_MS = 60_000;

/** Hands a letter over that is stored. True when it was accepted; else it is tried again, or `forget` says that it is not. */
export type HandOver = (options?: { forget?: boolean }) => Promise<boolean>;

/**
 * Writes a letter in the language of its addressee and stores it, sealed, beside what it tells of: in the caller's
 * transaction, so that there is neither a link without its letter nor a letter of what never was. To be handed over
 * once that has committed; should the process end before, `sendWaitingLetters` does it.
 */
export async function putLetter({ app, language: asked }: Pick<Ctx, 'app' | 'language'>, db: Db | Tx, order: LetterOrder): Promise<HandOver> {
  const { clock, ids } = app.ports;
  const mail = mailOf(app, asked, order);
  const [id, now] = [ids.next('letter'), clock.now()];
  const giveUpAt = new Date(now.getTime() + (order.validMinutes === undefined ? PATIENCE_MS : order.validMinutes * MINUTE_MS));
  await addLetter(db, { id, kind: order.kind, sealed: seal(JSON.stringify(mail), sealOptions(app, id)), nextAt: new Date(now.getTime() + IN_HAND_MS), giveUpAt, now });
  return (options) => handOver(app, { id, kind: order.kind, mail }, options);
}

/**
 * Stores a letter and hands it over in the background: whether there is somebody to write to must not show in how
 * long an answer takes. For what is told without having changed anything.
 */
export async function sendLetter(ctx: Pick<Ctx, 'app' | 'language'>, order: LetterOrder): Promise<void> {
  const hand = await putLetter(ctx, ctx.app.client.db, order);
  void hand();
}

/** A chore: letters that were not accepted, or whose process ended, are tried again, later each time, until nobody has a use for them. */
export async function sendWaitingLetters(app: App, stop: AbortSignal): Promise<void> {
  const { db } = app.client;
  while (!stop.aborted) {
    const now = app.ports.clock.now();
    const row = await claimLetter(db, { now, nextAt: new Date(now.getTime() + IN_HAND_MS) });
    if (!row) return;
    const mail = row.give_up_at <= now ? undefined : opened(app, row);
    if (!mail) {
      app.log.error({ letter: row.kind, tries: row.tries }, 'a letter was given up');
      await removeLetter(db, row.id);
    } else if (!(await handOver(app, { id: row.id, kind: row.kind, mail }))) await setNextTry(db, row.id, new Date(now.getTime() + Math.min(60, 2 ** row.tries) * MINUTE_MS));
  }
}

async function handOver(app: App, letter: { id: string; kind: string; mail: Mail }, options: { forget?: boolean } = {}): Promise<boolean> {
  const isAccepted = await app.ports.mailer.send(letter.mail).then(() => true, (error: unknown) => {
    app.log.error({ err: error, letter: letter.kind }, 'a letter could not be sent');
    return false;
  });
  // One that can not be crossed off is sent once more: better twice than never.
  if (isAccepted || options.forget) await removeLetter(app.client.db, letter.id).catch((error: unknown) => app.log.warn({ err: error, letter: letter.kind }, 'a letter could not be crossed off'));
  return isAccepted;
}

/** Undefined for one that was sealed with another secret. */
function opened(app: App, row: LetterRow): Mail | undefined {
  try {
    return JSON.parse(unseal(row.sealed, sealOptions(app, row.id))) as Mail;
  } catch {
    return undefined;
  }
}

function sealOptions(app: App, id: string) {
  return { ...sealingKeys(app.config.secrets), purpose: LETTER_SEAL, owner: id };
}

function mailOf(app: App, asked: UiLanguage, { kind, to, path, facts, at, validMinutes }: LetterOrder): Mail {
  const language = (to.language ?? asked) as UiLanguage;
  const site = URL.parse(app.config.publicUrl)?.host ?? 'Komawari';
  return writeLetter({
    kind, to: to.email, language, ...(path === undefined ? {} : { url: app.config.publicUrl + path }),
    facts: {
      site: `Komawari (${site})`, ...facts, ...(to.name === undefined ? {} : { name: to.name }),
      ...(at ? { at: timeOf(at, language, to.timeZone) } : {}), ...(validMinutes ? { validFor: spanOf(validMinutes, language) } : {}),
    },
  });
}

export function addresseeOf(user: User): Addressee {
  return { email: user.email, name: user.name, language: user.language, timeZone: user.time_zone };
}

function timeOf(at: Date, language: UiLanguage, timeZone: string | null | undefined): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: timeZone ?? 'UTC' }).format(at) + (timeZone ? '' : ' (UTC)');
}

function spanOf(minutes: number, language: UiLanguage): string {
  const [value, unit] = minutes < 120 ? [minutes, 'minute'] : [Math.round(minutes / 60), 'hour'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
