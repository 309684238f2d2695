import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scriptBook } from '../make/script-book.ts';
import { sampleStory } from '../make/test-story.ts';
import { listPanels, type Book } from '../model/book.ts';
import { panelPrompt, peopleToShow } from './panel-prompt.ts';
import { colourName } from './prompt-words.ts';

const plenty = { inputs: [], charactersMax: 32_000 };
const books = await Promise.all((['lighthouse.en', 'last-bus.zh', 'umbrella.ja'] as const).map(async (name) => scriptBook(await sampleStory(name), {})));

function panelWith(book: Book, has: (panel: ReturnType<typeof listPanels>[number]) => boolean) {
  const panel = listPanels(book).find(has);
  if (!panel) throw new Error('the sample has no such panel');
  return panel;
}

describe('the prompt of a panel', () => {
  test('names who is there, what they look like and do, and where it is', () => {
    const [book] = books as [Book];
    const panel = panelWith(book, ({ characters }) => characters.some(({ contact }) => contact?.thing === 'door'));
    const { text } = panelPrompt(book, panel.id, plenty);
    expect(text).toContain('full shot');
    expect(text).toMatch(/Mina \(girl, slim, black hair, twin braids, hood, wearing dark dress with checks/);
    expect(text).toContain('push: door');
    expect(text).toContain('pure black ink');
    expect(text).toMatch(/Place: /);
  });

  test('what is said in the story is lettered, and never told to the model', () => {
    for (const book of books) {
      for (const panel of listPanels(book)) {
        const { text } = panelPrompt(book, panel.id, plenty);
        for (const line of panel.lines.filter(({ isQuoted }) => isQuoted)) {
          const said = line.text[book.language] ?? '';
          if (said.length > 6) expect(text, panel.id).not.toContain(said);
        }
      }
    }
  });

  test('says what each picture that goes with it is for, in their order', () => {
    const [book] = books as [Book];
    const panel = panelWith(book, ({ characters }) => characters.length > 0);
    const personId = peopleToShow(book, panel.id)[0] ?? '';
    const { text } = panelPrompt(book, panel.id, { ...plenty, inputs: [{ kind: 'layout' }, { kind: 'sheet', personId }] });
    expect(text).toMatch(/Picture 1 is a rough storyboard.*Picture 2 shows /);
  });

  test('what the author asks is kept where hardly anything fits', () => {
    const [book] = books as [Book];
    const panel = panelWith(book, ({ characters }) => characters.length > 1);
    const { text } = panelPrompt(book, panel.id, { inputs: [], charactersMax: 220, request: 'seen from behind the door' });
    expect(text).toContain('seen from behind the door');
    expect(text.length).toBeLessThanOrEqual(220);
  });

  test('fits any bound, in whole characters, and is the same each time', () => {
    fc.assert(fc.property(fc.nat(2), fc.nat(200), fc.integer({ min: 1, max: 3000 }), fc.string({ unit: 'grapheme', maxLength: 300 }), (which, at, charactersMax, request) => {
      const book = books[which] as Book;
      const panels = listPanels(book);
      const panelId = panels[at % panels.length]?.id ?? '';
      const { text } = panelPrompt(book, panelId, { inputs: [{ kind: 'layout' }], charactersMax, request });
      expect(text.length).toBeLessThanOrEqual(charactersMax);
      expect(text.isWellFormed()).toBe(true);
      expect(panelPrompt(book, panelId, { inputs: [{ kind: 'layout' }], charactersMax, request }).text).toBe(text);
    }), { numRuns: 60 });
  });

  test('a fact of the bible counts from its scene on', () => {
    const [base] = books as [Book];
    const scenes = base.chapters.flatMap((chapter) => chapter.scenes);
    const later = scenes[1];
    const book: Book = { ...base, bible: { ...base.bible, facts: [{ id: 'f1', subject: 'Mina', text: 'has lost a shoe', ...(later ? { fromSceneId: later.id } : {}) }] } };
    const tells = (sceneAt: number) => scenes[sceneAt]?.panels.filter(({ characters }) => characters.some(({ id }) => id === 'c2')).map(({ id }) => panelPrompt(book, id, plenty).text.includes('has lost a shoe')) ?? [];
    expect(tells(0)).not.toContain(true);
    expect(scenes.slice(1).flatMap((_, at) => tells(at + 1))).not.toContain(false);
  });
});

test('colours are said by their nearest name', () => {
  expect(['#141414', '#c0392b', '#2d3a4f', '#e0ac84', '#ffffff'].map(colourName)).toEqual(['black', 'red', 'navy', 'sand', 'white']);
});
