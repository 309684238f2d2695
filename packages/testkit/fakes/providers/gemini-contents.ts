/** The turns of a request: words, pictures inline or by their address, and parts of the model that come back. */
import sharp from 'sharp';
import { GeminiRefusal } from './gemini-errors.ts';
import { invalid, known } from './gemini-fields.ts';

export type SeenPicture = { mimeType: string; bytes: number; width?: number; height?: number };

export type KeptFile = { bytes: Uint8Array; mimeType: string };
type Files = ReadonlyMap<string, KeptFile>;
type Contents = { prompt: string; seen: SeenPicture[]; modelParts: Record<string, unknown>[] };

/** As libvips names what it opened; HEIC is told by its box alone, for not every build can open it. */
const FORMATS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp', 'image/heic': 'ftyp', 'image/heif': 'ftyp' };

export async function readContents(value: unknown, files: Files): Promise<Contents> {
  if (!Array.isArray(value) || value.length === 0) throw new GeminiRefusal(400, '* GenerateContentRequest.contents: contents is not specified\n');
  const read: Contents = { prompt: '', seen: [], modelParts: [] };
  for (const [at, one] of value.entries()) {
    const { role = 'user', parts } = known(one, `contents[${at}]`, ['role', 'parts']);
    if (role !== 'user' && role !== 'model') throw new GeminiRefusal(400, 'Please use a valid role: user, model.');
    if (!Array.isArray(parts) || parts.length === 0) throw new GeminiRefusal(400, `* GenerateContentRequest.contents[${at}].parts: contents.parts must not be empty.\n`);
    const words: string[] = [];
    for (const [partAt, value] of parts.entries()) {
      const part = await readPart(value, `contents[${at}].parts[${partAt}]`, files);
      if (part.text !== undefined) words.push(part.text);
      if (role === 'model') read.modelParts.push(value as Record<string, unknown>);
      else if (part.picture) read.seen.push(part.picture);
    }
    if (role === 'user') read.prompt = words.join(' ');
  }
  return read;
}

async function readPart(value: unknown, path: string, files: Files): Promise<{ text?: string; picture?: SeenPicture }> {
  const { text, inlineData, fileData } = known(value, path, ['text', 'inlineData', 'fileData', 'thought', 'thoughtSignature']);
  const told = [text, inlineData, fileData].filter((one) => one !== undefined).length;
  if (told === 0) throw new GeminiRefusal(400, `* GenerateContentRequest.${path}.data: required oneof field 'data' must have one initialized field\n`);
  if (told > 1) throw new GeminiRefusal(400, `Invalid value at '${path}' (oneof), oneof field 'data' is already set.`);
  if (inlineData !== undefined) return { picture: await inlinePicture(inlineData, path) };
  if (fileData !== undefined) return { picture: await filePicture(fileData, path, files) };
  if (typeof text !== 'string') throw invalid(`${path}.text`, 'TYPE_STRING', text);
  return { text };
}

async function inlinePicture(value: unknown, path: string): Promise<SeenPicture> {
  const { mimeType, data } = known(value, `${path}.inlineData`, ['mimeType', 'data']);
  // Both alphabets are read, as JSON of protocol buffers is; a `data:` prefix is neither.
  if (typeof data !== 'string' || !/^[\w+/-]+={0,2}$/.test(data)) throw invalid(`${path}.inlineData.data`, 'TYPE_BYTES', data);
  return pictureOf(Buffer.from(data, 'base64'), mimeType);
}

async function filePicture(value: unknown, path: string, files: Files): Promise<SeenPicture> {
  const { mimeType, fileUri } = known(value, `${path}.fileData`, ['mimeType', 'fileUri']);
  const file = files.get(String(fileUri));
  if (!file) throw new GeminiRefusal(403, `You do not have permission to access the File ${String(fileUri).split('/').at(-1)} or it may not exist.`);
  return pictureOf(Buffer.from(file.bytes), mimeType ?? file.mimeType);
}

async function pictureOf(bytes: Buffer, mimeType: unknown): Promise<SeenPicture> {
  const format = typeof mimeType === 'string' ? FORMATS[mimeType] : undefined;
  if (typeof mimeType !== 'string' || format === undefined) throw new GeminiRefusal(400, `Unsupported MIME type: ${String(mimeType ?? '')}`);
  if (format === 'ftyp') {
    if (bytes.toString('latin1', 4, 8) !== 'ftyp') throw unreadable();
    return { mimeType, bytes: bytes.length };
  }
  const head = await sharp(bytes).metadata().catch(() => undefined);
  if (head?.format !== format) throw unreadable();
  return { mimeType, bytes: bytes.length, width: head.width, height: head.height };
}

function unreadable(): GeminiRefusal {
  return new GeminiRefusal(400, 'Unable to process input image. Please retry or report in https://developers.generativeai.google/guide/troubleshooting');
}
