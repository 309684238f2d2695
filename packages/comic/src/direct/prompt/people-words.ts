/** The people and animals that a description of a picture names: [who it is, English, Chinese, Japanese]. */
import type { Age, Gender } from '../../model/kinds.ts';

type Somebody = { gender?: Gender; age?: Age; being?: string };
export type PeopleRow = readonly [of: readonly Somebody[], en: string, zh: string, ja: string];

const F = 'female';
const M = 'male';

export const PEOPLE_WORDS: readonly PeopleRow[] = [
  [[{ gender: F, age: 'child' }], 'little girl|small girl|young girl|daughter|granddaughter|little sister', '小女孩|小姑娘|女儿|孙女|妹妹|女童', '小さな女の子|幼い女の子|孫娘|女の子|妹|幼女'],
  [[{ gender: M, age: 'child' }], 'little boy|small boy|young boy|son|grandson|little brother', '小男孩|儿子|孙子|弟弟|男童', '小さな男の子|幼い男の子|男の子|孫息子|息子|弟|孫'],
  [[{ age: 'child' }], 'child|kid|toddler|baby', '孩子|小孩|宝宝|婴儿|小朋友', '子供|子ども|赤ちゃん|幼児'],
  [[{ age: 'child' }, { age: 'child' }], 'children|kids', '孩子们|小朋友们', '子供たち|子どもたち'],
  [[{ gender: F, age: 'teen' }], 'girl|schoolgirl|teenage girl|magical girl', '女孩|少女|女生|姑娘|女学生|女孩子', '少女|女子高生|女学生|女子|娘'],
  [[{ gender: M, age: 'teen' }], 'boy|schoolboy|teenage boy|youth', '男孩|少年|男生|男学生|小伙子', '少年|男子高生|男子|男子学生'],
  [[{ age: 'teen' }], 'student|teenager|pupil|classmate', '学生|同学|高中生|中学生', '高校生|中学生|学生|生徒'],
  [[{ age: 'teen' }, { age: 'teen' }], 'friends|classmates|teenagers|students', '朋友们|好朋友|同学们', '友達|友人たち|親友'],
  [[{ gender: F, age: 'old' }], 'old woman|old lady|elderly woman|grandmother|grandma|granny', '老奶奶|奶奶|外婆|老太太|老妇人|老婆婆|姥姥', 'おばあさん|おばあちゃん|祖母|老婆|老女|老婦人'],
  [[{ gender: M, age: 'old' }], 'old man|elderly man|grandfather|grandpa|old fisherman|old wizard|old king|old sailor|old monk', '老爷爷|爷爷|外公|老人|老头|老头子|老渔夫|老爷子|老汉|老者', 'おじいさん|おじいちゃん|祖父|老人|老漁師|老紳士|爺さん'],
  [[{ gender: F, age: 'old' }, { gender: M, age: 'old' }], 'old couple|elderly couple|grandparents', '老夫妻|老两口', '老夫婦'],
  [[{ gender: F, age: 'adult' }, { gender: M, age: 'adult' }], 'couple|lovers|bride and groom', '情侣|恋人|夫妻|小两口', 'カップル|恋人たち|恋人|夫婦'],
  [[{ gender: F, age: 'adult' }, { gender: M, age: 'adult' }, { age: 'child' }], 'family', '一家人|一家三口|全家', '家族'],
  [[{ gender: F, age: 'adult' }], 'woman|lady|mother|mum|mom|wife|aunt|sister|queen|princess|witch|nurse|waitress|maid|bride|heroine|businesswoman|policewoman|actress|priestess|nun|empress|mermaid|dancer|ballerina', '女人|女子|妇女|女士|母亲|妈妈|妻子|姐姐|阿姨|女王|公主|女巫|护士|女仆|新娘|女服务员|女侠|仙女|女老师|女医生|美女|皇后|舞者|女性', '女性|女の人|女|母親|お母さん|母|妻|姉|女王|王女|お姫様|姫|魔女|看護師|メイド|花嫁|巫女|女医|女教師|美女'],
  [[{ gender: M, age: 'adult' }], 'man|gentleman|father|dad|husband|uncle|brother|king|prince|wizard|knight|samurai|fisherman|monk|businessman|policeman|groom|cowboy|viking|emperor|swordsman|butler|priest|sorcerer', '男人|男子|先生|父亲|爸爸|丈夫|叔叔|哥哥|国王|王子|巫师|骑士|武士|渔夫|和尚|书生|侠客|皇帝|剑客|将军|男性|道士|牛仔', '男性|男の人|男|父親|お父さん|父|夫|兄|王様|王子|魔法使い|騎士|侍|漁師|僧侶|浪人|剣士|殿様|将軍|お坊さん|神父'],
  [[{ age: 'adult' }], 'person|detective|doctor|teacher|chef|cook|baker|soldier|pirate|captain|sailor|farmer|astronaut|scientist|ninja|hero|warrior|painter|artist|musician|guitarist|pianist|singer|driver|pilot|waiter|clerk|shopkeeper|thief|traveller|traveler|adventurer|librarian|engineer|mechanic|athlete|runner|cyclist|boxer|writer|reporter|photographer|hunter|archer|elf|vampire|superhero|gardener|police officer|firefighter|hacker|barista', '侦探|医生|老师|厨师|面包师|士兵|海盗|船长|水手|农民|农夫|宇航员|科学家|忍者|英雄|战士|画家|艺术家|音乐家|歌手|司机|飞行员|服务员|店员|小偷|旅人|冒险者|工程师|运动员|拳击手|作家|记者|摄影师|猎人|精灵|吸血鬼|警察|消防员|老板|旅行者|路人', '探偵|医者|先生|教師|料理人|シェフ|兵士|海賊|船長|水夫|農夫|宇宙飛行士|科学者|忍者|英雄|勇者|戦士|画家|芸術家|音楽家|歌手|運転手|パイロット|店員|店主|泥棒|旅人|冒険者|技師|選手|ボクサー|作家|記者|写真家|猟師|エルフ|吸血鬼|警官|刑事|消防士|人物'],
  [[{ being: 'robot' }], 'robot|android|cyborg', '机器人|仿生人', 'ロボット|アンドロイド'],
  [[{ being: 'ghost' }], 'ghost|phantom|spirit', '幽灵|鬼魂|鬼', '幽霊|お化け'],
];

/** Animals that are people's company or stand alone; English, Chinese, Japanese, as the writer of stories knows them. */
export const ANIMAL_WORDS: readonly (readonly [being: string, en: string, zh: string, ja: string])[] = [
  ['cat', 'cat|kitten', '猫|小猫|黑猫|白猫|猫咪', '猫|子猫|黒猫|白猫|ねこ|ネコ'], ['dog', 'dog|puppy', '狗|小狗|狗狗', '犬|子犬|いぬ|イヌ'], ['fox', 'fox', '狐狸', '狐|きつね|キツネ'],
  ['rabbit', 'rabbit|bunny', '兔子|小兔', '兎|うさぎ|ウサギ'], ['bear', 'bear', '熊|小熊', '熊|くま|クマ'], ['bird', 'bird|crow|raven|owl|penguin', '鸟|小鸟|乌鸦|猫头鹰|企鹅', '鳥|小鳥|カラス|ふくろう|ペンギン'], ['wolf', 'wolf', '狼', '狼|オオカミ'],
  ['tiger', 'tiger', '老虎', '虎|トラ'], ['lion', 'lion', '狮子', 'ライオン'], ['horse', 'horse|pony|unicorn', '马|独角兽', '馬|ユニコーン'], ['dragon', 'dragon', '龙|巨龙', '竜|龍|ドラゴン'], ['mouse', 'mouse', '老鼠', 'ねずみ|ネズミ'], ['frog', 'frog', '青蛙', '蛙|カエル'],
  ['monkey', 'monkey', '猴子', '猿|サル'], ['panda', 'panda', '熊猫', 'パンダ'], ['pig', 'pig', '小猪|猪', '豚|ブタ'], ['turtle', 'turtle', '乌龟', '亀|カメ'],
];
