import { expect, test } from 'vitest';
import { embedCodeOf, isOnlyHere } from './embed-code.ts';

test('the code for a page leads to the bare reader', () => {
  expect(embedCodeOf('https://comics.example', 'abc_-9')).toMatch(/^<iframe src="https:\/\/comics\.example\/embed\/abc_-9" [^>]*allow="fullscreen"[^>]*><\/iframe>$/);
});

test('an address of this machine alone is known', () => {
  expect(['localhost', '127.0.0.1', '[::1]', 'koma.localhost'].map(isOnlyHere)).toEqual([true, true, true, true]);
  expect(['192.168.1.4', 'comics.example', '127.example'].map(isOnlyHere)).toEqual([false, false, false]);
});
