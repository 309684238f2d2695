import { describe, expect, test } from 'vitest';
import { readStory } from '../index.ts';

function speakersOf(text: string): string[] {
  const story = readStory(text, { language: 'en' });
  return story.chapters.flatMap((chapter) => chapter.beats).flatMap((beat) => (beat.type === 'line' && beat.isQuoted ? [story.voices.find((voice) => voice.key === beat.speakerKey)?.name ?? '?'] : []));
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['an apposition names the described', 'Mr. Gorrin, the postman, came up the path. Anna opened the door.\n\n“A letter for you,” said the postman.\n\n“For me?” said Anna.', ['Mr. Gorrin', 'Anna']],
  ['the name behind the description', 'The postman, Mr. Gorrin, came up the path. Anna opened the door.\n\n“A letter for you,” said the postman.', ['Mr. Gorrin']],
  ['the only man about is the old man', 'Mr. Gorrin came up the path. Anna opened the door for Mr. Gorrin.\n\n“It has come far,” said the old man.\n\n“Thank you,” said Anna.', ['Mr. Gorrin', 'Anna']],
  ['with another man about, the old man is nobody we know', 'Mr. Gorrin came up the path with Tom. Anna opened the door for Mr. Gorrin.\n\n“It has come far,” said the old man.', ['old man']],
  ['a man looked at by Tom is not Tom', 'Tom ran down the road. Tom stopped and looked at the man.\n\n“What do you want?” asked the man.\n\n“Nothing,” said Tom.', ['man', 'Tom']],
  ['a list is no apposition', 'Tom, the baker and Anna stood in the rain.\n\n“Cold,” said the baker.\n\n“Very,” said Anna.', ['baker', 'Anna']],
  ['old woman and boy', 'Old Mrs. Fenn kept the shop. A boy came in. Mrs. Fenn looked up.\n\n“A bun, please,” said the boy.\n\n“Wet through, child,” said Mrs. Fenn.\n\nThe old woman put two buns into a bag. “One for her, then.”', ['boy', 'Mrs. Fenn', 'Mrs. Fenn']],
  ['her voice belongs to her', 'The housekeeper opened.\n\n“Come in,” said the housekeeper. Her voice came from her throat. “I have a room.”', ['housekeeper', 'housekeeper']],
  ['what a face does its owner does', 'Rosa met Paul at the gate.\n\n“You are late,” said Rosa.\n\nPaul’s face fell. “The train was late.”', ['Rosa', 'Paul']],
  ['a tag above opens nothing below', 'Harriet and Jane walked along the canal.\n\n“Look,” said Harriet.\n\n“What is it?” Jane asked.\n\n“A boat.”\n\n“Whose?”', ['Harriet', 'Jane', 'Harriet', 'Jane']],
  ['the one spoken to answers', 'Paul, Rosa and Nell sat at the table.\n\n“Pass the salt,” said Rosa.\n\n“Here,” said Paul.\n\n“Is it good?” said Rosa to Nell.\n\n“Very.”', ['Rosa', 'Paul', 'Rosa', 'Nell']],
  ['asked whom', 'Paul, Rosa and Nell sat at the table.\n\n“I am full,” said Paul.\n\n“Are you?” Rosa asked Nell.\n\n“Not yet.”\n\n“I am,” said Paul.', ['Paul', 'Rosa', 'Nell', 'Paul']],
  ['a deed in the paragraph of the quote', 'Ben and Lucy ran. Ben stopped. “Wait.”\n\nLucy turned round. “What now?”', ['Ben', 'Lucy']],
  ['a quote split by its tag', '“I knew,” said Lucy, “that you would come.”\n\n“I promised,” said Ben.', ['Lucy', 'Lucy', 'Ben']],
  ['who is called does not speak', 'Ben met Lucy.\n\n“Ben, come here!”\n\n“I am here, Lucy.”', ['Lucy', 'Ben']],
  ['titles before words that are else places or months', 'Ella met Mrs. Lane.\n\n“Hello,” said Mrs. Lane.\n\n“You are late,” said Miss Park.\n\n“No,” Dr. House said.\n\n“Go,” whispered Captain March.\n\n“Oh,” said Aunt May.', ['Mrs. Lane', 'Miss Park', 'Dr. House', 'Captain March', 'Aunt May']],
  ['months and auxiliaries that speak', 'Tom stood there.\n\n“Go,” said May.\n\n“Where?” asked Tom.\n\n“Home,” June said.\n\n“Why?” Will asked.\n\n“Late,” called Lane.', ['May', 'Tom', 'June', 'Will', 'Lane']],
  ['a month, a place and a wish are nobody', 'In May Tom went to Hyde Park. The Church said no. May I go, he thought. King Street lay still.\n\n“Cold,” said Tom.', ['Tom']],
  ['verbs with a particle and adjectives before the name', 'Freddy and poor Lucy sat down.\n\n“I agree,” put in Freddy.\n\n“So do I,” said poor Lucy.', ['Freddy', 'Lucy']],
  ['whose answer it was', 'Mrs. Allen and Catherine waited.\n\n“Has he come?” asked Catherine.\n\n“We shall do better another evening,” was Mrs. Allen’s consolation.', ['Catherine', 'Mrs. Allen']],
  ['who comes near somebody', 'Mr. Crawford, approaching Julia, said, “I hope I am not to lose my companion.”\n\n“No,” said Julia.', ['Mr. Crawford', 'Julia']],
  ['any surname behind a title', '“Late again,” said Mr Last.\n\n“Sorry,” Mrs Last said.', ['Mr. Last', 'Mrs. Last']],
  ['a title is a trade', 'Sergeant Okafor came in with a wet hat.\n\n“Who was on the desk?” asked the sergeant.\n\n“I was,” said Priya.', ['Sergeant Okafor', 'Priya']],
  ['a name given when asked', 'Pym looked at a girl.\n\n“And who might you be, miss?” asked Pym.\n\n“Ottoline. I was carried off,” said the girl.\n\nOttoline laughed. Pym wrote it down.', ['Pym', 'Ottoline']],
  ['who comes in speaks', 'Ann and Bea had played cards since noon.\n\n“Your turn,” said Ann.\n\n“I know,” said Bea.\n\nThe door opened. Sergeant Cole shook the rain from his hat. Cole looked at the cards for some time.\n\n“Who is winning?”', ['Ann', 'Bea', 'Sergeant Cole']],
  ['who it was is told behind', 'Fern looked at the gloves.\n\n“Oi! Gloves!”\n\nIt was Nan. She had walked on to the pitch.\n\n“Go away,” said Fern.', ['Nan', 'Fern']],
  ['sir and madam tell who answers', 'Mrs. Bell and Mr. Kay waited.\n\n“Cold,” said Mrs. Bell.\n\n“Very,” said Mr. Kay.\n\nA porter opened the door. “And you are, madam?”\n\n“Tired.”', ['Mrs. Bell', 'Mr. Kay', 'porter', 'Mrs. Bell']],
  ['he is the boy of the same paragraph', 'Mr. Hadley stood at the gate.\n\n“You are late,” said Mr. Hadley.\n\nNora pointed at a boy on a cart.\n\nThe boy braked and looked at his shoes. “I only wanted the bread,” he whispered.', ['Mr. Hadley', 'boy']],
];

describe('English speakers', () => {
  test.each(CASES.map(([name, text, speakers]) => ({ name, text, speakers })))('$name', ({ text, speakers }) => {
    expect(speakersOf(text)).toEqual(speakers);
  });
});
