/** For tests only: builds pages to letter. */
import type { Line } from '../model/book.ts';
import type { Direction, Language, LineKind } from '../model/kinds.ts';
import type { PageToLetter, PanelToLetter } from './types.ts';

export type Said = { kind?: LineKind; text: string; who?: string; isOffPanel?: boolean; ruby?: Line['ruby'] };

let count = 0;

export function lineOf(language: Language, said: Said): Line {
  const order = count++;
  return {
    id: `line-${order}`, kind: said.kind ?? 'speech', speaker: said.who ?? '', ...(said.who ? { speakerId: said.who } : {}), text: { [language]: said.text },
    ruby: said.ruby ?? [], order, isOffPanel: said.isOffPanel ?? false, isQuoted: true, continues: false,
  };
}

export function personAt(id: string, x: number, y: number, head: number): PanelToLetter['people'][number] {
  return {
    id, headBox: { x: x - head / 2, y: y - head / 2, width: head, height: head }, faceBox: { x: x - head * 0.32, y: y - head * 0.2, width: head * 0.64, height: head * 0.6 },
    bodyBox: { x: x - head * 0.8, y: y + head / 2, width: head * 1.6, height: head * 2 }, mouth: { x, y: y + head * 0.24 },
  };
}

type Options = { language?: Language; direction?: Direction; isVertical?: boolean; people?: PanelToLetter['people']; polygon?: PanelToLetter['polygon']; seed?: number };

/** A page of one panel: by default 960 x 700 u with two people low in the picture. */
export function onePanel(lines: Said[], options: Options = {}): PageToLetter {
  count = 0;
  const language = options.language ?? 'en';
  const isVertical = options.isVertical ?? language === 'ja';
  return {
    number: 3, width: 1075, height: 1518, safe: 40, language, isVertical, direction: options.direction ?? (isVertical ? 'rtl' : 'ltr'), seed: options.seed ?? 1,
    panels: [{
      id: 'panel', keepFree: [], lines: lines.map((said) => lineOf(language, said)),
      polygon: options.polygon ?? [{ x: 60, y: 60 }, { x: 1020, y: 60 }, { x: 1020, y: 760 }, { x: 60, y: 760 }],
      people: options.people ?? [personAt('a', 300, 600, 120), personAt('b', 780, 600, 120)],
    }],
  };
}
