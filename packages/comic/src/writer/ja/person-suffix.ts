/** What the last part of a noun tells of a person; what precedes it is open (化学者, 当番兵, 司会者, 金持ち). */
import type { PersonWord } from './person-nouns.ts';

const SUFFIXES: readonly (readonly [RegExp, PersonWord])[] = [
  [/(?:女|娘|婆|母|姉|妹|嫁|妻|尼|嬢|姫|婦|姐|后|嬶|婆さん|ばあさん|かみさん|おばさん|母さん|姉さん)$/, { gender: 'female', age: 'adult' }],
  [/(?:男|父|兄|弟|僧|爺|翁|息子|婿|坊主|士|侍|兵|将|王|殿|卿|爺さん|じいさん|おじさん|父さん|兄さん|おやじ)$/, { gender: 'male', age: 'adult' }],
  [/(?:童|児|小僧|赤子|子|子ども|坊や)$/, { age: 'child' }],
  [new RegExp(`(?:${[
    '者', '人', '屋', '師', '員', '長', '官', '役', '客', '生', '係', '家', '主', '番', '工', '丁', '夫', '頭', '工夫', '持ち', '持', '使い', '売り', '引き', 'ひき', '飼い', '守',
    '盗', '賊', '徒', '輩', '仲間', '記者',
    '博士', '教授', '司', '吏', '民', '囚', '医', '親', '友', '卒', '奴', 'やつ', '坊', 'んぼ', 'ん坊', '手', '員', '事', '相', '佐', '尉', '曹', '督', '訓導', '教頭', '上人', '聖',
  ].join('|')})$`), { age: 'adult' }],
];

export function personSuffix(word: string): PersonWord | undefined {
  return SUFFIXES.find(([suffix]) => suffix.test(word))?.[1];
}
