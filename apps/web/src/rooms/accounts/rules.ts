/** What an account's fields must hold before they are sent; the server asks again. */
import type { WordKey } from '../../language/namespaces.ts';

export type AccountField = 'name' | 'email' | 'password';
export type AccountFields = Record<AccountField, string>;

/** The first fault from the top, or undefined. */
export function findFault(kind: 'welcome' | 'sign-in', fields: AccountFields): { field: AccountField; word: WordKey<'accounts'> } | undefined {
  if (kind === 'welcome' && fields.name.trim() === '') return { field: 'name', word: 'fieldName' };
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(fields.email.trim())) return { field: 'email', word: 'fieldEmail' };
  if (kind === 'welcome' && (fields.password.length < 10 || fields.password.length > 128)) return { field: 'password', word: 'fieldPassword' };
  if (fields.password === '') return { field: 'password', word: 'fieldPasswordEmpty' };
  return undefined;
}

/** Where a visitor goes after signing in: an address of this app, nothing else. */
export function safeNext(next: string): string {
  return /^\/(?![/\\])/.test(next) ? next : '/comics';
}
