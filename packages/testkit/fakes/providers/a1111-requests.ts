/** What a request to A1111 or Forge may hold, and how it is refused. */
import { readBase64Picture, readPicture, type SentPicture } from './a1111-pictures.ts';

export type Flavour = 'a1111' | 'forge';
type Kind = 'text' | 'whole' | 'count' | 'number' | 'flag' | 'object' | 'texts' | 'mode';
type Field = { kind: Kind; fallback: unknown };

/** A refusal; `exception` names the fault inside of the server when it is no ordinary one, whose words stand elsewhere. */
export class A1111Refusal extends Error {
  readonly status: number;
  readonly detail: unknown;
  readonly exception: string | undefined;
  constructor(status: number, detail: unknown, exception?: string) {
    super(typeof detail === 'string' ? detail : JSON.stringify(detail));
    this.status = status;
    this.detail = detail;
    this.exception = exception;
  }
}

/** Forge says only `detail`; A1111 says four things, and keeps the words of an unforeseen exception in `errors`. */
export function refusalBody(flavour: Flavour, { status, detail, exception, message }: A1111Refusal): Record<string, unknown> {
  if (flavour === 'forge') return { detail };
  if (exception) return { error: exception, detail: '', body: '', errors: message };
  return { error: status === 422 ? 'RequestValidationError' : 'HTTPException', detail, body: '', errors: '' };
}

const field = (kind: Kind, fallback: unknown): Field => ({ kind, fallback });

const COMMON: Record<string, Field> = {
  prompt: field('text', ''), negative_prompt: field('text', ''), seed: field('whole', -1), steps: field('count', 50),
  cfg_scale: field('number', 7), width: field('count', 512), height: field('count', 512), batch_size: field('count', 1), n_iter: field('count', 1),
  sampler_name: field('text', null), scheduler: field('text', null), override_settings: field('object', null),
  override_settings_restore_afterwards: field('flag', true), alwayson_scripts: field('object', {}), send_images: field('flag', true),
  save_images: field('flag', false), force_task_id: field('text', null),
};
const FORGE: Record<string, Field> = { distilled_cfg_scale: field('number', 3.5) };
const TEXT: Record<string, Field> = {
  enable_hr: field('flag', false), hr_scale: field('number', 2), hr_upscaler: field('text', null), denoising_strength: field('number', null),
};
const IMAGE: Record<string, Field> = {
  init_images: field('texts', null), mask: field('text', null), mask_blur: field('whole', null), inpainting_fill: field('mode', 0),
  inpaint_full_res: field('flag', true), inpainting_mask_invert: field('whole', 0), resize_mode: field('mode', 0), denoising_strength: field('number', 0.75),
};
const EXTRAS: Record<string, Field> = {
  image: field('text', ''), resize_mode: field('mode', 0), upscaling_resize: field('number', 2), upscaling_resize_w: field('count', 512),
  upscaling_resize_h: field('count', 512), upscaler_1: field('text', 'None'),
};

export type A1111Kind = 'txt2img' | 'img2img' | 'upscale';
export type A1111Fields = Readonly<Record<string, unknown>>;

/** Every field with its value or the original's fallback, and the names that the original does not know and passes over. */
export function readFields(kind: A1111Kind, flavour: Flavour, body: unknown): { fields: A1111Fields; unknown: string[] } {
  const table = kind === 'upscale' ? EXTRAS : { ...COMMON, ...(flavour === 'forge' ? FORGE : {}), ...(kind === 'txt2img' ? TEXT : IMAGE) };
  const sent = readObject(body);
  const wrong = Object.entries(table).flatMap(([name, { kind: wanted }]) => {
    const complaint = sent[name] === undefined || sent[name] === null ? undefined : COMPLAINTS[wanted](sent[name]);
    return complaint ? [{ loc: ['body', name], msg: complaint.msg, type: complaint.type }] : [];
  });
  if (wrong.length > 0) throw new A1111Refusal(422, wrong);
  const fields = Object.fromEntries(Object.entries(table).map(([name, { fallback }]) => [name, sent[name] ?? fallback]));
  return { fields, unknown: Object.keys(sent).filter((name) => !(name in table)) };
}

/** Refused under 422 when the body is no object. */
export function readObject(body: unknown): Record<string, unknown> {
  if (!isObject(body)) throw new A1111Refusal(422, [{ loc: ['body'], msg: 'value is not a valid dict', type: 'type_error.dict' }]);
  return body;
}

/** A picture as base64 or data URL; an address only where the server was told to fetch them. */
export async function readInput(text: string, takesAddresses: boolean): Promise<SentPicture> {
  if (/^https?:\/\//.test(text)) {
    if (!takesAddresses) throw new A1111Refusal(500, 'Requests not allowed');
    const fetched = await fetch(text).then(async (reply) => readPicture(Buffer.from(await reply.arrayBuffer()))).catch(() => undefined);
    if (!fetched) throw new A1111Refusal(500, 'Invalid image url');
    return fetched;
  }
  const picture = await readBase64Picture(text, true);
  if (!picture) throw new A1111Refusal(500, 'Invalid encoded image');
  return picture;
}

type Complaint = { msg: string; type: string } | undefined;

const INTEGER = { msg: 'value is not a valid integer', type: 'type_error.integer' };
const tooSmall = (limit: number) => ({ msg: `ensure this value is greater than or equal to ${limit}`, type: 'value_error.number.not_ge' });

const COMPLAINTS: Record<Kind, (value: unknown) => Complaint> = {
  text: (value) => (typeof value === 'string' ? undefined : { msg: 'str type expected', type: 'type_error.str' }),
  whole: (value) => (Number.isInteger(value) ? undefined : INTEGER),
  count: (value) => (Number.isInteger(value) ? (Number(value) < 1 ? tooSmall(1) : undefined) : INTEGER),
  number: (value) => (typeof value === 'number' ? undefined : { msg: 'value is not a valid float', type: 'type_error.float' }),
  flag: (value) => (typeof value === 'boolean' ? undefined : { msg: 'value could not be parsed to a boolean', type: 'type_error.bool' }),
  object: (value) => (isObject(value) ? undefined : { msg: 'value is not a valid dict', type: 'type_error.dict' }),
  texts: (value) => (Array.isArray(value) && value.every((one) => typeof one === 'string') ? undefined : { msg: 'value is not a valid list', type: 'type_error.list' }),
  mode: (value) => (Number.isInteger(value) ? (Number(value) < 0 || Number(value) > 3 ? { msg: 'value is not between 0 and 3', type: 'value_error' } : undefined) : INTEGER),
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
