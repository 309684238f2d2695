import { expect, test } from 'vitest';
import { scriptBook } from '../make/script-book.ts';
import { seededRandom } from '../model/random.ts';
import { makeActor } from './acting.ts';
import { nameBlanker } from './cast-names.ts';
import { romanceIn } from './words/romance.ts';

function scenesOf(text: string) {
  return scriptBook(text).chapters.flatMap((chapter) => chapter.scenes);
}

test.each([
  ['en', 'They loved the soup. The wedding date was on the wall, and Grandmother had made it with love.'],
  ['en', 'His heart beat fast, and his heart beat again.'], ['zh', '奶奶爱喝茶，孩子爱吃糖。'], ['zh', '他的口吻很平静，和记录吻合。'],
  ['ja', '姉の結婚の日、母は愛を込めて弁当を作った。'], ['ja', '彼はテキストを開いた。'],
] as const)('a bare word makes no romance: %s %s', (language, text) => expect(romanceIn(text, language)).toBeUndefined());

test.each([
  ['en', 'She kissed him.'], ['en', 'He blushed when she called him darling.'], ['zh', '他低头吻了她。'], ['zh', '约会那天，她一直脸红。'],
  ['ja', '二人はキスをした。'], ['ja', '初恋の人からのラブレターだった。'],
] as const)('a kiss or two different cues do: %s %s', (language, text) => expect(romanceIn(text, language)?.concept).toBe('romantic'));

test.each([
  '在厨房里，奶奶看着小满。\n\n“小满，奶奶爱你。”奶奶说。\n\n奶奶吻了小满的额头。\n\n“我也爱你。”小满说。',
  'Nora, a girl of nine, sat in the kitchen with Ada.\n\n"I love you, Nora," said Ada.\n\nAda kissed Nora.\n\n"I love you too," said Nora.',
])('where a child or a grandmother is one of the two, a kiss is no romance and nobody has hearts in the eyes: %#', (text) => {
  const scenes = scenesOf(text);
  expect(scenes.map((scene) => scene.mood)).not.toContain('romantic');
  expect(scenes.flatMap((scene) => scene.panels).flatMap((panel) => panel.characters).map((person) => person.expression)).not.toContain('loving');
});

test('a romantic mood alone puts no hearts in the eyes', () => {
  const faces = Array.from({ length: 40 }, (_, seed) => makeActor('en')
    .expression({ cue: '', said: 'The tea is here.', told: '' }, 'romantic', seededRandom(`${seed}`)).expression);
  expect(faces).not.toContain('loving');
});

test.each([
  ['zh', ['小雪', '夏雷'], '小雪和夏雷走进来。', '__和__走进来。'], ['ja', ['影山さん', '雪子'], '影山が雪子を見た。', '__が__を見た。'],
  ['en', ['Mr. Frost', 'May'], 'Frost may ask May about the frost.', '_____ may ask ___ about the frost.'],
  ['en', ['the night watchman'], 'That night the watchman slept.', 'That night the watchman slept.'],
] as const)('names are blanked, words are kept: %s %s', (language, names, text, blanked) => {
  expect(nameBlanker(names.map((name) => ({ name, aliases: [] })), language)(text)).toBe(blanked);
});

test.each([
  '小雪坐在教室里看书。\n\n“夏雷，你来了。”小雪说。\n\n夏雷放下书包。\n\n“小雪，早。”夏雷说。',
  '教室で雪子は本を読んでいた。\n\n「影山さん、おはよう」と雪子が言った。\n\n影山が席に着いた。\n\n「おはよう、雪子さん」と影山が言った。',
  'Mr. Frost sat in the classroom.\n\n"You may begin," said Mr. Frost.\n\nMay opened her book.\n\n"I have read it, Mr. Frost," said May.',
])('names make no weather, season or dark mood: %#', (text) => {
  for (const scene of scenesOf(text)) expect([scene.weather, scene.season, scene.mood]).toEqual(['clear', 'summer', 'calm']);
});

test.each([
  ['外面下雪了，小雪站在街上。\n\n“好冷。”小雪说。', 'snow', 'winter'], ['雪が降る道で雪子は待っていた。\n\n「寒い」と雪子が言った。', 'snow', 'winter'],
  ['It was raining in April, and Tom stood in the street.\n\n"Wet," said Tom.', 'rain', 'spring'],
])('real weather stays: %s', (text, weather, season) => expect(scenesOf(text)[0]).toMatchObject({ weather, season }));
