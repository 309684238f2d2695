import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { BOOK_ARTS, BOOK_CHARACTERS, BOOK_COMPOSITIONS, BOOK_DIRECTIONS, BOOK_FORMATS, BOOK_LANGUAGES, BOOK_LINES, BOOK_MOODS, BOOK_PALETTES, BOOK_STYLES, EXPORT_FORMATS, oneLine, type ExportFormat, type MakeOptions } from '@komawari/contract';
import { StartupError } from '../../config/startup-error.ts';
import type { MakerName } from './choose-makers.ts';

export type MakeCommand = {
  /** Path of the story, or `-` for standard input. */
  story: string;
  outDir: string;
  formats: ExportFormat[];
  options: MakeOptions;
  /** Models that draw and read instead of the built-in ones, by provider and id. */
  artist: MakerName | undefined;
  writer: MakerName | undefined;
  dpi: number;
  asJson: boolean;
  /** Never attach to a running instance. */
  isAlone: boolean;
  /** PDF and PSD with bleed, PDF with crop marks. */
  isForPrint: boolean;
  /** Pages rasterised side by side. */
  parallel: number;
};

const FLAGS = {
  out: { type: 'string', default: '.' }, formats: { type: 'string', default: 'pdf,cbz' }, format: { type: 'string' }, direction: { type: 'string' }, lang: { type: 'string' },
  panels: { type: 'string' }, artist: { type: 'string', default: 'storyboard' }, writer: { type: 'string', default: 'built-in' }, style: { type: 'string' }, palette: { type: 'string' },
  art: { type: 'string' }, mood: { type: 'string' }, character: { type: 'string' }, line: { type: 'string' }, composition: { type: 'string' },
  seed: { type: 'string' }, dpi: { type: 'string', default: '150' }, title: { type: 'string' }, author: { type: 'string' }, json: { type: 'boolean', default: false }, alone: { type: 'boolean', default: false }, print: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export const MAKE_USAGE = `koma make STORY [--out DIR] [--formats ${EXPORT_FORMATS.join(',')}] [--format ${BOOK_FORMATS.join('|')}]
          [--direction rtl|ltr] [--lang zh|en|ja] [--panels N] [--title T] [--author A] [--palette P] [--style ${BOOK_STYLES.join('|')}]
          [--art A] [--mood M] [--character C] [--line L] [--composition C]
          [--artist storyboard|PROVIDER/MODEL] [--writer built-in|PROVIDER/MODEL] [--seed N] [--dpi 150] [--print] [--alone] [--json]
STORY is a .txt, .md, .html, .docx or .epub file, or - for standard input.
--print adds bleed and crop marks to a PDF and bleed to layered pages; it works alone.
Models draw and read through a running instance: koma providers lists them.`;

/** Reads the arguments; throws StartupError with one sentence per mistake. Undefined means: show the usage. */
export function parseMake(args: string[]): MakeCommand | undefined {
  const { values, positionals } = readArgs(args);
  if (values.help) return undefined;
  const mistakes: StartupError['mistakes'] = [];
  const choice = <T extends string>(name: string, value: string | undefined, choices: readonly T[]): T | undefined => {
    if (value === undefined || (choices as readonly string[]).includes(value)) return value as T | undefined;
    mistakes.push({ code: 'config.choice', params: { name: `--${name}`, value, choices: choices.join(', ') } });
    return undefined;
  };
  const number = (name: string, value: string | undefined, min: number, max: number): number | undefined => {
    if (value === undefined) return undefined;
    const parsed = Number(value);
    if (Number.isInteger(parsed) && parsed >= min && parsed <= max) return parsed;
    mistakes.push({ code: 'config.number', params: { name: `--${name}`, value, min, max } });
    return undefined;
  };
  if (positionals.length !== 1) mistakes.push({ code: 'make.story', params: { count: positionals.length } });
  const maker = (name: string, value: string, builtIn: string): MakerName | undefined => {
    if (value === builtIn) return undefined;
    if (!/^[^/]+\/./.test(value)) mistakes.push({ code: 'config.choice', params: { name: `--${name}`, value, choices: `${builtIn}, PROVIDER/MODEL` } });
    else if (values.alone || values.print) mistakes.push({ code: 'make.model-alone', params: { name: `--${name}` } });
    return value;
  };
  const [artist, writer] = [maker('artist', values.artist, 'storyboard'), maker('writer', values.writer, 'built-in')];
  const formats = [...new Set(values.formats.split(',').map((name) => name.trim()).filter(Boolean))].flatMap((name) => choice('formats', name, EXPORT_FORMATS) ?? []);
  if (values.formats.trim() === '') mistakes.push({ code: 'config.choice', params: { name: '--formats', value: '', choices: EXPORT_FORMATS.join(', ') } });
  const options = defined({
    title: oneLine(values.title ?? '') || undefined, author: oneLine(values.author ?? '') || undefined, language: choice('lang', values.lang, BOOK_LANGUAGES), format: choice('format', values.format, BOOK_FORMATS),
    direction: choice('direction', values.direction, BOOK_DIRECTIONS), panels: number('panels', values.panels, 1, 2000), style: choice('style', values.style, BOOK_STYLES), palette: choice('palette', values.palette, BOOK_PALETTES),
    art: choice('art', values.art, BOOK_ARTS), mood: choice('mood', values.mood, BOOK_MOODS), character: choice('character', values.character, BOOK_CHARACTERS), line: choice('line', values.line, BOOK_LINES),
    composition: choice('composition', values.composition, BOOK_COMPOSITIONS),
    seed: number('seed', values.seed, 0, 2 ** 31 - 1),
  }) satisfies MakeOptions;
  const dpi = number('dpi', values.dpi, 50, 600) ?? 150;
  if (mistakes.length > 0) throw new StartupError(mistakes);
  return { story: positionals[0]!, outDir: values.out, formats, options, artist, writer, dpi, asJson: values.json, isAlone: values.alone || values.print, isForPrint: values.print, parallel: availableParallelism() };
}

function readArgs(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS, allowPositionals: true });
  } catch (cause) {
    throw StartupError.one('make.arguments', { why: cause instanceof Error ? cause.message.split('. ')[0]! : String(cause) }, { cause });
  }
}

function defined<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
