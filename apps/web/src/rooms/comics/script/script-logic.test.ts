import { listLines, listPanels, type Book } from '@komawari/comic';
import { applyEdit, setSpeaker, splitScene, type EditOp } from '@komawari/comic/edit';
import { scriptBook } from '@komawari/comic/make';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caretAfter } from './caret.ts';
import { findInScript, replaceInScript } from './find-in-script.ts';
import { likelySpeakers } from './likely-speakers.ts';
import { lockedTarget } from './locks.ts';
import { dropLine, dropPanelsAt, dropPanelsInto, dropScene, joinChapterToLast, nudgeLine, nudgePanels, nudgeScene, splitChapter } from './moves.ts';
import { rowsOf } from './script-rows.ts';
import { listWarnings, nextWarning, orderOf, textWeight, warningsOfPanel } from './warnings.ts';

const STORY = `# Rain

"Come in," said Mara. "You are wet."

"I am fine," said Tom. He closed the door.

"Is there tea?" asked Tom.

The next morning, in the forest, the birds sang.

"There is a fox," whispered Mara.

Tom ran through the trees.

"Wait!" shouted Mara.`;
const written = scriptBook(STORY, { language: 'en' });
/** Of two scenes at least. */
const book = applyEdit(written, splitScene(written, listPanels(written)[2]!.id, 'scene-two')).book;
const done = (of: Book, ops: readonly EditOp[]) => applyEdit(of, ops).book;
const panelIds = (of: Book) => listPanels(of).map((panel) => panel.id);
const lineIds = (of: Book) => listLines(of).map((line) => line.id);
const line = (index: number) => listLines(book)[index]!;
const firstScene = book.chapters[0]!.scenes[0]!;

describe('moving by one place', () => {
  test('a line goes past its neighbours, and over the border of its panel', () => {
    let now = book;
    const { id } = line(0);
    for (let i = 0; i < 200; i += 1) {
      const ops = nudgeLine(now, id, 1);
      if (ops.length === 0) break;
      now = done(now, ops);
    }
    expect(lineIds(now).at(-1)).toBe(id);
    expect(listPanels(now).at(-1)?.lines.at(-1)?.id).toBe(id);
    for (let i = 0; i < 200; i += 1) {
      const ops = nudgeLine(now, id, -1);
      if (ops.length === 0) break;
      now = done(now, ops);
    }
    expect(lineIds(now)).toEqual(lineIds(book));
  });

  test('a panel moves from the first place to the last and back, through every scene', () => {
    let now = book;
    const id = panelIds(book)[0]!;
    let steps = 0;
    for (; steps < 200; steps += 1) {
      const ops = nudgePanels(now, new Set([id]), 1);
      if (ops.length === 0) break;
      now = done(now, ops);
    }
    expect(panelIds(now).at(-1)).toBe(id);
    for (let i = 0; i < steps; i += 1) now = done(now, nudgePanels(now, new Set([id]), -1));
    expect(now).toEqual(book);
  });

  test('whatever is nudged or dropped, every panel and line is there once', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(40), fc.nat(40), fc.boolean()), { maxLength: 12 }), (steps) => {
      let now = book;
      for (const [kind, a, b, flag] of steps) {
        const [panels, lines, scenes] = [panelIds(now), lineIds(now), now.chapters.flatMap((chapter) => chapter.scenes.map((scene) => scene.id))];
        const [panel, other] = [panels[a % panels.length]!, panels[b % panels.length]!];
        const [one, two] = [lines[a % lines.length]!, lines[b % lines.length]!];
        const [scene, over] = [scenes[a % scenes.length]!, scenes[b % scenes.length]!];
        const by = flag ? 1 : -1;
        const ops = [
          () => nudgeLine(now, one, by), () => nudgePanels(now, new Set([panel, other]), by), () => dropLine(now, one, { overId: two, isAfter: flag }),
          () => dropPanelsAt(now, new Set([panel, panels[0]!]), { overId: other, isAfter: flag }), () => dropPanelsInto(now, new Set([panel]), over), () => (flag ? nudgeScene(now, scene, by) : dropScene(now, scene, { overId: over, isAfter: b % 2 === 0 })),
        ][kind]!();
        const applied = applyEdit(now, ops);
        expect(applied.notices).toEqual([]);
        expect(applyEdit(applied.book, applied.inverse).book).toEqual(now);
        now = applied.book;
      }
      expect(panelIds(now).toSorted()).toEqual(panelIds(book).toSorted());
      expect(lineIds(now).toSorted()).toEqual(lineIds(book).toSorted());
    }), { numRuns: 60 });
  });

  test('a dropped line stands where it fell', () => {
    const [a, b] = [line(0), line(3)];
    expect(lineIds(done(book, dropLine(book, a.id, { overId: b.id, isAfter: true })))).toEqual([...lineIds(book).slice(1, 4), a.id, ...lineIds(book).slice(4)]);
    expect(lineIds(done(book, dropLine(book, b.id, { overId: a.id, isAfter: false })))).toEqual([b.id, ...lineIds(book).filter((id) => id !== b.id)]);
    expect(dropLine(book, a.id, { overId: a.id, isAfter: true })).toEqual([]);
  });

  test('chapters are split before a scene and joined again', () => {
    const scenes = book.chapters[0]!.scenes;
    expect(splitChapter(book, scenes[0]!.id, 'ch-new')).toEqual([]);
    const split = done(book, splitChapter(book, scenes[1]!.id, 'ch-new'));
    expect(split.chapters.map((chapter) => chapter.scenes.length)).toEqual([1, scenes.length - 1]);
    expect(joinChapterToLast(split, split.chapters[0]!.id)).toEqual([]);
    expect(done(split, joinChapterToLast(split, 'ch-new'))).toEqual(book);
  });
});

describe('locks', () => {
  const { id: panelId } = listPanels(book)[0]!;
  const { id: lineId } = line(0);
  const locked = done(book, [{ op: 'set', kind: 'panel', id: panelId, field: 'isLocked', value: true }]);
  const lineLocked = done(book, [{ op: 'set', kind: 'line', id: lineId, field: 'isLocked', value: true }]);

  test.each<[string, EditOp]>([
    ['its action', { op: 'set', kind: 'panel', id: panelId, field: 'action', value: 'x' }],
    ['its place', { op: 'move', kind: 'panel', id: panelId, parentId: firstScene.id, afterId: null }],
    ['its end', { op: 'remove', kind: 'panel', id: panelId }],
    ['the text of its lines', { op: 'text', id: lineId, language: 'en', from: '', to: 'x' }],
    ['a new line', { op: 'insert', kind: 'line', parentId: panelId, afterId: null, item: { id: 'new' } }],
    ['a line from elsewhere', { op: 'move', kind: 'line', id: listLines(book).at(-1)!.id, parentId: panelId, afterId: null }],
    ['the end of its scene', { op: 'remove', kind: 'scene', id: firstScene.id }],
  ])('a locked panel refuses %s', (_, op) => {
    expect(lockedTarget(locked, [op])?.panelId).toBe(panelId);
    expect(lockedTarget(book, [op])).toBeUndefined();
  });

  test('a locked line refuses its text and its speaker, and the end of its panel; its panel may move', () => {
    expect(lockedTarget(lineLocked, setSpeaker(book, lineId, { name: 'Anna' }))).toMatchObject({ kind: 'line', id: lineId });
    expect(lockedTarget(lineLocked, [{ op: 'remove', kind: 'panel', id: panelId }])).toMatchObject({ kind: 'line' });
    expect(lockedTarget(lineLocked, [{ op: 'move', kind: 'panel', id: panelId, parentId: firstScene.id, afterId: null }])).toBeUndefined();
  });

  test('unlocking is never refused', () => expect(lockedTarget(locked, [{ op: 'set', kind: 'panel', id: panelId, field: 'isLocked', value: false }])).toBeUndefined());
});

describe('warnings', () => {
  const wanted = { language: 'en' as const, editions: [] };
  const panel = listPanels(book).find((one) => one.lines.length > 0)!;
  const [spoken] = panel.lines;

  test('tell empty, long, unsure and untranslated lines', () => {
    const withText = (text: string, more = {}) => warningsOfPanel({ ...panel, lines: [{ ...spoken!, isOffPanel: true, text: { en: text }, ...more }] }, wanted).filter((one) => one.lineId !== undefined).map((one) => one.code);
    expect(withText('Fine.')).toEqual([]);
    expect(withText('  ')).toEqual(['empty-line']);
    expect(withText('x'.repeat(221))).toEqual(['long-line']);
    expect(withText('x'.repeat(219))).toEqual([]);
    expect(withText('雨'.repeat(91))).toEqual(['long-line']);
    expect(withText('Who?', { isUnsure: true })).toEqual(['unsure']);
    expect(warningsOfPanel({ ...panel, lines: [{ ...spoken!, text: { en: 'Rain.', ja: ' ' } }] }, { language: 'en', editions: ['ja', 'zh'] }).filter((one) => one.code === 'untranslated').map((one) => one.language)).toEqual(['ja', 'zh']);
    expect(textWeight('雨。ab')).toBeCloseTo(2 + (2 * 90) / 220);
  });

  test('tell panels that are empty, too full, or speak with nobody in them', () => {
    const bare = { ...panel, characters: [], lines: [], props: [], crowd: 0, action: ' ' };
    expect(warningsOfPanel(bare, wanted).map((one) => one.code)).toEqual(['empty-panel']);
    expect(warningsOfPanel({ ...bare, lines: [{ ...spoken!, kind: 'speech', speakerId: 'c1', isOffPanel: false }] }, wanted).map((one) => one.code)).toContain('nobody');
    expect(warningsOfPanel({ ...bare, lines: [{ ...spoken!, kind: 'speech', speakerId: 'c1', isOffPanel: true }] }, wanted).map((one) => one.code)).not.toContain('nobody');
    const full = Array.from({ length: 3 }, (_, i) => ({ ...spoken!, id: `l${i}`, text: { en: 'x'.repeat(200) } }));
    expect(warningsOfPanel({ ...panel, importance: 1, lines: full }, wanted).map((one) => one.code)).toContain('crowded');
    expect(warningsOfPanel({ ...panel, importance: 6, lines: full }, wanted).map((one) => one.code)).not.toContain('crowded');
  });

  test('are walked in the order of the script, round and round', () => {
    const [a, b, c] = [line(0), line(2), line(4)];
    const troubled = done(book, [a, c].map(({ id, text }): EditOp => ({ op: 'text', id, language: 'en', from: text.en!, to: '' })));
    const warnings = listWarnings(troubled).filter((one) => one.code === 'empty-line');
    const order = orderOf(troubled);
    expect(warnings.map((one) => one.lineId)).toEqual([a.id, c.id]);
    expect(nextWarning(warnings, order, undefined, 1)?.lineId).toBe(a.id);
    expect(nextWarning(warnings, order, b.id, 1)?.lineId).toBe(c.id);
    expect(nextWarning(warnings, order, c.id, 1)?.lineId).toBe(a.id);
    expect(nextWarning(warnings, order, b.id, -1)?.lineId).toBe(a.id);
    expect(nextWarning(warnings, order, a.id, -1)?.lineId).toBe(c.id);
    expect(nextWarning([], order, a.id, 1)).toBeUndefined();
  });

  test('likely speakers begin with the one it is given to, and are of the cast', () => {
    const spokenLine = listLines(book).find((one) => one.speakerId !== undefined)!;
    const likely = likelySpeakers(book, spokenLine.id);
    expect(likely[0]?.id).toBe(spokenLine.speakerId);
    expect(new Set(likely).size).toBe(likely.length);
    expect(likelySpeakers(book, 'gone')).toEqual([]);
  });
});

describe('find and replace', () => {
  test('finds whatever the case, in lines and actions, and replaces all in one step', () => {
    const found = findInScript(book, 'TEA');
    expect(found.length).toBeGreaterThan(0);
    const { ops, kept } = replaceInScript(book, found, 'coffee');
    expect(kept).toBe(0);
    const after = done(book, ops);
    expect(findInScript(after, 'tea')).toEqual([]);
    expect(findInScript(after, 'coffee').length).toBe(found.length);
    expect(findInScript(book, '')).toEqual([]);
  });

  test('leaves the end of a line as it is read', () => {
    const told = scriptBook('"I like the tea," said Mara.', { language: 'en' });
    const closed = (of: Book) => listLines(of).map((one) => [one.text['en'], one.isClosedByTag]);
    expect(closed(told)).toContainEqual(['I like the tea,', true]);
    expect(closed(done(told, replaceInScript(told, findInScript(told, 'tea'), 'rain').ops))).toContainEqual(['I like the rain,', true]);
    expect(closed(done(told, replaceInScript(told, findInScript(told, 'tea,'), 'rain!').ops))).toContainEqual(['I like the rain!', undefined]);
  });

  test('leaves what is locked, and says so', () => {
    const found = findInScript(book, 'tea').filter((one) => one.lineId !== undefined);
    const locked = done(book, found.map(({ lineId }): EditOp => ({ op: 'set', kind: 'line', id: lineId!, field: 'isLocked', value: true })));
    expect(replaceInScript(locked, found, 'coffee')).toEqual({ ops: [], kept: found.length });
  });
});

test('the caret stays with its letter when somebody else writes before or behind it', () => {
  expect(caretAfter('The sea', 'At night the sea', 3)).toBe(12);
  expect(caretAfter('The sea', 'The sea, at night', 3)).toBe(3);
  expect(caretAfter('The sea', 'The wild sea', 7)).toBe(12);
  expect(caretAfter('abc', '', 2)).toBe(0);
});

test('rows number scenes and panels through all chapters', () => {
  const rows = rowsOf(book);
  expect(rows.filter((row) => row.kind === 'panel').map((row) => row.number)).toEqual(panelIds(book).map((_, i) => i + 1));
  expect(rows.filter((row) => row.kind === 'scene').length).toBe(book.chapters.flatMap((chapter) => chapter.scenes).length);
});
