import { expect, test } from 'vitest';
import { readSubject } from './read-subject.ts';
import { findWordBounds } from './word-bounds.ts';

function subjectOf(clause: string, isOpening = true): string | undefined {
  const subject = readSubject(clause, { start: 0, end: clause.length }, findWordBounds(clause), isOpening);
  return subject && clause.slice(subject.start, subject.end);
}

test('what stands before the predicate is the subject, whoever it is', () => {
  expect(subjectOf('上官金童鼓足了勇气说')).toBe('上官金童');
  expect(subjectOf('那穿灰布衫的接口道')).toBe('那穿灰布衫的');
  expect(subjectOf('克拉弗冷冷地说')).toBe('克拉弗');
  expect(subjectOf('范时绎一丝不苟地打了个千')).toBe('范时绎');
  expect(subjectOf('婆婆摇头回答')).toBe('婆婆');
  expect(subjectOf('于是老瞎子站起身来说')).toBe('老瞎子');
  expect(subjectOf('福尔摩斯说')).toBe('福尔摩斯');
  expect(subjectOf('赵刚吼道')).toBe('赵刚');
});

test('a clause may have no subject of its own', () => {
  for (const clause of ['低声说', '向张廷玉说', '抬起头来说', '过了半天才说', '又对团哥说', '小心翼翼地问', '点了点头说', '嘴里说']) expect(subjectOf(clause)).toBeUndefined();
  expect(subjectOf('提醒道', false)).toBeUndefined();
});
