/** The pictures and the mask of an edit, out of a multipart body or a JSON one. */
import sharp from 'sharp';
import type { Asked } from './fake-provider.ts';
import { invalid, missing, OpenaiRefusal } from './openai-errors.ts';
import { bodyOf, isObject, wrongType, type Body } from './openai-fields.ts';

export type OpenaiLimits = { references: number; imageBytes: number; maskBytes: number; chatPictures: number; chatPictureBytes: number };
export const OPENAI_LIMITS: OpenaiLimits = { references: 16, imageBytes: 50_000_000, maskBytes: 4_000_000, chatPictures: Infinity, chatPictureBytes: Infinity };

/** Pictures that the fake can reach: by an address it pretends to fetch, or by the id of an uploaded file. */
export type OpenaiShelf = { addresses: ReadonlyMap<string, Buffer>; files: ReadonlyMap<string, Buffer>; fetchesAddresses: boolean };

export type EditRequest = { body: Body; references: Buffer[]; mask?: Buffer; fields: readonly string[] };

const TYPES = ['png', 'jpeg', 'webp'];

/** Reads and checks everything about the pictures themselves; the other fields are left to the settings. */
export async function readEdit(asked: Asked, limits: OpenaiLimits, shelf: OpenaiShelf): Promise<EditRequest> {
  const isForm = (asked.headers['content-type'] ?? '').startsWith('multipart/form-data');
  const edit = isForm ? await readForm(asked) : readJson(asked, shelf);
  const name = edit.fields[0] ?? 'image';
  const [first] = edit.references;
  if (!first) throw missing(name);
  if (edit.references.length > limits.references) throw invalid(`Invalid '${name}': array too long. Expected an array with maximum length ${limits.references}, but got an array with length ${edit.references.length} instead.`, name, 'array_above_max_length');
  for (const reference of edit.references) await checkPicture(reference, name, limits.imageBytes);
  if (edit.mask) await checkMask(edit.mask, first, limits.maskBytes);
  return edit;
}

/** The bytes behind `data:image/png;base64,...` or an address; whether they are a picture is looked at later. */
export function pictureAt(address: string, param: string, { addresses, fetchesAddresses }: OpenaiShelf): Buffer {
  if (address.startsWith('data:')) {
    const [head = '', data = ''] = [address.slice(5, address.indexOf(',')), address.slice(address.indexOf(',') + 1)];
    if (!/^image\/(png|jpeg|webp|gif);base64$/.test(head) || !/^[A-Za-z0-9+/]+={0,2}$/.test(data)) throw invalid(`Invalid '${param}'. Expected a base64-encoded data URL with an image MIME type (e.g. 'data:image/png;base64,aW1nIGJ5dGVzIGhlcmU=').`, param);
    return Buffer.from(data, 'base64');
  }
  if (!fetchesAddresses || !address.startsWith('https://')) throw invalid(`Invalid '${param}'. Expected a valid URL, but got a value with an invalid format.`, param);
  const found = addresses.get(address);
  if (!found) throw invalid(`Error while downloading ${address}.`, param, 'invalid_image_url');
  return found;
}

async function readForm(asked: Asked): Promise<EditRequest> {
  const form = await asked.form().catch(() => { throw invalid('Could not parse multipart form', null, null); });
  const body: Body = {};
  const references: Buffer[] = [];
  let mask: Buffer | undefined;
  for (const [name, value] of form) {
    const isReference = name === 'image' || name === 'image[]';
    if (isReference) references.push(await fileOf(name, value));
    else if (name === 'mask') mask = await fileOf(name, value);
    else body[name] = typeof value === 'string' ? scalarOf(name, value) : value;
  }
  return { body, references, mask, fields: ['image', 'image[]', 'mask'] };
}

async function fileOf(name: string, value: string | File): Promise<Buffer> {
  if (typeof value === 'string') throw wrongType(name, 'a file', value);
  const types = name === 'mask' ? ['image/png'] : TYPES.map((type) => `image/${type}`);
  if (!types.includes(value.type)) throw invalid(`Invalid file '${name}': unsupported mimetype ('${value.type}'). Supported file formats are ${types.map((type) => `'${type}'`).join(', ')}.`, name, 'unsupported_file_mimetype');
  return Buffer.from(await value.arrayBuffer());
}

/** Everything in a form is text. */
function scalarOf(name: string, value: string): unknown {
  if (['n', 'output_compression', 'partial_images'].includes(name) && /^-?\d+$/.test(value)) return Number(value);
  return name === 'stream' && (value === 'true' || value === 'false') ? value === 'true' : value;
}

function readJson(asked: Asked, shelf: OpenaiShelf): EditRequest {
  const body = bodyOf(asked.body);
  const { images, mask } = body;
  if (images === undefined) throw missing('images');
  if (!Array.isArray(images)) throw wrongType('images', 'an array of objects', images);
  const references = images.map((image: unknown, at) => sourceOf(image, `images[${at}]`, shelf));
  return { body, references, mask: mask === undefined ? undefined : sourceOf(mask, 'mask', shelf), fields: ['images', 'mask'] };
}

function sourceOf(source: unknown, param: string, shelf: OpenaiShelf): Buffer {
  if (!isObject(source)) throw wrongType(param, 'an object', source);
  const { image_url: address, file_id: id } = source;
  if ((address === undefined) === (id === undefined)) throw invalid(`Invalid '${param}': exactly one of 'image_url' or 'file_id' must be given.`, param);
  if (typeof address === 'string') return pictureAt(address, `${param}.image_url`, shelf);
  if (typeof id !== 'string') throw wrongType(param, 'a string', address ?? id);
  const file = shelf.files.get(id);
  if (!file) throw new OpenaiRefusal({ status: 404, message: `No such File object: ${id}`, param: 'id' });
  return file;
}

/** What the bytes are, whatever they are called; undefined where they are no picture. */
export async function lookAt(bytes: Buffer) {
  return sharp(bytes, { limitInputPixels: false }).metadata().catch(() => undefined);
}

async function checkPicture(bytes: Buffer, param: string, maxBytes: number): Promise<void> {
  if (bytes.length >= maxBytes) throw tooLarge(param, maxBytes);
  const seen = await lookAt(bytes);
  if (!seen || !TYPES.includes(seen.format)) throw invalid(`Invalid image file or mode for '${param}', please check your image file.`, param, 'invalid_image_file');
}

async function checkMask(mask: Buffer, first: Buffer, maxBytes: number): Promise<void> {
  if (mask.length >= maxBytes) throw tooLarge('mask', maxBytes);
  const [seen, picture] = [await lookAt(mask), await lookAt(first)];
  const why = seen?.format !== 'png' ? 'mask image is not a PNG file'
    : !seen.hasAlpha ? 'mask image missing alpha channel'
    : seen.width !== picture?.width || seen.height !== picture.height ? 'mask size does not match image size' : undefined;
  if (why) throw new OpenaiRefusal({ status: 400, type: 'image_generation_user_error', message: `Invalid mask image format - ${why}`, param: 'mask', code: 'invalid_mask_image_format' });
}

export function tooLarge(param: string, maxBytes: number): OpenaiRefusal {
  return invalid(`Invalid '${param}': file too large. Expected less than ${maxBytes} bytes.`, param, 'file_too_large');
}
