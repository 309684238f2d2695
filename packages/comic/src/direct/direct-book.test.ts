import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Book, listLines, listPanels } from '../model/book.ts';
import { readStory } from '../writer/index.ts';
import { scriptBook } from '../make/script-book.ts';
import { sampleStory } from '../make/test-story.ts';

/** The quoted words of a book, each joined over its parts. */
function quoted(book: Book): string[] {
  const out: string[] = [];
  for (const line of listLines(book)) {
    if (!line.isQuoted) continue;
    const text = line.text[book.language]!;
    if (line.continues) out[out.length - 1] += text;
    else out.push(text);
  }
  return out;
}

function spokenOf(text: string): string[] {
  return readStory(text).chapters.flatMap((chapter) => chapter.beats).flatMap((beat) => (beat.type === 'line' && beat.isQuoted ? [beat.text] : []));
}

describe.each(['lighthouse.en', 'last-bus.zh', 'umbrella.ja'] as const)('the sample %s', (name) => {
  test('keeps every quoted line once and in order', async () => {
    const text = await sampleStory(name);
    const inText = [...text.matchAll(/“([^”]+)”|"([^"]+)"|「([^」]+)」/g)].map((match) => match[1] ?? match[2] ?? match[3]!);
    expect(quoted(scriptBook(text))).toEqual(inText);
  });

  test('is a valid book, the same each time', async () => {
    const text = await sampleStory(name);
    const book = scriptBook(text);
    expect(Book.parse(JSON.parse(JSON.stringify(book)))).toEqual(book);
    expect(scriptBook(text)).toEqual(book);
    expect(scriptBook(text, { seed: 7 }).bible.cast.map((one) => one.look)).not.toEqual(book.bible.cast.map((one) => one.look));
  });

  test('gives leads looks that differ at a glance', async () => {
    const cast = scriptBook(await sampleStory(name)).bible.cast.filter((one) => one.lines > 1);
    const glances = cast.map((one) => `${one.look.hair}/${one.look.hairInk}/${one.outfits[0]!.outfit.kind}/${one.look.age}/${one.look.being}`);
    expect(new Set(glances).size).toBe(cast.length);
  });

  test('never shows three panels of one shot in a row but for talk', async () => {
    const shots = listPanels(scriptBook(await sampleStory(name))).map((panel) => panel.shot);
    for (let i = 2; i < shots.length; i++) expect([shots[i], shots[i - 1], shots[i - 2]].every((shot) => shot === shots[i]) && shots[i] !== 'wide' && shots[i] !== 'establishing' && shots[i] !== 'bust').toBe(false);
  });
});

test('numbers lines in order and names only people of the cast', async () => {
  const book = scriptBook(await sampleStory('last-bus.zh'));
  expect(listLines(book).map((line) => line.order)).toEqual(listLines(book).map((_, i) => i));
  const ids = new Set(book.bible.cast.map((one) => one.id));
  for (const panel of listPanels(book)) for (const person of panel.characters) expect(ids).toContain(person.id);
  for (const line of listLines(book)) if (line.speakerId) expect(ids).toContain(line.speakerId);
});

test('comes near the number of panels asked for', async () => {
  const text = await sampleStory('lighthouse.en');
  const [few, usual, many] = [8, undefined, 45].map((panels) => listPanels(scriptBook(text, { panels })).length);
  expect(few).toBeLessThan(usual!);
  expect(many).toBeGreaterThan(usual!);
  expect(few).toBeLessThan(16);
});

test('tells a speaking cat from a man, and dresses the young and the old', async () => {
  const book = scriptBook('“喵，我饿了。”饭团说。\n\n小明摸了摸它的头。这只猫是上个月来的，它叫饭团。\n\n“马上就好。”爷爷笑着说。\n\n“爷爷，饭团又饿了！”小明喊道。');
  const look = (name: string) => book.bible.cast.find((one) => one.name.includes(name))?.look;
  expect(look('饭团')).toMatchObject({ being: 'animal', animal: 'cat' });
  expect(look('爷爷')).toMatchObject({ being: 'human', age: 'old', gender: 'male' });
});

test('finds place, time and weather, and lets the weather end', async () => {
  const book = scriptBook('The rain fell on the street that night. Tom ran home.\n\n"Wait!" cried Anna.\n\n***\n\nIn the morning they sat in the kitchen. The sky was clear.\n\n"Tea?" asked Tom.');
  const scenes = book.chapters.flatMap((chapter) => chapter.scenes);
  const kinds = scenes.map((scene) => book.bible.places.find((place) => place.id === scene.placeId)!.kind);
  expect(kinds[0]).toBe('street');
  expect(scenes[0]).toMatchObject({ time: 'night', weather: 'rain' });
  expect(kinds.at(-1)).toBe('kitchen');
  expect(scenes.at(-1)).toMatchObject({ weather: 'clear' });
});

describe('bad input ends in a book or a typed refusal', () => {
  test.each([
    ['no dialogue', 'The sun rose. A man walked along the road. He was tired. He sat down under a tree and slept.'],
    ['only dialogue', '“你好。”\n“你好。”\n“今天天气真好。”\n“是啊。”'],
    ['sixty speakers', Array.from({ length: 60 }, (_, i) => `"I am number ${i}," said Person${String.fromCharCode(65 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}xa.`).join('\n\n')],
    ['emoji', '"I 💖 you 🐙!" said Ann. 🎉🎉'],
    ['mixed languages', '「Hello」と彼は言った。“你好！”她说。"Bonjour," said Luc.'],
    ['html', '<h1>Title</h1><p>&ldquo;Hi &amp; bye,&rdquo; said Tom.</p><script>alert(1)</script>'],
    ['control characters', '"A\u0007b\u202ec," said\u0000 Tom.'],
    ['one sentence of 10 000 characters', `“${'很长的一句话，'.repeat(1430)}完。”他说。`],
    ['quotes that never close', '"I never stop, said Tom.\n\nThen he went home. "Nor do I'],
    ['nested quotes', '“他说：‘我走了。’然后就走了。”小红说。'],
    ['a letter inside narration', 'She read the sign. "NO ENTRY", it said. The so-called "expert" laughed.'],
  ])('%s', (_, text) => {
    const book = scriptBook(text);
    expect(listPanels(book).length).toBeGreaterThan(0);
    expect(quoted(book)).toEqual(spokenOf(text));
  });

  test('a very long line is spread over panels', () => {
    const book = scriptBook(`“${'很长的一句话，'.repeat(1430)}完。”他说。`);
    expect(listPanels(book).length).toBeGreaterThan(40);
    expect(quoted(book)).toHaveLength(1);
  });

  test.each([['empty', '', 'writer.empty'], ['blank', ' \n\t ', 'writer.empty'], ['too long', 'a'.repeat(200_001), 'writer.too-long']])('%s is refused', (_, text, code) => {
    expect(() => scriptBook(text)).toThrow(expect.objectContaining({ code }));
  });
});

test('any text gives a book with all its quoted words, or a typed refusal', () => {
  const piece = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('"Hello," said Tom. ', '“走吧！”小明喊道。', '「うん」とハルは言った。', '\n\n', '***', '—— ', "don't ", '『', '”'));
  fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
    const text = pieces.join('');
    try {
      expect(quoted(scriptBook(text))).toEqual(spokenOf(text));
    } catch (error) {
      expect(String((error as { code?: string }).code)).toMatch(/^writer\./);
    }
  }), { numRuns: process.env.KOMA_LONG === '1' ? 2000 : 80 });
});

test('a title holds no marks that turn writing round or are not seen', () => {
  const book = scriptBook('# The \u202eLast\u200b Bus\n\n“Wait,” said Ann.\n\n“No,” said Bob.', { format: 'manga-b5', seed: 1, author: 'A\u2066nn' });
  expect([book.title, book.author]).toEqual(['The Last Bus', 'Ann']);
});
