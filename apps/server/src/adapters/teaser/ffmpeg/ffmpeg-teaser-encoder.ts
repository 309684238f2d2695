import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../../kernel/errors.ts';
import type { TeaserEncoder } from '../../../ports/teaser-encoder.ts';
import { ATTEMPTS, filmArguments } from './film-arguments.ts';
import { runFfmpeg } from './run-ffmpeg.ts';

/** The last frames of a film are coded when all are there. */
const STILL_MS = 60_000;

/** The system's ffmpeg, in a process of its own with caps on time and memory. It writes into a temporary folder, which always goes. */
export function ffmpegTeaserEncoder({ command = 'ffmpeg', stillMs = STILL_MS } = {}): TeaserEncoder {
  return {
    async encodeFilm(shape, frames) {
      const dir = await mkdtemp(join(tmpdir(), 'koma-film-'));
      try {
        const file = join(dir, `teaser.${shape.kind}`);
        for (let attempt = 0; attempt < ATTEMPTS[shape.kind]; attempt++) {
          await runFfmpeg(command, filmArguments(shape, attempt, file), frames(), stillMs);
          const bytes = new Uint8Array(await readFile(file));
          if (bytes.length <= shape.sizeMaxBytes) return bytes;
        }
        throw new AppError('exports.film-failed', { detail: `> ${shape.sizeMaxBytes / 1e6} MB` });
      } finally {
        await rm(dir, { recursive: true, force: true });
      }
    },
  };
}
