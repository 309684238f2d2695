/** What an account's fields must hold before they are sent; the server asks again. */
import type { WordKey } from '../../../language/namespaces.ts';

export type AccountField = 'name' | 'email' | 'password';
export type AccountFields = Record<AccountField, string>;
type Found = { field: AccountField; word: WordKey<'accounts'> };

/** The first fault from the top among the fields that are `asked`, or undefined. A `new` password has its lengths. */
export function findFault(asked: readonly AccountField[], fields: AccountFields, { isNew }: { isNew: boolean }): Found | undefined {
  const faults: Record<AccountField, () => WordKey<'accounts'> | undefined> = {
    name: () => (fields.name.trim() === '' ? 'fieldName' : [...fields.name.trim()].length > NAME_MAX ? 'fieldNameLong' : undefined),
    email: () => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(fields.email.trim()) ? undefined : 'fieldEmail'),
    password: () => (fields.password === '' ? 'fieldPasswordEmpty' : isNew && (fields.password.length < 10 || fields.password.length > 128) ? 'fieldPassword' : undefined),
  };
  for (const field of asked) {
    const word = faults[field]();
    if (word !== undefined) return { field, word };
  }
  return undefined;
}

/** As the server counts: after everything that is not seen was taken out, so that this is never stricter. */
const NAME_MAX = 400;

/** Where a visitor goes after signing in: an address of this app, nothing else. */
export function safeNext(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/comics';
}

/** Beside which field a refusal of the server belongs; it stands above the button when beside none. */
export function fieldOfRefusal(code: string): AccountField | undefined {
  if (/^accounts\.password-/.test(code)) return 'password';
  if (code === 'accounts.email-taken') return 'email';
  return undefined;
}
