import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { FilmShape } from '../../../ports/teaser-encoder.ts';
import { ffmpegTeaserEncoder } from './ffmpeg-teaser-encoder.ts';

const shape = (kind: FilmShape['kind'], more: Partial<FilmShape> = {}): FilmShape => ({ kind, width: 96, height: 64, channels: 1, framesPerSecond: 10, frameCount: 10, sizeMaxBytes: 8_000_000, ...more });

/** A square that wanders over grey. */
async function* wandering({ width, height, channels, frameCount }: FilmShape, isNoisy = false): AsyncGenerator<Uint8Array> {
  let state = 1;
  for (let f = 0; f < frameCount; f++) {
    yield Uint8Array.from({ length: width * height * channels }, (_, i) => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return isNoisy ? state >> 16 : Math.floor(i / channels) % width === f * 3 ? 0 : 200;
    });
  }
}

const PROGRAM = 'ffmpeg';
const hasFfmpeg = spawnSync(PROGRAM, ['-version']).status === 0;
const leftovers = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('koma-film-'));

test.runIf(hasFfmpeg)('writes an MP4 that starts before it is loaded, the same for the same frames', async () => {
  const film = shape('mp4');
  const { encodeFilm } = ffmpegTeaserEncoder();
  const bytes = await encodeFilm(film, () => wandering(film));
  const text = Buffer.from(bytes).toString('latin1');
  expect(text.slice(4, 8)).toBe('ftyp');
  expect(text.indexOf('moov')).toBeLessThan(text.indexOf('mdat'));
  expect(text).toContain('avc1');
  expect(await encodeFilm(film, () => wandering(film))).toEqual(bytes);
}, 30_000);

test.runIf(hasFfmpeg)('writes a GIF in grey and in colour', async () => {
  for (const channels of [1, 3] as const) {
    const film = shape('gif', { channels });
    const bytes = await ffmpegTeaserEncoder().encodeFilm(film, () => wandering(film));
    expect(Buffer.from(bytes.subarray(0, 6)).toString()).toBe('GIF89a');
  }
}, 30_000);

test.runIf(hasFfmpeg)('makes a file smaller until it fits, and says when it never does', async () => {
  const film = shape('gif', { sizeMaxBytes: 30_000 });
  let times = 0;
  const bytes = await ffmpegTeaserEncoder().encodeFilm(film, () => (times++, wandering(film, true)));
  expect(bytes.length).toBeLessThanOrEqual(30_000);
  expect(times).toBeGreaterThan(1);
  const tiny = shape('gif', { sizeMaxBytes: 100 });
  await expect(ffmpegTeaserEncoder().encodeFilm(tiny, () => wandering(tiny, true))).rejects.toMatchObject({ code: 'exports.film-failed' });
}, 30_000);

test('says how to get ffmpeg where it is missing', async () => {
  const film = shape('mp4');
  await expect(ffmpegTeaserEncoder({ command: 'ffmpeg-that-nobody-has' }).encodeFilm(film, () => wandering(film))).rejects.toMatchObject({ code: 'exports.no-ffmpeg' });
});

test('a program that hangs or fails is ended, and nothing stays behind', async () => {
  const film = shape('mp4', { frameCount: 3 });
  const before = await leftovers();
  await expect(ffmpegTeaserEncoder({ command: 'yes', stillMs: 300 }).encodeFilm(film, () => wandering(film))).rejects.toMatchObject({ code: 'exports.film-failed' });
  await expect(ffmpegTeaserEncoder({ command: 'false' }).encodeFilm(film, () => wandering(film))).rejects.toMatchObject({ code: 'exports.film-failed' });
  expect((await leftovers()).filter((name) => !before.includes(name))).toEqual([]);
});

test.runIf(hasFfmpeg)('frames that take long to be drawn are waited for', async () => {
  const film = shape('mp4', { frameCount: 4 });
  const slowly = async function* (): AsyncGenerator<Uint8Array> {
    for await (const frame of wandering(film)) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      yield frame;
    }
  };
  expect((await ffmpegTeaserEncoder({ stillMs: 2500 }).encodeFilm(film, slowly)).length).toBeGreaterThan(0);
}, 60_000);

test('what goes wrong in drawing passes through', async () => {
  const film = shape('mp4');
  // oxlint-disable-next-line require-yield -- fails before its first frame
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    throw new RangeError('no art');
  };
  await expect(ffmpegTeaserEncoder({ command: hasFfmpeg ? 'ffmpeg' : 'cat' }).encodeFilm(film, broken)).rejects.toThrow('no art');
});
