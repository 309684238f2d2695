/** The form of `/v1/images/edits`. */
import type { ForeignAsked } from '../../../kernel/foreign-api.ts';
import { REFERENCES_MAX } from '@komawari/contract';
import { invalid } from './openai-refusal.ts';

export type EditForm = { fields: Record<string, string>; images: readonly Uint8Array[]; mask: Uint8Array | undefined };

const FIELDS_MAX = 40;

/** Throws OpenaiRefusal. */
export async function readEdit(asked: ForeignAsked): Promise<EditForm> {
  const form = await formOf(asked);
  const fields: Record<string, string> = {};
  const images: Uint8Array[] = [];
  let mask: Uint8Array | undefined;
  let count = 0;
  for (const [name, value] of form) {
    if ((count += 1) > FIELDS_MAX) throw invalid(null, `The form has ${FIELDS_MAX} fields at most.`);
    if (name === 'image' || name === 'image[]') images.push(await bytesOf('image', value));
    else if (name === 'mask') mask = await bytesOf('mask', value);
    else if (typeof value === 'string') fields[name] = value;
    else throw invalid(name.slice(0, 200), 'This field is no file.');
  }
  if (images.length === 0) throw invalid('image', "Missing required parameter: 'image'.", 'missing_required_parameter');
  if (images.length > REFERENCES_MAX) throw invalid('image', `${REFERENCES_MAX} pictures at most.`);
  return { fields, images, mask };
}

async function formOf({ header, body }: ForeignAsked): Promise<FormData> {
  const type = header('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type) || !(body instanceof Uint8Array)) throw invalid(null, 'Send the pictures as multipart/form-data.', 'invalid_content_type');
  try {
    return await new Response(new Uint8Array(body.buffer as ArrayBuffer, body.byteOffset, body.byteLength), { headers: { 'content-type': type } }).formData();
  } catch {
    throw invalid(null, 'The form cannot be read.', 'invalid_form');
  }
}

async function bytesOf(name: string, value: File | string): Promise<Uint8Array> {
  if (typeof value === 'string') throw invalid(name, 'This field is a file.');
  return new Uint8Array(await value.arrayBuffer());
}
