import { expect, test } from 'vitest';
import { pageStateOf } from './page-state.ts';

const calm = { saving: 'saved', isReachable: true, isFaulty: false, isFileMissing: false, isMaking: false, isBehind: false } as const;

test('what is saved and in the files is told quietly', () => expect(pageStateOf(calm)).toEqual({ state: 'saved', word: 'saved', isLoud: false }));

test('without a way to the server it says so, also while nothing waits to be sent', () => {
  expect(pageStateOf({ ...calm, isReachable: false, isBehind: true })).toMatchObject({ state: 'offline', word: 'saving-offline', isLoud: true });
  expect(pageStateOf({ ...calm, saving: 'offline' })).toMatchObject({ state: 'offline', isLoud: true });
});

test('a comic that is gone, and a session that ended, are told before the way', () => {
  expect(pageStateOf({ ...calm, saving: 'gone', isReachable: false })).toMatchObject({ state: 'gone', isLoud: true });
  expect(pageStateOf({ ...calm, saving: 'signed-out', isReachable: false })).toMatchObject({ state: 'signed-out', isLoud: true });
});

test('a file that the server has not got is no lost way: it is told as what it is, before a page that cannot be set', () => {
  expect(pageStateOf({ ...calm, isFaulty: true, isFileMissing: true })).toEqual({ state: 'file-missing', word: 'fileMissing', short: 'fileMissingShort', isLoud: true });
  expect(pageStateOf({ ...calm, isFileMissing: true, isReachable: false })).toMatchObject({ state: 'offline' });
});

test('a page that cannot be set comes before what is made of it; saving goes first, then making, then what is behind', () => {
  expect(pageStateOf({ ...calm, isFaulty: true, isMaking: true })).toMatchObject({ state: 'fault', isLoud: true });
  expect(pageStateOf({ ...calm, saving: 'saving', isMaking: true })).toMatchObject({ word: 'saving-saving', isLoud: false });
  expect(pageStateOf({ ...calm, isMaking: true, isBehind: true })).toMatchObject({ state: 'saved', word: 'pagesMaking' });
  expect(pageStateOf({ ...calm, isBehind: true })).toMatchObject({ state: 'saved', word: 'pagesBehind', short: 'pagesBehindShort' });
});
