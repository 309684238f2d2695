import type { Line } from '../../model/book.ts';
import type { LineKind } from '../../model/kinds.ts';
import { fontsFor } from '../fonts/font-chains.ts';
import type { Fonts } from '../fonts/load-fonts.ts';
import { styleOf, type KindStyle } from '../kind-style.ts';
import { blockChoices, type BlockChoice } from '../shape/bubble-shape.ts';
import type { Atom } from '../text/atom.ts';
import { cleanText, textOfLine } from '../text/clean-text.ts';
import { horizontalAtoms } from '../text/horizontal-atoms.ts';
import { addRuby, cleanRuby } from '../text/ruby.ts';
import { roughLength, splitLine } from '../text/split-line.ts';
import { verticalAtoms } from '../text/vertical-atoms.ts';
import type { FontId, PageToLetter, PanelToLetter } from '../types.ts';

export type Person = PanelToLetter['people'][number];

/** One bubble to place: a line or a part of a long one. */
export type Unit = {
  line: Line;
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
    const parts = partsOf(line, panel, page, fonts, limitFactor);
    const previous = units.at(-1);
    const goesOn = previous !== undefined && !isAfterSound && line.speakerId !== undefined && previous.line.speakerId === line.speakerId && previous.kind === line.kind && line.kind !== 'narration' && line.kind !== 'shout';
    units.push(...parts.map((unit) => ({ ...unit, isJoined: unit.part > 0 || goesOn })));
    isAfterSound = false;
  }
  return units;
}

function partsOf(line: Line, panel: PanelToLetter, page: PageToLetter, fonts: Fonts, limitFactor: number): Unit[] {
  const raw = textOfLine(line, page.language);
  const text = cleanText(raw);
  const ruby = cleanRuby(raw, line.ruby);
  const speaker = line.isOffPanel ? undefined : panel.people.find((person) => person.id === line.speakerId);
  const style = styleOf({ language: page.language, kind: line.kind, isVertical: page.isVertical, isOffPanel: !speaker, hasRuby: ruby.length > 0 });
  const chain = fontsFor(page.language, line.kind).filter((id) => fonts.ids.includes(id));
  let offset = 0;
  const texts = splitLine(text, style.limit * limitFactor, page.language);
  return texts.map((part, i) => {
    const atoms = atomsOf(part, page, fonts, chain);
    addRuby(atoms, ruby, offset, { fonts, chain, isVertical: page.isVertical });
    offset += part.length;
    const sized = { ...style, size: style.size * emphasis(line.kind, part) };
    return { line, kind: line.kind, part: i, partCount: texts.length, text: part, style: sized, atoms, choices: once(() => blockChoices(atoms, style)), speaker, isJoined: false };
  });
}

function once<T>(find: () => T): () => T {
  let found: T | undefined;
  return () => (found ??= find());
}

/** A short cry is lettered larger. */
function emphasis(kind: LineKind, text: string): number {
  return kind === 'shout' ? Math.max(1, 1.25 - roughLength(text) * 0.03) : 1;
}

export function atomsOf(text: string, page: Pick<PageToLetter, 'language' | 'isVertical'>, fonts: Fonts, chain: readonly FontId[]): Atom[] {
  return page.isVertical ? verticalAtoms(text, page.language, fonts, chain) : horizontalAtoms(text, page.language, fonts, chain);
}
