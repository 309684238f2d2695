/** A photograph or drawing as it came from outside, decoded under limits and written anew. */
export type ReadPicture = { bytes: Uint8Array; mediaType: 'image/jpeg' | 'image/png'; width: number; height: number };

export type PictureTools = {
  /**
   * PNG when something shines through, else JPEG; turned upright, without metadata, at most `longSidePx` long.
   * Throws AppError `pictures.not-a-picture` for what can not be decoded and `pictures.too-many-pixels` above 100 MP,
   * before its pixels are in memory.
   */
  readPicture(bytes: Uint8Array, options: { longSidePx: number; /** A PNG stays one. */ keepsPng?: boolean }): Promise<ReadPicture>;
  /**
   * Pixels as it stands upright, by the header alone: nothing is decoded. Throws AppError `pictures.not-a-picture` and
   * `pictures.too-many-pixels` above 100 MP.
   */
  measurePicture(bytes: Uint8Array): Promise<{ width: number; height: number }>;
  /** A small one of it as WebP, upright, without metadata. Throws as `readPicture` does. */
  makeThumbnail(bytes: Uint8Array, options: { longSidePx: number }): Promise<Uint8Array>;
  /**
   * Larger by Lanczos, upright, without metadata: a PNG, or anything that shines through, as PNG, else JPEG. Throws as `readPicture`
   * does, and `pictures.too-many-pixels` where it would have more than 64 MP.
   */
  enlarge(bytes: Uint8Array, options: { factor: number }): Promise<ReadPicture>;
  /** A mask as grey PNG of these pixels: white stays white, what is clear is black; or, where `isClear`, what is clear is white and all else black. Throws as `readPicture` does. */
  readMask(bytes: Uint8Array, size: { width: number; height: number }, options?: { isClear: boolean }): Promise<Uint8Array>;
};
