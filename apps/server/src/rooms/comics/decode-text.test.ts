import { describe, expect, test } from 'vitest';
import { AppError } from '../../kernel/errors.ts';
import { decodeText } from './decode-text.ts';
import { acceptText, provisionalTitle, readCursor } from './rules.ts';

const ZH = '林晚推开门，雨声一下子涌了进来。“你怎么来了？”她问。\n周明笑了笑：“我来还伞。”';
const JA = '雨の夜、駅のホームで少女は傘を差し出した。\n「どうぞ、使ってください」と彼女は言った。「ありがとう」';
const EN = 'The café was closed. “You’re late,” she said — naïvely hopeful.';

function utf16(text: string, isBig: boolean, hasMark: boolean): Uint8Array {
  const le = Buffer.from((hasMark ? '\ufeff' : '') + text, 'utf16le');
  return isBig ? le.swap16() : le;
}
// Fixed bytes, written by iconv: the platform can read these encodings but not write them.
const GB18030 = Buffer.from('c1d6cdedcdc6bfaac3c5a3acd3eac9f9d2bbcfc2d7d3d3bfc1cbbdf8c0b4a1a3a1b0c4e3d4f5c3b4c0b4c1cba3bfa1b1cbfdcecaa1a3', 'hex');
const SJIS = Buffer.from('894a82cc96e98141897782cc837a815b838082c58fad8f9782cd8e5082f08db782b58f6f82b582bd81428175', 'hex');

describe('reading the bytes of a story', () => {
  test.each([
    ['UTF-8', Buffer.from(ZH)], ['UTF-8 with a mark', Buffer.from(`\ufeff${ZH}`)],
    ['UTF-16LE with a mark', utf16(ZH, false, true)], ['UTF-16BE with a mark', utf16(ZH, true, true)],
    ['UTF-16LE without', utf16(ZH, false, false)], ['UTF-16BE without', utf16(ZH, true, false)],
  ])('Chinese as %s', (_name, bytes) => expect(decodeText(bytes)).toBe(ZH));

  test('GB18030', () => expect(decodeText(GB18030)).toBe('林晚推开门，雨声一下子涌了进来。“你怎么来了？”她问。'));
  test('Shift_JIS', () => expect(decodeText(SJIS)).toBe('雨の夜、駅のホームで少女は傘を差し出した。「'));
  test('Japanese as UTF-16', () => expect(decodeText(utf16(JA, false, false))).toBe(JA));
  test.each(['', '.'])('UTF-8 with a stray zero %s', (end) => expect(acceptText(decodeText(Buffer.from(`${EN}\u0000 ${EN}${end}`)))).toBe(`${EN} ${EN}${end}`));
  test.each([1, 2])('a short text with %i zeros', (zeros) => {
    const short = 'A fox ran over the hill, and nobody saw it.';
    expect(acceptText(decodeText(Buffer.from(short + '\u0000'.repeat(zeros))))).toBe(short);
    expect(() => decodeText(Buffer.from(short + '\u0000'.repeat(3)))).toThrow('comics.not-text');
  });
  test('Windows-1252', () => expect(decodeText(Buffer.from('The caf\xe9 was closed. \x93You\x92re late,\x94 she said \x97 na\xefvely hopeful.', 'latin1'))).toBe(EN));

  test.each([
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex')],
    ['random bytes', Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 167 + 13) % 256))],
    ['zeros', Buffer.alloc(64)],
    ['broken UTF-8', Buffer.concat([Buffer.from('hello '), Buffer.from([0xff, 0xfe, 0xfd, 0x81, 0x00, 0x01])])],
  ])('refuses %s', (_name, bytes) => {
    expect(() => acceptText(decodeText(bytes))).toThrow(AppError);
    expect(() => acceptText(decodeText(bytes))).toThrow('comics.not-text');
  });
});

describe('accepting a text', () => {
  test('keeps every word and drops what nothing can show', () => {
    expect(acceptText('a\r\nb\rc\u0000\u0007\ufeffd\te\ud800')).toBe('a\nb\ncd\te\ufffd');
  });
  test('counts characters, not code units', () => {
    expect(acceptText('😀'.repeat(200_000))).toHaveLength(400_000);
    expect(() => acceptText('😀'.repeat(200_001))).toThrow('comics.text-too-long');
  });
  test('names a comic by its first words until it has a title', () => {
    expect(provisionalTitle('\n\n# 雨の夜\n本文')).toBe('雨の夜');
    expect([...provisionalTitle('字'.repeat(100))].length).toBeLessThanOrEqual(22);
    expect(provisionalTitle('The old man went out to look for his dog, in the wet and empty streets.')).toBe('The old man went out to look for his dog…');
    expect(provisionalTitle('Short and whole.')).toBe('Short and whole.');
    expect(provisionalTitle(`${'a'.repeat(90)} b`)).toBe(`${'a'.repeat(42)}…`);
  });
  test('a cursor that is none of ours is bad input', () => {
    expect(() => readCursor('nonsense')).toThrow('request.invalid');
    expect(() => readCursor(`2030-01-01T00:00:00.000Z~'; drop table comic`)).toThrow('request.invalid');
    expect(readCursor(undefined)).toBeUndefined();
  });
});
