/** Groups the beats of a scene into panels: what can be said and shown in one moment. */
import type { Language, LineKind } from '../model/kinds.ts';
import type { Beat } from '../writer/types.ts';
import type { Telling } from './deeds.ts';
import { splitByWeight, textWeight } from './text-weight.ts';

export type DraftLine = {
  kind: LineKind; text: string; speakerKey?: string; isQuoted: boolean; isOffPanel: boolean; isUnsure?: boolean; isClosedByTag?: boolean; continues: boolean; cue: string;
  /** UTF-16 offset in the cleaned text. */ at: number;
};

export type DraftPanel = {
  lines: DraftLine[];
  /** Narration round the panel, shown or not: tells action, place, things. */
  told: string;
  /** The same, piece by piece with whom each names. */
  tellings: Telling[];
  mentions: string[];
};

/** How much goes into one panel; `scale` above 1 makes fewer and fuller panels. */
export type Budget = {
  spoken: number; caption: number; linesMax: number; single: number;
  /** Narration may follow speech in one panel: for books with few panels. */ joins: boolean;
};

export function budgetOf(scale: number): Budget {
  return {
    spoken: 50 * scale, caption: 44 * scale, linesMax: scale > 1.6 ? Math.round(scale * 2.5) : scale < 0.7 ? 1 : 2, single: Math.max(110, 50 * scale),
    joins: scale > 1.6,
  };
}

export function draftPanels(beats: readonly Beat[], budget: Budget, language: Language): DraftPanel[] {
  const panels: DraftPanel[] = [];
  let current: DraftPanel = emptyPanel();
  const flush = (): void => {
    if (current.lines.length > 0) {
      panels.push(current);
      current = emptyPanel();
    }
  };
  for (const beat of beats) {
    if (beat.type === 'break') flush();
    else if (beat.type === 'narration' && beat.isTag) note(current, beat.text, beat.mentions);
    else if (beat.type === 'narration') {
      let at = beat.start;
      splitByWeight(beat.text, budget.caption, language).forEach((text, i) => {
        if (!takesCaption(current, text, budget)) flush();
        current.lines.push({ kind: 'narration', text, isQuoted: false, isOffPanel: false, continues: i > 0, cue: '', at });
        at += text.length;
        note(current, text, beat.mentions);
      });
    } else {
      let at = beat.start;
      splitByWeight(beat.text, budget.single, language).forEach((text, i, pieces) => {
        if (!takesLine(current, beat, text, budget)) flush();
        current.lines.push({
          kind: beat.kind, text, speakerKey: beat.speakerKey, isQuoted: beat.isQuoted, isOffPanel: beat.isOffPanel, isUnsure: beat.isUnsure, isClosedByTag: beat.isClosedByTag === true && i === pieces.length - 1,
          continues: i > 0, cue: beat.cue, at,
        });
        at += text.length;
        note(current, '', beat.speakerKey === undefined ? [] : [beat.speakerKey]);
      });
    }
  }
  flush();
  return panels;
}

function emptyPanel(): DraftPanel {
  return { lines: [], told: '', tellings: [], mentions: [] };
}

function note(panel: DraftPanel, told: string, mentions: readonly string[]): void {
  panel.told = panel.told === '' ? told : `${panel.told} ${told}`.trimEnd();
  if (told !== '') panel.tellings.push({ text: told, mentions });
  for (const key of mentions) if (!panel.mentions.includes(key)) panel.mentions.push(key);
}

function weightOf(lines: readonly DraftLine[]): number {
  return lines.reduce((sum, line) => sum + textWeight(line.text), 0);
}

/** A caption opens a panel, or joins captions; after speech it begins the next moment. */
function takesCaption(panel: DraftPanel, text: string, budget: Budget): boolean {
  if (panel.lines.length === 0) return true;
  if (budget.joins) return weightOf(panel.lines) + textWeight(text) <= budget.spoken;
  if (panel.lines.some((line) => line.kind !== 'narration')) return false;
  return panel.lines.length < 2 && weightOf(panel.lines) + textWeight(text) <= budget.caption;
}

function takesLine(panel: DraftPanel, beat: Beat & { type: 'line' }, text: string, budget: Budget): boolean {
  if (panel.lines.length === 0) return true;
  const spoken = panel.lines.filter((line) => line.kind !== 'narration');
  const total = weightOf(panel.lines) + textWeight(text);
  if (spoken.length === 0) return total <= budget.spoken + budget.caption * 0.5;
  const speakers = new Set([...spoken.map((line) => line.speakerKey), beat.speakerKey]);
  if (budget.joins) return spoken.length < budget.linesMax && speakers.size <= 3 && total <= budget.spoken;
  const isShort = total <= budget.spoken * 0.5;
  if (spoken.length >= (isShort ? budget.linesMax + 1 : budget.linesMax) || speakers.size > 2) return false;
  // A shout is a moment of its own: it is not appended to a calm line.
  if (beat.kind === 'shout' && spoken.at(-1)?.kind !== 'shout' && total > 14) return false;
  return total <= budget.spoken;
}

/** Chooses the narration worth a caption when a story has more of it than pages can bear. */
export function keepKeyNarration(beats: readonly Beat[], salience: (text: string, mentions: readonly string[]) => number): Beat[] {
  const kept: Beat[] = [];
  let run: (Beat & { type: 'narration' })[] = [];
  const close = (): void => {
    const shown = run.filter((beat) => !beat.isTag);
    const limit = Math.max(2, Math.ceil(shown.length * 0.5));
    const ranked = shown.map((beat, i) => ({ beat, score: salience(beat.text, beat.mentions) + (i === 0 ? 3 : 0) + (i === shown.length - 1 ? 2 : 0) }));
    const chosen = new Set(ranked.toSorted((a, b) => b.score - a.score).slice(0, limit).map((entry) => entry.beat));
    // What is not shown still tells the artist what happens.
    for (const beat of run) kept.push(beat.isTag || chosen.has(beat) ? beat : { ...beat, isTag: true });
    run = [];
  };
  for (const beat of beats) {
    if (beat.type === 'narration') run.push(beat);
    else {
      close();
      kept.push(beat);
    }
  }
  close();
  return kept;
}
