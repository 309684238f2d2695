/** For tests only: finished books of the true engine, and picture tools that need no renderer. */
import { zlibSync } from 'fflate';
import { asWebtoon, finishBook } from '../make/finish-book.ts';
import { scriptBook, type ScriptOptions } from '../make/script-book.ts';
import { testPainters } from '../make/test-story.ts';
import { testFonts } from '../letter/test-fonts.ts';
import type { FontId } from '../letter/index.ts';
import type { ExportTools, FinishedBook, Raster } from './types.ts';

export const NOW = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));

const STORIES = {
  en: '# The "Odd" <Key> & Co\n\nNight fell on the old library.\n\n"Who is there?" asked Mara.\n\n"Only me," said Jonas. "I brought the key."\n\n"Then hurry!" cried Mara.\n\n* * *\n\nNext morning, in the kitchen, Mara made tea.\n\n"It opened nothing," said Jonas.',
  ja: '# 雨の駅\n\n夜の駅のホームで、美咲は傘を差し出した。\n\n「どうぞ、使ってください」と美咲は言った。\n\n「ありがとう。明日、返すよ」と健太は笑った。\n\n「約束だよ！」美咲は叫んだ。',
} as const;

const FONTS: Record<keyof typeof STORIES, FontId[]> = { en: ['comic-neue', 'comic-neue-bold', 'bangers', 'patrick-hand'], ja: ['shippori-antique', 'yusei-magic', 'reggae-one', 'dela-gothic-one', 'klee-one'] };

const made = new Map<string, Promise<FinishedBook>>();

/** Each kind of book is drawn once for all tests. Do not change what you get. */
export function testBook(language: keyof typeof STORIES, options: ScriptOptions & { isStrip?: boolean } = {}): Promise<FinishedBook> {
  const key = JSON.stringify([language, options]);
  let book = made.get(key);
  if (!book) made.set(key, (book = makeBook(language, options)));
  return book;
}

async function makeBook(language: keyof typeof STORIES, { isStrip, ...options }: ScriptOptions & { isStrip?: boolean }): Promise<FinishedBook> {
  const book = scriptBook(STORIES[language], { author: 'A. "Quill" & Sons', seed: 5, ...options });
  return finishBook(isStrip ? asWebtoon(book) : book, { painters: await testPainters(), fonts: await testFonts(FONTS[language]) });
}

export type CountingTools = ExportTools & { drawn: string[]; laidOver: number };

/** White pages of the right size; what was asked for is counted. */
export async function whiteTools(): Promise<CountingTools> {
  const tools: CountingTools = {
    drawn: [], laidOver: 0, now: NOW, fonts: await testFonts(['comic-neue']),
    async rasterise(svg, { width, isColour }) {
      tools.drawn.push(svg);
      const [, documentWidth, documentHeight] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
      return white(width, Math.round((Number(documentHeight) / Number(documentWidth)) * width), isColour ? 3 : 1);
    },
    async rasteriseOver(ground) {
      tools.laidOver += 1;
      return { ...ground };
    },
    encodePng: async (raster) => tinyPng(raster),
    encodeJpeg: async (raster) => tinyJpeg(raster),
  };
  return tools;
}

function white(width: number, height: number, channels: 1 | 3): Raster {
  return { width, height, channels, data: new Uint8Array(width * height * channels).fill(255) };
}

/** PNG (ISO 15948) with one unfiltered image stream. */
function tinyPng({ width, height, channels, data }: Raster): Uint8Array {
  const row = width * channels;
  const rows = new Uint8Array((row + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * row, (y + 1) * row), y * (row + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, channels === 1 ? 0 : 2, 0, 0, 0], 8);
  return join([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), chunk('IHDR', header), chunk('IDAT', zlibSync(rows, { level: 1 })), chunk('IEND', new Uint8Array())]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = join([new TextEncoder().encode(name), data]);
  const framed = new Uint8Array(body.length + 8);
  const view = new DataView(framed.buffer);
  view.setUint32(0, data.length);
  framed.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return framed;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The frame of a JPEG (T.81, B.2) without a scan: enough for who reads its size. */
function tinyJpeg({ width, height }: Raster): Uint8Array {
  return Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xff, 0xd9);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
