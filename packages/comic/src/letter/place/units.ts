import type { Line } from '../../model/book.ts';
import type { LineKind } from '../../model/kinds.ts';
import { handOf, type Hand } from '../hand.ts';
import { fontsFor } from '../fonts/font-chains.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import { styleOf, type KindStyle } from '../kind-style.ts';
import { blockChoices, type BlockChoice } from '../shape/bubble-shape.ts';
import type { Atom } from '../text/atom.ts';
import { cleanText, textOfLine } from '../text/clean-text.ts';
import { cutAt } from '../text/offsets.ts';
import { addStress, hasDots, stressOf } from '../text/stress.ts';
import { horizontalAtoms, wordAtom } from '../text/horizontal-atoms.ts';
import { addRuby, cleanRuby, rubyOf } from '../text/ruby.ts';
import { chainForText } from '../text/pick-font.ts';
import { roughLength, splitLine } from '../text/split-line.ts';
import { verticalAtoms } from '../text/vertical-atoms.ts';
import type { FontId, PageToLetter, PanelToLetter } from '../types.ts';

export type Person = PanelToLetter['people'][number];

/** One bubble to place: a line, a part of a long one, or the lines of one sentence. */
export type Unit = {
  line: Line;
  /** Lines that go on the sentence of `line` in the same bubble. */
  further: Line[];
  kind: LineKind;
  part: number;
  partCount: number;
  text: string;
  style: KindStyle;
  atoms: Atom[];
  /** Ways to set the text; found when first asked for. */
  choices: () => BlockChoice[];
  speaker: Person | undefined;
  /** Joined to the unit before it: same line, or same voice going on. */
  isJoined: boolean;
  /** What is set by hand of the line. */
  hand?: Hand;
};

/** `limitFactor` below 1 cuts long lines into more and smaller bubbles. */
export function unitsOf(panel: PanelToLetter, page: PageToLetter, fonts: Fonts, limitFactor: number): Unit[] {
  const units: Unit[] = [];
  let isAfterSound = false;
  for (const line of panel.lines) {
    if (line.kind === 'sfx') {
      isAfterSound = true;
      continue;
    }
    const previous = units.at(-1);
    const hand = handOf(line, page.language);
    const goesOn = previous !== undefined && !isAfterSound && line.speakerId !== undefined && previous.line.speakerId === line.speakerId && previous.kind === line.kind && line.kind !== 'narration' && line.kind !== 'shout';
    if (goesOn && !hand && !previous.hand?.splits?.length && isOneSentence(previous, line, page, limitFactor)) {
      units[units.length - 1] = { ...unitOf([previous.line, ...previous.further, line], panel, page, fonts), isJoined: previous.isJoined };
      continue;
    }
    const parts = partsOf(line, panel, page, fonts, limitFactor, hand);
    units.push(...parts.map((unit) => ({ ...unit, isJoined: unit.part > 0 || ((hand?.joins ?? goesOn) && previous !== undefined) })));
    isAfterSound = false;
  }
  return units;
}

/** `"I think," she said, "we should go."`: a quote that breaks off at a comma and the one that ends its sentence. */
function isOneSentence(previous: Unit, line: Line, page: PageToLetter, limitFactor: number): boolean {
  const text = cleanText(textOfLine(line, page.language));
  if (previous.partCount > 1 || !/[,，、]$/.test(previous.text) || text === '' || previous.line.isOffPanel !== line.isOffPanel) return false;
  // `"Sit down," said Tom. "It rains."` are two sentences: a capital tells, unless it is the word I.
  if (page.language === 'en' && !/^[^\p{L}]*(?:\p{Ll}|I\b)/u.test(text)) return false;
  return roughLength(previous.text) + roughLength(text) <= previous.style.limit * Math.max(0.9, limitFactor);
}

type Setting = { style: KindStyle; chain: FontId[]; speaker: Person | undefined; isVertical: boolean };
type Marks = { hasRuby: boolean; hasDots: boolean; hand: Hand | undefined };

function settingOf(line: Line, panel: PanelToLetter, page: PageToLetter, fonts: Fonts, { hasRuby, hasDots, hand }: Marks): Setting {
  const isVertical = hand?.isVertical ?? page.isVertical;
  const speaker = line.isOffPanel ? undefined : panel.people.find((person) => person.id === line.speakerId);
  const style = styleOf({ language: page.language, kind: line.kind, isVertical, isOffPanel: !speaker, hasRuby, hasDots });
  return { style, speaker, isVertical, chain: chainOf(page, line.kind, fonts, hand) };
}

/** The fonts of a kind of line; one chosen by hand comes first when it is there. */
export function chainOf(page: Pick<PageToLetter, 'language'>, kind: LineKind, fonts: Fonts, hand: Hand | undefined): FontId[] {
  const usual = fontsFor(page.language, kind).filter((id) => fonts.ids.includes(id));
  return hand?.font && fonts.ids.includes(hand.font) ? [hand.font, ...usual.filter((id) => id !== hand.font)] : usual;
}

/** The lines of one sentence as one unit. */
function unitOf(lines: readonly Line[], panel: PanelToLetter, page: PageToLetter, fonts: Fonts): Unit {
  const line = lines[0]!;
  const rubies = lines.map((each) => cleanRuby(textOfLine(each, page.language), rubyOf(each, page.language)));
  const stresses = lines.map((each) => stressOf(each, page.language));
  const hand = handOf(line, page.language);
  const { style, speaker, chain, isVertical } = settingOf(line, panel, page, fonts, { hasRuby: rubies.some((ruby) => ruby.length > 0), hasDots: stresses.some(hasDots), hand });
  const texts = lines.map((each) => cleanText(textOfLine(each, page.language)));
  const spaced = texts.map((text, i) => (i < texts.length - 1 && text.endsWith(',') ? `${text} ` : text));
  const text = spaced.join('');
  const setting = { language: page.language, isVertical };
  const atoms = atomsOf(text, setting, fonts, chain);
  let at = 0;
  const ends = spaced.map((each) => (at += each.length));
  at = 0;
  for (const atom of atoms) {
    const saying = ends.findIndex((end) => at < end);
    if (saying > 0) atom.saying = saying;
    at += atom.text.length;
  }
  const begins = ends.map((end, i) => end - spaced[i]!.length);
  stressAtoms(atoms, text, stresses.flatMap((runs, i) => runs.map((run) => shifted(run, begins[i]!))), 0, { ...setting, fonts, chain });
  rubies.forEach((ruby, i) => addRuby(atoms, ruby.map((run) => shifted(run, begins[i]!)), 0, { fonts, chain, isVertical }));
  return { ...(hand ? { hand } : {}), line, further: lines.slice(1), kind: line.kind, part: 0, partCount: 1, text, style, atoms, choices: once(() => blockChoices(atoms, style)), speaker, isJoined: false };
}

const shifted = <T extends { start: number; end: number }>(run: T, by: number): T => ({ ...run, start: run.start + by, end: run.end + by });

function partsOf(line: Line, panel: PanelToLetter, page: PageToLetter, fonts: Fonts, limitFactor: number, hand: Hand | undefined): Unit[] {
  const raw = textOfLine(line, page.language);
  const text = cleanText(raw);
  const ruby = cleanRuby(raw, rubyOf(line, page.language));
  const stress = stressOf(line, page.language);
  const { style, speaker, chain, isVertical } = settingOf(line, panel, page, fonts, { hasRuby: ruby.length > 0, hasDots: hasDots(stress), hand });
  const setting = { language: page.language, isVertical };
  let offset = 0;
  const texts = hand?.splits ? cutAt(text, hand.splits) : splitLine(text, style.limit * limitFactor, page.language);
  return texts.map((part, i) => {
    const atoms = atomsOf(part, setting, fonts, chain);
    stressAtoms(atoms, part, stress, offset, { ...setting, fonts, chain });
    addRuby(atoms, ruby, offset, { fonts, chain, isVertical });
    offset += part.length;
    const sized = { ...style, size: style.size * emphasis(line.kind, part) };
    return { ...(hand ? { hand } : {}), line, further: [], kind: line.kind, part: i, partCount: texts.length, text: part, style: sized, atoms, choices: once(() => blockChoices(atoms, style)), speaker, isJoined: false };
  });
}

function once<T>(find: () => T): () => T {
  let found: T | undefined;
  return () => (found ??= find());
}

/** A short cry is lettered larger. */
export function emphasis(kind: LineKind, text: string): number {
  return kind === 'shout' ? Math.max(1, 1.25 - roughLength(text) * 0.03) : 1;
}

export function atomsOf(text: string, page: Pick<PageToLetter, 'language' | 'isVertical'>, fonts: Fonts, chain: readonly FontId[]): Atom[] {
  const fitting = chainForText(fonts, chain, text);
  return page.isVertical ? verticalAtoms(text, page.language, fonts, fitting) : horizontalAtoms(text, page.language, fonts, fitting);
}

type Letters = Pick<PageToLetter, 'language' | 'isVertical'> & { fonts: Fonts; chain: readonly FontId[] };

/** Stresses the atoms of a text that begins at `offset` of its line. */
export function stressAtoms(atoms: Atom[], text: string, runs: ReturnType<typeof stressOf>, offset: number, letters: Letters): void {
  if (runs.length === 0) return;
  const { fonts } = letters;
  // The fonts stay those that the whole text calls for.
  const chain = chainForText(fonts, letters.chain, text);
  const build = (styled: readonly FontId[]): Atom[] => (letters.isVertical ? verticalAtoms(text, letters.language, fonts, styled) : horizontalAtoms(text, letters.language, fonts, styled));
  addStress(atoms, runs, offset, { ...letters, chain, build, word: (word, styled) => wordAtom(word, fonts, styled) });
}
