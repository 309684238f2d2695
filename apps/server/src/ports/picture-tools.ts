/** A photograph or drawing as it came from outside, decoded under limits and written anew. */
export type ReadPicture = { bytes: Uint8Array; mediaType: 'image/jpeg' | 'image/png'; width: number; height: number };

export type PictureTools = {
  /**
   * PNG when something shines through, else JPEG; turned upright, without metadata, at most `longSidePx` long.
   * Throws AppError `pictures.not-a-picture` for what can not be decoded and `pictures.too-many-pixels` above 100 MP,
   * before its pixels are in memory.
   */
  readPicture(bytes: Uint8Array, options: { longSidePx: number }): Promise<ReadPicture>;
  /** Pixels, by the header alone: nothing is decoded. Throws AppError `pictures.not-a-picture`. */
  measurePicture(bytes: Uint8Array): Promise<{ width: number; height: number }>;
};
