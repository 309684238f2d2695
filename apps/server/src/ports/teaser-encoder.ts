/** A short film or animated picture. Frames are 8 bit grey (1 channel) or RGB (3), rows top to bottom without padding. */
export type FilmShape = { kind: 'mp4' | 'gif'; width: number; height: number; channels: 1 | 3; framesPerSecond: number; frameCount: number; /** The file may not be larger. */ sizeMaxBytes: number };

/** Turns frames into a film. Throws AppError `exports.no-ffmpeg` where the program for it is missing, `exports.film-failed` when it gives up. */
export type TeaserEncoder = {
  /** `frames` may be asked for more than once: a file that became too large is made again, smaller. */
  encodeFilm(shape: FilmShape, frames: () => AsyncIterable<Uint8Array>): Promise<Uint8Array>;
};
