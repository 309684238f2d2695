/** The files that the stand-in of ComfyUI makes: PNG with its graph written into it. */
import { crc32 } from 'node:zlib';
import type { Shape } from './comfyui-nodes.ts';
import type { ComfyJob } from './comfyui-worker.ts';
import { bombPicture, fakePicture, NO_PICTURE } from './fake-pictures.ts';

/** Signature and header chunk; text may stand behind them. */
const HEAD_BYTES = 8 + 25;

export async function pictureOf({ shape, index, job }: { shape: Shape; index: number; job: Pick<ComfyJob, 'graph' | 'extraData' | 'fault'> }): Promise<Buffer> {
  if (job.fault?.kind === 'wrong-type') return NO_PICTURE;
  if (job.fault?.kind === 'bomb') return bombPicture();
  const bytes = await fakePicture(shape.width, shape.height, index);
  const info = job.extraData['extra_pnginfo'];
  const texts: [string, unknown][] = [['prompt', job.graph], ...Object.entries(typeof info === 'object' && info !== null ? info : {})];
  return Buffer.concat([bytes.subarray(0, HEAD_BYTES), ...texts.map(([key, value]) => textChunk(key, asciiJson(value))), bytes.subarray(HEAD_BYTES)]);
}

function textChunk(key: string, text: string): Buffer {
  const body = Buffer.from(`tEXt${key}\0${text}`, 'latin1');
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The chunk holds Latin-1 only. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
