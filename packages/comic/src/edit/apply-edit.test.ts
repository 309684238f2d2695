import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { scriptBook } from '../make/script-book.ts';
import { sampleStory } from '../make/test-story.ts';
import { Book, listLines, listPanels } from '../model/book.ts';
import { applyEdit } from './apply-edit.ts';
import { addCharacter, mergeCharacters, renameCharacter } from './cast-verbs.ts';
import { EditError, type EditOp } from './ops.ts';
import { splitStep } from './split-step.ts';
import * as verbs from './verbs.ts';

let book: Book;
beforeAll(async () => {
  book = scriptBook(await sampleStory('lighthouse.en'));
});

/** Any one step a user could take, chosen by numbers. */
function anyStep(of: Book, [which, a, b]: readonly [number, number, number], id: string): EditOp[] {
  const panels = listPanels(of);
  const lines = listLines(of);
  const scenes = of.chapters.flatMap((chapter) => chapter.scenes);
  const panel = panels[a % panels.length]!;
  const line = lines[a % Math.max(1, lines.length)];
  const scene = scenes[b % scenes.length]!;
  const cast = of.bible.cast;
  const steps: (() => EditOp[])[] = [
    () => verbs.addPanelAfter(of, panel.id, id), () => verbs.removePanel(panel.id), () => verbs.movePanel(of, panel.id, { sceneId: scene.id, beforeId: scene.panels[0]?.id ?? null }),
    () => verbs.mergePanelWithNext(of, panel.id), () => verbs.splitScene(of, panel.id, id), () => verbs.mergeSceneWithNext(of, scene.id), () => (scenes.length > 1 ? verbs.removeScene(of, scene.id) : []),
    () => (line ? verbs.splitPanel(of, line.id, id) : []), () => (line ? verbs.splitLine(of, line.id, b % 20, id) : []), () => (line ? verbs.mergeLineWithNext(of, line.id) : []),
    () => (line ? verbs.moveLine(of, line.id, { panelId: panels[b % panels.length]!.id, beforeId: null }) : []), () => (line ? verbs.removeLine(line.id) : []),
    () => (line ? [{ op: 'text', id: line.id, language: 'en', from: line.text.en ?? '', to: `${line.text.en ?? ''} ${b}` }] : []),
    () => (line && cast.length > 0 ? verbs.setSpeaker(of, line.id, { characterId: cast[b % cast.length]!.id }) : []), () => (line ? verbs.setSpeaker(of, line.id, { name: '' }) : []),
    () => addCharacter(of, id, `N${b}`), () => (cast.length > 0 ? renameCharacter(of, cast[a % cast.length]!.id, `N${b}`) : []), () => (cast.length > 1 && a % cast.length !== b % cast.length ? mergeCharacters(of, cast[a % cast.length]!.id, cast[b % cast.length]!.id) : []),
    () => (cast.length > 0 ? [{ op: 'remove', kind: 'character', id: cast[a % cast.length]!.id }] : []), () => [{ op: 'set', kind: 'panel', id: panel.id, field: 'importance', value: (b % 6) + 1 }],
  ];
  return panels.length < 3 ? [] : steps[which % steps.length]!();
}
const step = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400));

describe('any sequence of steps', () => {
  test('leaves a valid book, and taken back leaves the book it began with', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let now = book;
      const inverses: EditOp[][] = [];
      steps.forEach((numbers, i) => {
        const applied = applyEdit(now, anyStep(now, numbers, `n${i}`));
        inverses.push(applied.inverse);
        now = applied.book;
      });
      expect(Book.safeParse(now).error).toBeUndefined();
      expect(listLines(now).map((line) => line.order)).toEqual(listLines(now).map((_, i) => i));
      for (const inverse of inverses.reverse()) now = applyEdit(now, inverse).book;
      expect(now).toEqual(book);
    }), { numRuns: 150 });
  });

  test('made in two tabs at once ends in one valid book, whoever comes first', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 6 }), (ours, theirs) => {
      const opsOf = (steps: readonly (readonly [number, number, number])[], name: string): EditOp[] => {
        let now = book;
        return steps.flatMap((numbers, i) => {
          const ops = anyStep(now, numbers, `${name}${i}`);
          now = applyEdit(now, ops).book;
          return ops;
        });
      };
      const { book: merged } = applyEdit(applyEdit(book, opsOf(ours, 'a')).book, opsOf(theirs, 'b'));
      expect(Book.safeParse(merged).error).toBeUndefined();
    }), { numRuns: 150 });
  });
});

describe('two tabs', () => {
  const text = (from: string, to: string): EditOp[] => [{ op: 'text', id: listLines(book)[0]!.id, language: 'en', from, to }];
  const first = () => listLines(book)[0]!.text.en!;

  test('change different words of one line: both changes stand', () => {
    const [a, b] = [`Well, ${first()}`, `${first()} Really.`];
    const { book: merged, notices } = applyEdit(applyEdit(book, text(first(), a)).book, text(first(), b));
    expect(listLines(merged)[0]!.text.en).toBe(`Well, ${first()} Really.`);
    expect(notices).toMatchObject([{ code: 'merged' }]);
  });

  test('change the same words: the later stands, the earlier is told', () => {
    const { book: merged, notices } = applyEdit(applyEdit(book, text(first(), 'One way.')).book, text(first(), 'Another!'));
    expect(listLines(merged)[0]!.text.en).toBe('Another!');
    expect(notices).toMatchObject([{ code: 'overwrote', lost: 'One way.' }]);
  });

  test('one deletes what the other changes: the change is told, nothing throws', () => {
    const line = listLines(book)[0]!;
    const { notices } = applyEdit(applyEdit(book, verbs.removeLine(line.id)).book, text(line.text.en!, 'Still here?'));
    expect(notices).toMatchObject([{ code: 'gone', lost: 'Still here?' }]);
  });
});

describe('what no client of ours sends', () => {
  const panel = () => listPanels(book)[0]!.id;
  test.each<[string, () => EditOp]>([
    ['an unknown field', () => ({ op: 'set', kind: 'panel', id: panel(), field: 'takes', value: [] })],
    ['an inherited field', () => ({ op: 'set', kind: 'panel', id: panel(), field: 'constructor', value: 1 })],
    ['a value that does not fit', () => ({ op: 'set', kind: 'panel', id: panel(), field: 'importance', value: 99 })],
    ['a scene without a place', () => ({ op: 'set', kind: 'scene', id: book.chapters[0]!.scenes[0]!.id, field: 'placeId', value: 'nowhere' })],
    ['an id that would leave an attribute', () => ({ op: 'insert', kind: 'fact', parentId: book.id, afterId: null, item: { id: '"><script>', subject: 's', text: 't' } })],
    ['a value without end', () => ({ op: 'set', kind: 'panel', id: panel(), field: 'crop', value: JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown })],
  ])('%s is refused', (_, op) => {
    expect(() => applyEdit(book, [op()])).toThrow(EditError);
  });
});

test('more panels than a book may have do not come in with their scene', () => {
  const scene = book.chapters[0]!.scenes[0]!;
  const panels = Array.from({ length: 5001 }, (_, i) => ({ ...scene.panels[0]!, id: `many-${i}`, lines: [] }));
  expect(() => applyEdit(book, [{ op: 'insert', kind: 'scene', parentId: book.chapters[0]!.id, afterId: null, item: { ...scene, id: 'many', panels } }])).toThrow(expect.objectContaining({ code: 'edit.too-large' }));
});

test('the lead of a book of thousands of panels leaves it in one pass, and comes back', () => {
  const [who, scene] = [book.bible.cast[0]!, book.chapters[0]!.scenes[0]!];
  const [panel, line] = [scene.panels[0]!, listLines(book)[0]!];
  const person = { id: who.id, expression: 'neutral', pose: 'stand', facing: 'front', x: 0.5, depth: 0 } as Book['chapters'][number]['scenes'][number]['panels'][number]['characters'][number];
  const panels = Array.from({ length: 4000 }, (_, i) => ({ ...panel, id: `p-${i}`, characters: [person], lines: [{ ...line, id: `l-${i}`, speakerId: who.id, order: i }] }));
  const long: Book = { ...book, chapters: [{ ...book.chapters[0]!, scenes: [{ ...scene, panels }] }] };
  const started = performance.now();
  const { book: without, inverse } = applyEdit(long, [{ op: 'remove', kind: 'character', id: who.id }]);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(listPanels(without).some((one) => one.characters.length > 0 || one.lines.some((spoken) => spoken.speakerId !== undefined))).toBe(false);
  expect(inverse.map((op) => op.op)).toEqual(['insert', 'each', 'each']);
  expect(inverse[0]).toMatchObject({ op: 'insert', kind: 'character', item: { id: who.id } });
});

describe('a book of five thousand panels and twenty thousand lines', () => {
  const long = (): Book => {
    const [who, other, scene, line] = [book.bible.cast[0]!, book.bible.cast[1]!, book.chapters[0]!.scenes[0]!, listLines(book)[0]!];
    const person = (id: string) => ({ id, expression: 'neutral', pose: 'stand', facing: 'front', x: 0.5, depth: 0 }) as Book['chapters'][number]['scenes'][number]['panels'][number]['characters'][number];
    const panels = Array.from({ length: 5000 }, (_, i) => ({
      ...scene.panels[0]!, id: `p-${i}`, characters: i % 3 === 0 ? [person(who.id), person(other.id)] : [person(other.id)],
      lines: Array.from({ length: 4 }, (__, j) => ({ ...line, id: `l-${i}-${j}`, speakerId: j % 2 === 0 ? who.id : other.id, speaker: j % 2 === 0 ? who.name : other.name, order: i * 4 + j })),
    }));
    return { ...book, chapters: [{ ...book.chapters[0]!, scenes: Array.from({ length: 250 }, (_, i) => ({ ...scene, id: `s-${i}`, panels: panels.slice(i * 20, i * 20 + 20) })) }] };
  };

  test('a lead renamed, made one with another and taken out is a handful of ops each way', () => {
    const start = long();
    const [who, other] = [start.bible.cast[0]!.id, start.bible.cast[1]!.id];
    for (const ops of [renameCharacter(start, who, 'Somebody Else'), mergeCharacters(start, who, other), [{ op: 'remove', kind: 'character', id: who }] as EditOp[]]) {
      const { book: after, inverse } = applyEdit(start, ops);
      expect(ops.length + inverse.length).toBeLessThanOrEqual(6);
      expect(applyEdit(after, inverse).book).toEqual(start);
    }
  });

  test('thousands of ops do not walk it each: twice as many take about twice as long', () => {
    const start = long();
    const sets = (count: number) => listLines(start).slice(0, count).map((line): EditOp => ({ op: 'text', id: line.id, language: 'en', from: line.text.en!, to: `${line.text.en!}!` }));
    const time = (ops: EditOp[]): number => {
      const began = performance.now();
      applyEdit(start, ops);
      return performance.now() - began;
    };
    const [few, many] = [sets(2500), sets(20_000)];
    time(few);
    const [short, whole] = [Math.min(...[1, 2, 3].map(() => time(few))), Math.min(...[1, 2, 3].map(() => time(many)))];
    // Walking it for each op made the longer one take seconds.
    expect(whole).toBeLessThan(Math.max(8 * short * 3, 300));
  });

  test('a step that is too large for one message goes in pieces that do the same', () => {
    const start = long();
    const ops: EditOp[] = [{ op: 'remove', kind: 'chapter', id: start.chapters[0]!.id }];
    const two: Book = { ...start, chapters: [...start.chapters, { id: 'last', title: '', scenes: [] }] };
    const { book: without, inverse } = applyEdit(two, ops);
    const pieces = splitStep(inverse, { bytesMax: 200_000 });
    expect(pieces.length).toBeGreaterThan(10);
    expect(Math.max(...pieces.map((piece) => JSON.stringify(piece).length))).toBeLessThan(202_000);
    expect(pieces.reduce((now, piece) => applyEdit(now, piece).book, without)).toEqual(two);
    const all = listLines(start).map((line): EditOp => ({ op: 'text', id: line.id, language: 'en', from: line.text.en!, to: 'Oh.' }));
    expect(splitStep(all).map((piece) => piece.length)).toEqual([5000, 5000, 5000, 5000]);
  });
});

test('what was said under another name, or meanwhile, is named anew as well, and each is taken back as it was', () => {
  const who = book.bible.cast[0]!;
  const own = listLines(book).filter((line) => line.speakerId === who.id);
  const odd = applyEdit(book, [{ op: 'set', kind: 'line', id: own[0]!.id, field: 'speaker', value: 'The keeper' }, { op: 'set', kind: 'line', id: own[1]!.id, field: 'speaker', value: 'New' }]).book;
  const { book: renamed, inverse } = applyEdit(odd, renameCharacter(odd, who.id, 'New'));
  expect(listLines(renamed).filter((line) => line.speakerId === who.id).every((line) => line.speaker === 'New')).toBe(true);
  expect(renamed.bible.cast[0]!.aliases).toContain(who.name);
  expect(applyEdit(renamed, inverse).book).toEqual(odd);
  const late = listLines(book).find((line) => line.speakerId !== who.id)!;
  const meanwhile = applyEdit(book, verbs.setSpeaker(book, late.id, { characterId: who.id })).book;
  expect(listLines(applyEdit(meanwhile, renameCharacter(book, who.id, 'New')).book).find((line) => line.id === late.id)!.speaker).toBe('New');
});

test('two names given at once: the later stands, the earlier is told', () => {
  const who = book.bible.cast[0]!;
  const first = applyEdit(book, renameCharacter(book, who.id, 'One')).book;
  const { book: second, notices } = applyEdit(first, renameCharacter(book, who.id, 'Two'));
  expect(second.bible.cast[0]).toMatchObject({ name: 'Two' });
  expect(notices).toMatchObject([{ code: 'overwrote', field: 'name', lost: 'One' }]);
});

test('a line that comes in whole is no longer than one that is typed, alone or with its scene', () => {
  const scene = book.chapters[0]!.scenes[0]!;
  const line = { ...listLines(book)[0]!, id: 'endless', text: { en: 'a'.repeat(4001) } };
  const panel = { ...scene.panels[0]!, id: 'holds-it', lines: [line] };
  const tooLarge = expect.objectContaining({ code: 'edit.too-large' });
  expect(() => applyEdit(book, [{ op: 'insert', kind: 'line', parentId: scene.panels[0]!.id, afterId: null, item: line }])).toThrow(tooLarge);
  expect(() => applyEdit(book, [{ op: 'insert', kind: 'scene', parentId: book.chapters[0]!.id, afterId: null, item: { ...scene, id: 'around-it', panels: [panel] } }])).toThrow(tooLarge);
  expect(applyEdit(book, [{ op: 'insert', kind: 'line', parentId: scene.panels[0]!.id, afterId: null, item: { ...line, text: { en: 'a'.repeat(4000) } } }]).notices).toEqual([]);
});

describe('one field of many', () => {
  test('is set and taken back; who is gone is told', () => {
    const [a, b, c] = listPanels(book).map((panel) => panel.id) as [string, string, string];
    const { book: after, inverse, notices } = applyEdit(book, [{ op: 'each', kind: 'panel', field: 'importance', groups: [{ value: 6, ids: [a, 'nobody', b, a] }, { value: 1, ids: [c, a] }] }]);
    expect(listPanels(after).slice(0, 3).map((panel) => panel.importance)).toEqual([1, 6, 1]);
    expect(notices).toMatchObject([{ code: 'gone', id: 'nobody' }]);
    expect(applyEdit(after, inverse).book).toEqual(book);
  });
  test('fits, or is refused', () => {
    expect(() => applyEdit(book, [{ op: 'each', kind: 'panel', field: 'importance', groups: [{ value: 7, ids: [listPanels(book)[0]!.id] }] }])).toThrow(EditError);
    expect(() => applyEdit(book, [{ op: 'each', kind: 'line', field: 'text', groups: [{ value: {}, ids: ['x'] }] }])).toThrow(EditError);
  });
});

test('a panel that was moved away meanwhile does not come back twice with its scene', () => {
  const [from, to] = book.chapters[0]!.scenes as [Book['chapters'][number]['scenes'][number], Book['chapters'][number]['scenes'][number]];
  const removed = applyEdit(book, verbs.removeScene(book, from.id));
  const moved = applyEdit(applyEdit(book, verbs.movePanel(book, from.panels[0]!.id, { sceneId: to.id, beforeId: null })).book, verbs.removeScene(book, from.id)).book;
  const back = applyEdit(moved, removed.inverse);
  expect(listPanels(back.book).map((panel) => panel.id).sort()).toEqual(listPanels(book).map((panel) => panel.id).sort());
  expect(back.notices).toContainEqual(expect.objectContaining({ code: 'exists', kind: 'panel' }));
});

test('unseen marks never enter a book', () => {
  const line = listLines(book)[0]!;
  const { book: changed } = applyEdit(book, [{ op: 'text', id: line.id, language: 'en', from: line.text.en!, to: 'Good‮ evil\u0000\u200b' }, ...renameCharacter(book, book.bible.cast[0]!.id, 'A‮b')]);
  expect(listLines(changed)[0]!.text.en).toBe('Good evil');
  expect(changed.bible.cast[0]!.name).toBe('Ab');
});

test('ruby and stress stay on their words', () => {
  const line = listLines(book)[0]!;
  const text = line.text.en!;
  const marked = applyEdit(book, [{ op: 'set', kind: 'line', id: line.id, field: 'stress', value: { en: [{ start: text.length - 2, end: text.length, how: 'bold' }] } }]).book;
  const { book: longer, inverse } = applyEdit(marked, [{ op: 'text', id: line.id, language: 'en', from: text, to: `Oh. ${text}` }]);
  expect(listLines(longer)[0]!.stress!.en).toEqual([{ start: text.length + 2, end: text.length + 4, how: 'bold' }]);
  expect(applyEdit(longer, inverse).book).toEqual(marked);
});

test('of countless texts that met another change, only the first are compared letter by letter', () => {
  const { id, text } = listLines(book)[0]!;
  const met = (times: number): string => {
    let now = text.en ?? '';
    const ops = Array.from({ length: times }, (): EditOp[] => {
      const reset: EditOp = { op: 'text', id, language: 'en', from: now, to: 'x b c y' };
      now = 'x z c y';
      return [reset, { op: 'text', id, language: 'en', from: 'a b c', to: 'a z c' }];
    }).flat();
    return listLines(applyEdit(book, ops).book)[0]!.text.en ?? '';
  };
  expect(met(60)).toBe('x z c y');
  expect(met(61)).toBe('a z c');
});
