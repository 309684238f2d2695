import type { UiLanguage } from '@komawari/contract';
import type { App } from '../../../kernel/app.ts';
import type { Ctx } from '../../../kernel/ctx.ts';
import type { User } from '../store.ts';
import { writeLetter, type LetterFacts, type LetterKind } from './write-letter.ts';

type Addressee = { email: string; name?: string | undefined; language: string | null; timeZone?: string | null };
type LetterOrder = { kind: LetterKind; to: Addressee; path?: string; facts?: Omit<LetterFacts, 'site' | 'name' | 'at' | 'validFor'>; at?: Date; validMinutes?: number };

/**
 * Writes a letter in the language of its addressee and hands it over in the background: whether there is somebody
 * to write to must not show in how long an answer takes. A letter that fails is logged by its code.
 */
export function sendLetter(ctx: Ctx, order: LetterOrder): void {
  void deliver(ctx.app, ctx.language, order);
}

/** True when the letter was accepted for delivery. */
export async function deliver(app: App, asked: UiLanguage, { kind, to, path, facts, at, validMinutes }: LetterOrder): Promise<boolean> {
  const language = (to.language ?? asked) as UiLanguage;
  const site = URL.parse(app.config.publicUrl)?.host ?? 'Komawari';
  const letter = writeLetter({
    kind, to: to.email, language, ...(path === undefined ? {} : { url: app.config.publicUrl + path }),
    facts: {
      site: `Komawari (${site})`, ...facts, ...(to.name === undefined ? {} : { name: to.name }),
      ...(at ? { at: timeOf(at, language, to.timeZone) } : {}), ...(validMinutes ? { validFor: spanOf(validMinutes, language) } : {}),
    },
  });
  try {
    await app.ports.mailer.send(letter);
    return true;
  } catch (error) {
    app.log.error({ err: error, letter: kind }, 'a letter could not be sent');
    return false;
  }
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
