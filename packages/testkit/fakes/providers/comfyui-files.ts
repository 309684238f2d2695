/** The three folders of the stand-in of ComfyUI: what is uploaded, saved, and shown again. */
import sharp from 'sharp';
import type { Asked } from './fake-provider.ts';
import type { Reply } from './reply.ts';

export type StoredFile = { filename: string; subfolder: string; type: string };

const FOLDERS = ['output', 'input', 'temp'];
const TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif' };
const REFUSED = { 'content-type': 'application/octet-stream' };

export class ComfyFiles {
  readonly #files = new Map<string, { file: StoredFile; bytes: Buffer }>();
  readonly #reusesIdentical: boolean;

  constructor({ reusesIdentical }: { reusesIdentical: boolean }) {
    this.#reusesIdentical = reusesIdentical;
  }

  list(type: string): StoredFile[] {
    return [...this.#files.values()].map(({ file }) => file).filter((file) => file.type === type);
  }

  bytesOf(file: StoredFile): Buffer | undefined {
    return this.#files.get(keyOf(file))?.bytes;
  }

  remove(file: StoredFile): void {
    this.#files.delete(keyOf(file));
  }

  /** Saves under `<prefix>_00001_.png`, counted on from what is there. */
  save(prefix: string, type: string, bytes: Buffer): StoredFile {
    const cut = prefix.lastIndexOf('/');
    const subfolder = cut < 0 ? '' : prefix.slice(0, cut);
    for (let count = 1; ; count += 1) {
      const file = { filename: `${prefix.slice(cut + 1)}_${String(count).padStart(5, '0')}_.png`, subfolder, type };
      if (!this.#files.has(keyOf(file))) return this.#put(file, bytes);
    }
  }

  /** What a node's `image` means: `name.png`, `folder/name.png`, `name.png [output]`. */
  named(name: string): Buffer | undefined {
    const [, path = '', type = 'input'] = /^(.*?)(?: \[(input|output|temp)\])?$/.exec(name) ?? [];
    const cut = path.lastIndexOf('/');
    return this.bytesOf({ filename: path.slice(cut + 1), subfolder: cut < 0 ? '' : path.slice(0, cut), type });
  }

  async upload(asked: Asked, reply: Reply, isMask: boolean): Promise<void> {
    const form = await asked.form().catch(() => undefined);
    const image = form?.get('image');
    const type = textOf(form?.get('type')) || 'input';
    const subfolder = textOf(form?.get('subfolder'));
    if (!(image instanceof File) || image.name === '' || !FOLDERS.includes(type) || !isInside(subfolder) || !isInside(image.name)) return bare(reply, 400);
    let bytes: Buffer = Buffer.from(await image.arrayBuffer());
    if (isMask) {
      const base = this.#baseOf(textOf(form?.get('original_ref')));
      if (typeof base === 'number') return bare(reply, base);
      const masked = await withAlphaOf(base, bytes);
      if (!masked) return reply.answer({ status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: TROUBLE });
      bytes = masked;
    }
    const overwrites = ['true', '1'].includes(textOf(form?.get('overwrite')));
    const { filename: name } = this.#put(this.#freeName({ filename: image.name, subfolder, type }, bytes, overwrites), bytes);
    await reply.answer({ headers: JSON_TYPE, body: { name, subfolder, type } });
  }

  async view({ query }: Asked, reply: Reply): Promise<void> {
    const file = { filename: query.get('filename') ?? '', subfolder: query.get('subfolder') ?? '', type: query.get('type') ?? 'output' };
    if (file.filename === '') return bare(reply, 404);
    if (!isInside(file.filename) || !FOLDERS.includes(file.type)) return bare(reply, 400);
    if (!isInside(file.subfolder)) return bare(reply, 403);
    const bytes = this.bytesOf(file);
    if (!bytes) return bare(reply, 404);
    try {
      const shown = await shownAs(bytes, query);
      const type = shown?.type ?? TYPES[file.filename.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
      await reply.answer({ headers: { 'content-type': type, 'content-disposition': `filename="${file.filename}"` }, body: shown?.bytes ?? bytes });
    } catch {
      await reply.answer({ status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: TROUBLE });
    }
  }

  #put(file: StoredFile, bytes: Buffer): StoredFile {
    this.#files.set(keyOf(file), { file, bytes });
    return file;
  }

  #freeName(file: StoredFile, bytes: Buffer, overwrites: boolean): StoredFile {
    const [, stem = file.filename, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(file.filename) ?? [];
    for (let count = 0; ; count += 1) {
      const one = count === 0 ? file : { ...file, filename: `${stem} (${count})${ending}` };
      const there = this.bytesOf(one);
      if (!there || overwrites || (this.#reusesIdentical && there.equals(bytes))) return one;
    }
  }

  /** The picture a mask belongs to, or the status of its refusal. */
  #baseOf(ref: string): Buffer | number {
    try {
      const { filename, subfolder = '', type = 'output' } = JSON.parse(ref) as Partial<StoredFile>;
      if (!filename || !isInside(filename) || !FOLDERS.includes(type)) return 400;
      return isInside(subfolder) ? (this.bytesOf({ filename, subfolder, type }) ?? 404) : 403;
    } catch {
      return 400;
    }
  }
}

export const TROUBLE = '500 Internal Server Error\n\nServer got itself in trouble';
export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** A status and nothing else, as most of its routes answer. */
export async function bare(reply: Reply, status = 200): Promise<void> {
  await reply.answer({ status, headers: REFUSED, body: '' });
}

function keyOf({ filename, subfolder, type }: StoredFile): string {
  return `${type}/${subfolder}/${filename}`;
}

function textOf(part: string | File | null | undefined): string {
  return typeof part === 'string' ? part : '';
}

function isInside(path: string): boolean {
  return !path.startsWith('/') && !path.split(/[/\\]/).includes('..');
}

/** Absent when it is to be shown as it is. */
async function shownAs(bytes: Buffer, query: URLSearchParams): Promise<{ bytes: Buffer; type: string } | undefined> {
  const preview = query.get('preview');
  if (preview !== null) {
    const [wanted, quality] = preview.split(';');
    const format = wanted === 'jpeg' ? 'jpeg' : 'webp';
    const made = query.get('channel') === 'rgb' || format === 'jpeg' ? sharp(bytes).removeAlpha() : sharp(bytes);
    return { bytes: await made.toFormat(format, { quality: Number(quality) || 90 }).toBuffer(), type: `image/${format}` };
  }
  if (query.get('channel') === 'rgb') return { bytes: await sharp(bytes).removeAlpha().png().toBuffer(), type: 'image/png' };
  if (query.get('channel') === 'a') {
    const alpha = await sharp(bytes).ensureAlpha().extractChannel(3).raw().toBuffer({ resolveWithObject: true });
    const { width, height } = alpha.info;
    const black = sharp({ create: { width, height, channels: 3, background: '#000000' } });
    return { bytes: await black.joinChannel(alpha.data, { raw: { width, height, channels: 1 } }).png().toBuffer(), type: 'image/png' };
  }
  return undefined;
}

/** Absent when the sizes differ or one is no picture. */
async function withAlphaOf(base: Buffer, mask: Buffer): Promise<Buffer | undefined> {
  try {
    const alpha = await sharp(mask).ensureAlpha().extractChannel(3).raw().toBuffer({ resolveWithObject: true });
    const { width, height } = alpha.info;
    // Apart: in one chain the joined channel would be taken for the alpha to remove.
    const colours = await sharp(base).toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true });
    if (width !== colours.info.width || height !== colours.info.height) return undefined;
    return await sharp(colours.data, { raw: { width, height, channels: 3 } }).joinChannel(alpha.data, { raw: { width, height, channels: 1 } }).png().toBuffer();
  } catch {
    return undefined;
  }
}
