/** Sample pages for the letter sheet: dummy people, every kind of bubble, three languages. */
import type { Line } from '../src/model/book.ts';
import type { Point } from '../src/model/geometry.ts';
import type { Direction, Language, LineKind } from '../src/model/kinds.ts';
import type { PageToLetter, PanelToLetter } from '../src/letter/index.ts';

type Spoken = [who: string, kind: LineKind, text: string, more?: Partial<Line>];
type Cell = { polygon: [number, number][]; people?: [id: string, x: number, y: number, head: number][]; lines: Spoken[]; keepFree?: [number, number, number, number][] };
export type Sample = { name: string; page: PageToLetter };

/** A head of diameter `h` around (x, y); the face is its lower front part. */
function person([id, x, y, h]: [string, number, number, number]): PanelToLetter['people'][number] {
  return {
    id, headBox: { x: x - h / 2, y: y - h / 2, width: h, height: h }, faceBox: { x: x - h * 0.34, y: y - h * 0.25, width: h * 0.68, height: h * 0.66 },
    bodyBox: { x: x - h * 0.8, y: y + h / 2, width: h * 1.6, height: h * 2.4 }, mouth: { x, y: y + h * 0.24 },
  };
}

function pageOf(name: string, language: Language, direction: Direction, isVertical: boolean, cells: Cell[]): Sample {
  let order = 0;
  const panels = cells.map((cell, i): PanelToLetter => ({
    id: `p${i}`,
    polygon: cell.polygon.map(([x, y]): Point => ({ x, y })),
    people: (cell.people ?? []).map(person),
    keepFree: (cell.keepFree ?? []).map(([x, y, width, height]) => ({ x, y, width, height })),
    lines: cell.lines.map(([who, kind, text, more]): Line => ({
      id: `l${order}`, kind, speaker: who, ...(who === '' ? {} : { speakerId: who }), text: { [language]: text }, ruby: [], order: order++, isOffPanel: false, isQuoted: true, continues: false, ...more,
    })),
  }));
  return { name, page: { number: 1, width: 1075, height: 1518, safe: 40, panels, language, direction, isVertical, seed: 7 } };
}

const mirror = (polygon: [number, number][]): [number, number][] => polygon.map(([x, y]): [number, number] => [1075 - x, y]).reverse();

const A: [number, number][] = [[62, 72], [560, 72], [520, 480], [62, 500]];
const B: [number, number][] = [[574, 72], [1003, 72], [1003, 460], [534, 479]];
const C: [number, number][] = [[62, 526], [1003, 486], [1003, 900], [62, 900]];
const D: [number, number][] = [[62, 926], [420, 926], [380, 1440], [62, 1440]];
const E: [number, number][] = [[434, 926], [1003, 926], [1003, 1440], [394, 1440]];
const W: [number, number][] = [[62, 72], [1003, 72], [1003, 500], [62, 500]];

const EN1 = pageOf('en-kinds', 'en', 'ltr', false, [
  { polygon: A, people: [['mia', 190, 350, 130], ['ben', 410, 370, 130]], lines: [['', 'narration', 'The last bus left at nine.'], ['mia', 'speech', 'You said you would bring the umbrella this time!'], ['ben', 'speech', 'I did. It just happens to be a very small one.']] },
  { polygon: B, people: [['mia', 800, 350, 170]], lines: [['mia', 'thought', 'If I count to ten, maybe the rain will stop by itself...']] },
  { polygon: C, people: [['ben', 300, 760, 150], ['mia', 760, 750, 150]], lines: [['ben', 'shout', 'Run!'], ['mia', 'speech', "Wait, the bridge is under water. We'd have to swim across in the dark, and I left my boots at your grandmother's house."], ['', 'sfx', 'KRAKOOM']] },
  { polygon: D, people: [['ben', 220, 1240, 150]], lines: [['ben', 'whisper', "Don't move. It can hear us."], ['', 'sfx', 'drip']] },
  { polygon: E, people: [['mia', 840, 1220, 160]], lines: [['Voice', 'speech', 'Hello? Is anybody down there?', { isOffPanel: true }], ['mia', 'speech', 'Yes! Down here!'], ['', 'narration', 'Nobody ever told the story the same way twice.']] },
]);

const JA = (name: string, polygonOf: (p: [number, number][]) => [number, number][], x: (v: number) => number): Sample => pageOf(name, 'ja', 'rtl', true, [
  { polygon: polygonOf(A), people: [['葵', x(380), 360, 150]], lines: [['', 'narration', '放課後、雨が降り出した。'], ['葵', 'speech', 'あれ……？　傘、忘れちゃった。']] },
  { polygon: polygonOf(B), people: [['蓮', x(800), 340, 150]], lines: [['蓮', 'speech', '心配するなって。俺のを半分貸してやるよ、ほら、早く入れ！'], ['蓮', 'thought', '（本当は、ずっと待ってたんだけどな）']] },
  { polygon: polygonOf(C), people: [['葵', x(300), 760, 140], ['蓮', x(760), 750, 150]], lines: [['葵', 'shout', '走れーっ!!'], ['蓮', 'speech', '「12時までに帰れ」って、母さんがTVの前で怒ってた。「ウルトラマン」が始まるからって、理由にならないだろう？'], ['', 'sfx', 'ザーッ']] },
  { polygon: polygonOf(D), people: [['葵', x(220), 1260, 150]], lines: [['葵', 'whisper', 'ねえ、誰かいるよ……']] },
  { polygon: polygonOf(E), people: [['蓮', x(840), 1220, 160]], lines: [['声', 'speech', '君たち、こんな所で何をしているんだね？', { isOffPanel: true }], ['蓮', 'speech', '龍神様に、雨を止めてもらいに来ました。', { ruby: [{ start: 0, end: 2, text: 'りゅうじん' }, { start: 4, end: 5, text: 'あめ' }] }], ['', 'sfx', 'ゴゴゴ']] },
]);

const ZH = (isVertical: boolean): Sample => pageOf(isVertical ? 'zh-vertical' : 'zh-kinds', 'zh', isVertical ? 'rtl' : 'ltr', isVertical, [
  { polygon: isVertical ? mirror(A) : A, people: [['小雨', 380, 370, 140]], lines: [['', 'narration', '放学以后，天忽然黑了下来。'], ['小雨', 'speech', '糟糕，我又忘记带伞了……']] },
  { polygon: isVertical ? mirror(B) : B, people: [['阿杰', isVertical ? 280 : 800, 350, 150]], lines: [['阿杰', 'speech', '别担心，我带了伞！“一把伞可以撑两个人”，这可是你自己说过的。'], ['阿杰', 'thought', '其实我等了她整整一个小时。']] },
  { polygon: isVertical ? mirror(C) : C, people: [['小雨', 300, 760, 140], ['阿杰', 760, 750, 150]], lines: [['小雨', 'shout', '快跑！'], ['阿杰', 'speech', '等一下，前面的桥已经被水淹了，我们要是现在游过去，天黑之前恐怕到不了奶奶家。'], ['小雨', 'speech', '那怎么办？'], ['', 'sfx', '轰隆隆']] },
  { polygon: isVertical ? mirror(D) : D, people: [['阿杰', isVertical ? 860 : 220, 1260, 140]], lines: [['阿杰', 'whisper', '嘘，别出声。']] },
  { polygon: isVertical ? mirror(E) : E, people: [['小雨', isVertical ? 240 : 840, 1220, 150]], lines: [['声音', 'speech', '喂——下面有人吗？', { isOffPanel: true }], ['小雨', 'speech', '有！我们在2024年的老井里，一共3个人，快报119！'], ['', 'narration', '后来，没有人相信这个故事。']] },
]);

const LONG = 'I have told you this a hundred times, and I will tell you again tonight, because nobody in this house ever listens to an old woman: the lamp in the tower is not a lamp. It is an eye! When the wind turns north it opens, and it looks for the one who carries the key. Your father laughed, and where is he now? So keep it under your shirt, keep away from the windows, and never, never answer when it calls your name.';

export const SAMPLES: Sample[] = [
  EN1,
  JA('ja-kinds', mirror, (v) => 1075 - v),
  ZH(false),
  ZH(true),
  pageOf('en-long', 'en', 'ltr', false, [
    { polygon: W, people: [['gran', 250, 330, 150], ['tim', 840, 380, 120]], lines: [['gran', 'speech', LONG]] },
    { polygon: C, people: [['tim', 300, 760, 150], ['gran', 760, 750, 150]], lines: [['tim', 'speech', 'What key?'], ['gran', 'speech', 'That key.'], ['tim', 'speech', 'Oh.'], ['gran', 'speech', 'Exactly.'], ['tim', 'thought', 'I am in so much trouble.'], ['tim', 'speech', 'And if it has seen me already?']] },
    { polygon: [[62, 926], [300, 926], [300, 1150], [62, 1150]], people: [['tim', 200, 1080, 90]], lines: [['tim', 'speech', 'It is only a small panel, but I have quite a lot to say in it.']] },
    { polygon: [[62, 1170], [300, 1170], [300, 1440], [62, 1440]], people: [], lines: [['', 'narration', LONG + LONG + LONG]] },
    { polygon: [[320, 926], [1003, 926], [1003, 1440], [320, 1440]], people: [['gran', 560, 1180, 200], ['tim', 820, 1240, 150]], keepFree: [[600, 1300, 120, 90]], lines: [['gran', 'shout', 'Get down!'], ['tim', 'shout', 'Incomprehensibilities!'], ['tim', 'speech', '😀 I love ★ and ♥ and 🎵 — naïve café; 漢字 too… عربي'], ['', 'sfx', 'FWOOOSH']] },
  ]),
  pageOf('ja-dense', 'ja', 'rtl', true, [
    { polygon: W, people: [['葵', 760, 330, 150], ['蓮', 300, 340, 150]], lines: [['葵', 'speech', 'どうして黙ってたの？'], ['蓮', 'speech', '言えるわけないだろ。'], ['葵', 'speech', 'だって、友達でしょ！'], ['蓮', 'speech', '……ごめん。'], ['葵', 'thought', 'ばか。'], ['蓮', 'whisper', '明日、必ず話すから。']] },
    { polygon: mirror(C), people: [['先生', 540, 740, 180]], lines: [['先生', 'speech', '昔々、この山には一匹の白い狐が住んでいて、満月の夜になると村へ降りてきては、人の言葉で歌を歌ったそうだ。村人たちは恐れながらも、その歌を聴くと不思議に涙がこぼれたという。やがて都から来た若い侍が、狐を捕らえると言い出した……。']] },
    { polygon: mirror(D), people: [['葵', 860, 1240, 160]], lines: [['葵', 'shout', 'えええっ!?　嘘でしょう？']] },
    { polygon: mirror(E), people: [['蓮', 240, 1220, 150], ['葵', 480, 1230, 150]], lines: [['蓮', 'speech', '「静かに。」と彼は言った（たぶん）。'], ['葵', 'speech', 'Wi-FiもないしiPhoneも圏外、残り5%…。'], ['蓮', 'speech', '2人で10km歩くか？'], ['', 'sfx', 'ドドドドド']] },
  ]),
];
