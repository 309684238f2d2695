import { expect, test } from 'vitest';
import { findFault, safeNext } from './rules.ts';

test('the first fault from the top is told', () => {
  expect(findFault('welcome', { name: ' ', email: '', password: '' })?.field).toBe('name');
  expect(findFault('welcome', { name: 'Mina', email: 'mina@sea', password: '' })?.field).toBe('email');
  expect(findFault('welcome', { name: 'Mina', email: 'mina@sea.example', password: 'short' })?.word).toBe('fieldPassword');
  expect(findFault('sign-in', { name: '', email: 'mina@sea.example', password: 'short' })).toBeUndefined();
  expect(findFault('sign-in', { name: '', email: 'mina@sea.example', password: '' })?.word).toBe('fieldPasswordEmpty');
});

test('signing in never leads to another site', () => {
  expect([safeNext('/comics/x?page=2'), safeNext('//evil.example'), safeNext('https://evil.example'), safeNext('/\\evil.example')]).toEqual(['/comics/x?page=2', '/comics', '/comics', '/comics']);
});
