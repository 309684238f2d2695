import { expect, test } from 'vitest';
import { actionOf } from './action-of.ts';

const told = (language: 'en' | 'zh' | 'ja', ...texts: string[]) => actionOf(texts.map((text) => ({ text })), language);

test('half sentences become sentences, and bare tags are left out', () => {
  expect(told('en', 'She pushed open the door.', 'she shouted.')).toBe('She pushed open the door.');
  expect(told('en', 'she called from the top of the stairs,', 'He looked up')).toBe('She called from the top of the stairs. He looked up');
  expect(told('zh', '老周从后视镜里看着她。', '，问：', '雨更大了，')).toBe('老周从后视镜里看着她。雨更大了。');
  expect(told('ja', '雨が降っていた。', 'と言った。')).toBe('雨が降っていた。');
  expect(told('en')).toBe('');
});
