import { parseArgs } from 'node:util';
import { NEGATIVE_PROMPT_MAX, PictureId, PICTURES_MAX, PROMPT_MAX, Ratio, REFERENCES_MAX, RESOLUTIONS, type AskedSize } from '@komawari/contract';
import { StartupError } from '../../config/startup-error.ts';

export type DrawCommand = {
  kind: 'draw';
  prompt: string;
  negativePrompt?: string;
  /** Name or id. */
  provider?: string;
  model?: string;
  size?: AskedSize;
  count: number;
  seed?: number;
  strength?: number;
  /** Paths. */
  source?: string;
  mask?: string;
  references: readonly string[];
  outDir: string;
  asJson: boolean;
};

/** What to do about a picture whose answer was lost. */
export type DecideCommand = { kind: 'decide'; decision: (typeof DECISIONS)[number]; pictureId: PictureId; outDir: string; asJson: boolean };

export type PictureCommand = DrawCommand | DecideCommand;

export const DECISIONS = ['check', 'resend', 'abandon'] as const;
const SIDE_MAX = 65_536;

export const PICTURE_USAGE = `koma picture "PROMPT" [--provider NAME|ID] [--model ID] [--ratio 16:9] [--resolution ${RESOLUTIONS.join('|')}] [--size 1024x768]
             [--count N] [--seed N] [--negative TEXT] [--ref FILE]... [--source FILE [--mask FILE] [--strength 0-1]]
             [--out DIR] [--json]
koma picture --check ID | --resend ID | --abandon ID   [--out DIR] [--json]
--ref FILE (several times) shows the model what to go by; --source FILE is changed by the words, only where --mask is white.
Ctrl-C stops the task. Without a running instance the command starts what it needs by itself.`;

const FLAGS = {
  provider: { type: 'string' }, model: { type: 'string' }, ratio: { type: 'string' }, resolution: { type: 'string' }, size: { type: 'string' }, count: { type: 'string' }, seed: { type: 'string' },
  negative: { type: 'string' }, ref: { type: 'string', multiple: true }, source: { type: 'string' }, mask: { type: 'string' }, strength: { type: 'string' },
  check: { type: 'string' }, resend: { type: 'string' }, abandon: { type: 'string' },
  out: { type: 'string', default: '.' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false },
} as const;

type Mistakes = StartupError['mistakes'];
type Values = ReturnType<typeof readArgs>['values'];

/** Reads the arguments; throws StartupError with one sentence per mistake. Undefined means: show the usage. */
export function parsePicture(args: string[]): PictureCommand | undefined {
  const { values, positionals } = readArgs(args);
  if (values.help) return undefined;
  const mistakes: Mistakes = [];
  const command = DECISIONS.some((name) => values[name] !== undefined) ? decideOf(values, positionals, mistakes) : drawOf(values, positionals, mistakes);
  if (mistakes.length > 0) throw new StartupError(mistakes);
  return command;
}

function readArgs(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS, allowPositionals: true });
  } catch (cause) {
    throw StartupError.one('studio.arguments', { why: cause instanceof Error ? cause.message.split('. ')[0]! : String(cause), command: 'picture' }, { cause });
  }
}

function decideOf(values: Values, positionals: string[], mistakes: Mistakes): DecideCommand {
  const decisions = DECISIONS.filter((name) => values[name] !== undefined);
  const [decision = 'check'] = decisions;
  if (decisions.length > 1 || positionals.length > 0) mistakes.push({ code: 'picture.one-decision' });
  const pictureId = values[decision] ?? '';
  if (!PictureId.safeParse(pictureId).success) mistakes.push({ code: 'picture.form', params: { name: `--${decision}`, value: pictureId, example: 'picture_01j9z0k3w4x5y6z7a8b9c0d1e2' } });
  return { kind: 'decide', decision, pictureId: pictureId as PictureId, outDir: values.out, asJson: values.json };
}

function drawOf(values: Values, positionals: string[], mistakes: Mistakes): DrawCommand {
  const [prompt = ''] = positionals;
  if (positionals.length !== 1 || prompt.trim() === '') mistakes.push({ code: 'picture.prompt', params: { count: prompt.trim() === '' ? 0 : positionals.length } });
  mustFit('PROMPT', prompt, PROMPT_MAX, mistakes);
  mustFit('--negative', values.negative ?? '', NEGATIVE_PROMPT_MAX, mistakes);
  for (const name of ['mask', 'strength'] as const) if (values[name] !== undefined && values.source === undefined) mistakes.push({ code: 'picture.needs-source', params: { name: `--${name}` } });
  const references = values.ref ?? [];
  if (references.length > REFERENCES_MAX) mistakes.push({ code: 'config.number', params: { name: '--ref', value: references.length, min: 0, max: REFERENCES_MAX } });
  return {
    kind: 'draw', prompt, references, size: sizeOf(values, mistakes), negativePrompt: values.negative, provider: values.provider, model: values.model, source: values.source, mask: values.mask,
    count: wholeOf('--count', values.count, { min: 1, max: PICTURES_MAX }, mistakes) ?? 1, seed: wholeOf('--seed', values.seed, { min: 0, max: Number.MAX_SAFE_INTEGER }, mistakes),
    strength: shareOf('--strength', values.strength, mistakes), outDir: values.out, asJson: values.json,
  };
}

function sizeOf({ size, ratio, resolution }: Values, mistakes: Mistakes): AskedSize | undefined {
  if (size !== undefined) {
    if (ratio !== undefined || resolution !== undefined) mistakes.push({ code: 'picture.two-sizes' });
    const [, width = 0, height = 0] = (/^(\d{1,5})[x×*](\d{1,5})$/i.exec(size) ?? []).map(Number);
    if (width < 1 || height < 1 || width > SIDE_MAX || height > SIDE_MAX) mistakes.push({ code: 'picture.form', params: { name: '--size', value: size, example: '1024x768' } });
    return { kind: 'pixels', width, height };
  }
  if (ratio === undefined && resolution === undefined) return undefined;
  if (ratio !== undefined && !Ratio.safeParse(ratio).success) mistakes.push({ code: 'picture.form', params: { name: '--ratio', value: ratio, example: '16:9' } });
  const known = RESOLUTIONS.find((one) => one.toLowerCase() === resolution?.toLowerCase());
  if (resolution !== undefined && !known) mistakes.push({ code: 'config.choice', params: { name: '--resolution', value: resolution, choices: RESOLUTIONS.join(', ') } });
  return { kind: 'ratio', ratio: ratio ?? '1:1', ...(known ? { resolution: known } : {}) };
}

function mustFit(name: string, text: string, max: number, mistakes: Mistakes): void {
  if (text.length > max) mistakes.push({ code: 'studio.too-long', params: { name, length: text.length, max } });
}

/** A whole number in digits: `Number` would take an empty text for 0. */
export function wholeOf(name: string, value: string | undefined, { min, max }: { min: number; max: number }, mistakes: Mistakes): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,16}$/.test(value) ? Number(value) : NaN;
  if (number >= min && number <= max) return number;
  mistakes.push({ code: 'config.number', params: { name, value, min, max } });
  return undefined;
}

function shareOf(name: string, value: string | undefined, mistakes: Mistakes): number | undefined {
  if (value === undefined) return undefined;
  const share = /^\d*\.?\d+$/.test(value) ? Number(value) : NaN;
  if (share >= 0 && share <= 1) return share;
  mistakes.push({ code: 'studio.fraction', params: { name, value, min: 0, max: 1 } });
  return undefined;
}
