import { expect, test } from 'vitest';
import { fieldOfRefusal, findFault, safeNext } from './rules.ts';
import { weighPassword } from './password-weight.ts';

const ALL = ['name', 'email', 'password'] as const;

test('the first fault from the top is told', () => {
  expect(findFault(ALL, { name: ' ', email: '', password: '' }, { isNew: true })?.field).toBe('name');
  expect(findFault(ALL, { name: 'x'.repeat(4000), email: '', password: '' }, { isNew: true })?.word).toBe('fieldNameLong');
  expect(findFault(ALL, { name: 'Mina', email: 'mina@sea', password: '' }, { isNew: true })?.field).toBe('email');
  expect(findFault(ALL, { name: 'Mina', email: 'mina@sea.example', password: 'short' }, { isNew: true })?.word).toBe('fieldPassword');
  expect(findFault(['email', 'password'], { name: '', email: 'mina@sea.example', password: 'short' }, { isNew: false })).toBeUndefined();
  expect(findFault(['email', 'password'], { name: '', email: 'mina@sea.example', password: '' }, { isNew: false })?.word).toBe('fieldPasswordEmpty');
});

test('signing in never leads to another site', () => {
  expect([safeNext('/comics/x?page=2'), safeNext(undefined), safeNext('//evil.example'), safeNext('https://evil.example'), safeNext('/\\evil.example')]).toEqual(['/comics/x?page=2', '/comics', '/comics', '/comics', '/comics']);
});

test('a refusal stands beside its field', () => {
  expect([fieldOfRefusal('accounts.password-common'), fieldOfRefusal('accounts.email-taken'), fieldOfRefusal('accounts.locked')]).toEqual(['password', 'email', undefined]);
});

test('length and variety make a password strong, its owner and repetition make it weak', () => {
  expect(weighPassword('', [])).toBe('none');
  expect(weighPassword('lantern', [])).toBe('short');
  expect(weighPassword('aaaaaaaaaaaaaaaa', [])).toBe('weak');
  expect(weighPassword('1234567890', [])).toBe('weak');
  expect(weighPassword('mina@sea.example', ['mina@sea.example'])).toBe('weak');
  expect(weighPassword('paper boats', [])).toBe('fair');
  expect(weighPassword('seven pale lanterns', [])).toBe('strong');
  expect(weighPassword('海边的灯塔和七盏旧灯笼', [])).toBe('strong');
});
