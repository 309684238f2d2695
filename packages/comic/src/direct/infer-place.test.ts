import { expect, test } from 'vitest';
import { scriptBook } from '../make/script-book.ts';

/** Kinds of the places of a story in order. */
function placesOf(text: string): string[] {
  const book = scriptBook(text);
  return book.chapters.flatMap((chapter) => chapter.scenes).map((scene) => book.bible.places.find((place) => place.id === scene.placeId)!.kind);
}

const ROOMS = [
  // English
  ['Mia closed the door behind her. "Nobody followed me," she said. Grandma poured the tea.', 'kitchen'],
  ['"It is still raining," said Tom. He looked out of the window. Anna said nothing.', 'living-room'],
  ['Sam sat down at the table. "We need to talk," he said. His father nodded slowly.', 'living-room'],
  ['The alarm clock rang. Lily pulled the covers over her head. "Five more minutes," she said.', 'bedroom'],
  ['The teacher wrote a word on the blackboard. "Who knows it?" she asked. Ben raised his hand.', 'classroom'],
  ['Dan switched on the television. "The match is over," said Joe. They had lost again.', 'living-room'],
  ['The nurse changed the bandage. "Does it hurt?" she asked. The boy shook his head.', 'hospital'],
  ['The waiter brought the menu. "The fish is good today," he said. Clara smiled at him.', 'restaurant'],
  ['"Dinner is late," said Paul. Maria stirred the soup and tasted it. "Nearly done," she said.', 'kitchen'],
  ['Ruth brushed her teeth. "Are you asleep yet?" called her brother. "No," she said.', 'bathroom'],
  ['Her boss put a folder beside the keyboard. "By five o\'clock," he said. Emma sighed.', 'office'],
  ['Leo fastened his seat belt. "Ready?" asked his sister. She started the engine.', 'car'],
  ['Nora drew the curtains. "Somebody is watching us," she whispered. The clock ticked.', 'living-room'],
  ['There was a knock at the door. Eve opened the door a crack. "Who are you?" she asked.', 'doorway'],
  ['Kit looked out of the window. Snow was falling on the trees. "No school today!" he shouted.', 'living-room'],
  ['Grandpa looked out of the window at the empty street. "They are late," he said. He put the kettle on.', 'kitchen'],
  // Chinese
  ['小美关上门。“没人跟着我。”她说。奶奶给她倒了一杯茶。', 'kitchen'],
  ['“还在下雨。”小明说。他望着窗外，很久没有动。', 'living-room'],
  ['爸爸在桌子旁坐下。“我们得谈谈。”他说。小丽点了点头。', 'living-room'],
  ['闹钟响了。小雨把被子拉过头顶。“再睡五分钟。”她说。', 'bedroom'],
  ['老师在黑板上写了一个字。“谁认识？”她问。小刚举起了手。', 'classroom'],
  ['哥哥打开电视。“比赛结束了。”他说。弟弟叹了口气。', 'living-room'],
  ['护士给他换了绷带。“疼吗？”她问。小男孩摇摇头。', 'hospital'],
  ['服务员递上菜单。“今天的鱼很新鲜。”他说。林红笑了。', 'restaurant'],
  ['妈妈系着围裙切菜。“饭马上好。”她说。小华咽了咽口水。', 'kitchen'],
  ['小兰在刷牙。“你睡了吗？”弟弟在外面喊。“没有。”她含糊地说。', 'bathroom'],
  ['同事们都走了，张伟还盯着电脑。“又要加班。”他说。', 'office'],
  ['李强系好安全带。“准备好了吗？”姐姐问。她踩下油门。', 'car'],
  ['外婆拉上窗帘，点亮台灯。“别出声。”她小声说。', 'living-room'],
  ['窗外的树叶都落了。“秋天了。”爷爷说。他把热茶端到桌上。', 'living-room'],
  ['小林回到家，脱了鞋。“我回来了！”他喊道。没有人回答。', 'living-room'],
  // Japanese
  ['ミアはドアを閉めた。「誰も来ていない」とミアが言った。おばあさんはお茶を入れた。', 'kitchen'],
  ['「まだ降っている」とケンが言った。ケンは窓の外を見ていた。', 'living-room'],
  ['父はテーブルについた。「話がある」と父が言った。ハルは黙ってうなずいた。', 'living-room'],
  ['目覚まし時計が鳴った。ユキは毛布を頭までかぶった。「あと五分」とユキが言った。', 'bedroom'],
  ['先生は黒板に字を書いた。「読める人は？」と先生が聞いた。タロウが手を挙げた。', 'classroom'],
  ['兄はテレビをつけた。「試合は終わったよ」と兄が言った。弟はため息をついた。', 'living-room'],
  ['看護師が包帯を替えた。「痛い？」と看護師が聞いた。少年は首を振った。', 'hospital'],
  ['「今日は魚がおいしいです」と給仕が言った。ハナはメニューを閉じた。', 'restaurant'],
  ['母は鍋をかきまぜた。「もうすぐできるわ」と母が言った。ミオはお皿を並べた。', 'kitchen'],
  ['リンは歯を磨いていた。「もう寝た？」と弟が聞いた。「まだ」とリンが言った。', 'bathroom'],
  ['同僚はみんな帰った。佐藤はパソコンを見つめた。「また残業か」と佐藤が言った。', 'office'],
  ['ナオはシートベルトを締めた。「いい？」と姉が聞いた。姉はエンジンをかけた。', 'car'],
  ['祖母はカーテンを閉め、明かりを消した。「静かに」と祖母が言った。', 'living-room'],
  ['窓の外では木々が揺れていた。「秋だね」と祖父が言った。祖父は湯のみを置いた。', 'kitchen'],
  ['アキは靴を脱いだ。「ただいま」とアキが言った。返事はなかった。', 'living-room'],
] as const;

test.each(ROOMS)('what is done and handled tells the room: %s', (text, kind) => expect(placesOf(text)).toEqual([kind]));

test.each([
  ['Tom sat on the bench in the park and poured the tea. "Warm," he said.', 'park'],
  ['They drank tea in the library. "Quiet," said Ann. She closed the door.', 'library'],
  ['小明在教室里倒了一杯茶。“烫。”他说。他关上了门。', 'classroom'],
  ['公園でケンはお茶を飲んだ。「あつい」とケンが言った。', 'park'],
] as const)('a place that is named wins: %s', (text, kind) => expect(placesOf(text)[0]).toBe(kind));

test.each([
  '"Hello," said Tom. "Hello," said Ann. They smiled.', 'Rain fell on her face. "I am not going back," said Ida. She opened her umbrella.',
  'Max ran past the trees. "Catch me!" he shouted. His dog barked.', 'Eva remembered how her mother poured the tea. "Gone," she said. Rain ran down her face.',
  '“你好。”小明说。“你好。”小红笑着说。', '雨打在她的脸上。“我不回去。”小雨说。她撑开了伞。', '小刚一路跑着。“等等我！”小美喊道。',
  '「こんにちは」とケンが言った。「こんにちは」とミオが言った。', '雨に濡れてケンは歩いていた。「もう帰らない」とケンが言った。', 'ケンは傘をさした。「行こう」とケンが言った。ミオは走った。',
])('without signs of a room, or under the sky, people stand where they stood before: %s', (text) => {
  expect(['street', 'forest']).toContain(placesOf(text)[0]);
});

test.each([
  ['Rain fell on her face. "I am going home," said Ida.\n\n***\n\nShe put the kettle on and sat down at the table. "Better," she said.', ['street', 'kitchen']],
  ['雨打在她的脸上。“回家吧。”小雨说。\n\n***\n\n她换上拖鞋，打开电视。“好多了。”她说。', ['street', 'living-room']],
  ['ケンは傘をさした。「帰ろう」とケンが言った。\n\n***\n\nケンは目覚まし時計を止めた。「眠い」とケンが言った。', ['street', 'bedroom']],
] as const)('a scene that opens under a roof leaves the street: %s', (text, kinds) => expect(placesOf(text)).toEqual(kinds));
