/** Cuts the cleaned text into headings, scene marks and paragraphs (one line each). */
import { readHeading } from './headings.ts';

export type Block = {
  type: 'paragraph' | 'heading' | 'mark';
  start: number;
  end: number;
  /** A gap wide enough to mean a new scene stands before it. */
  hasGapBefore: boolean;
};

/** Blocks in order; every character that is no newline lies in exactly one of them. */
export function splitBlocks(text: string): Block[] {
  const rows = listRows(text);
  const usualGap = findUsualGap(rows);
  return rows.map(({ start, end, blanksBefore }, index) => {
    const line = text.slice(start, end);
    const isMark = /^[\s*_\-=~#＊※◇◆☆★○●□■§·・—–―…⁂❦]+$/.test(line) && !/^[—–―…]{1,2}$/.test(line);
    const isAlone = blanksBefore > 0 || index === 0 || (rows[index + 1]?.blanksBefore ?? 1) > 0;
    const isTitle = index === 0 && rows.length > 2 && isTitleLine(line, (rows[1]?.blanksBefore ?? 0) > 0);
    const type = isMark ? 'mark' : isTitle || readHeading(line, isAlone) !== undefined ? 'heading' : 'paragraph';
    return { type, start, end, hasGapBefore: index > 0 && blanksBefore > usualGap };
  });
}

/** The first line of a story is its title when it is short, no sentence and nothing spoken. */
function isTitleLine(line: string, isApart: boolean): boolean {
  const isShort = line.length <= (/[\u3040-\u9fff]/.test(line) ? 20 : 70);
  return isShort && isApart && !/[.。!！?？…,，、:：;”"」』’]$/.test(line) && !/["“”「」『』—*]|^['‘]/.test(line);
}

type Row = { start: number; end: number; blanksBefore: number };

function listRows(text: string): Row[] {
  const rows: Row[] = [];
  let blanks = 0;
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() === '') blanks++;
    else {
      rows.push({ start: at, end: at + line.length, blanksBefore: blanks });
      blanks = 0;
    }
    at += line.length + 1;
  }
  return rows;
}

/** 0 when paragraphs follow each other line by line, 1 when an empty line between them is the custom of the text. */
function findUsualGap(rows: Row[]): number {
  const gaps = rows.slice(1).filter((row) => row.blanksBefore > 0).length;
  return rows.length > 2 && gaps / (rows.length - 1) > 0.4 ? 1 : rows.length <= 2 ? 1 : 0;
}
