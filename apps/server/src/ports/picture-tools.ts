/** A photograph or drawing as it came from outside, decoded under limits and written anew. */
export type ReadPicture = { bytes: Uint8Array; mediaType: 'image/jpeg' | 'image/png'; width: number; height: number };

type Size = { width: number; height: number };
type Box = Size & { left: number; top: number };
/** How far into a picture what is drawn around it reaches, px; 0 where nothing is. */
type Depths = Record<'left' | 'top' | 'right' | 'bottom', number>;

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
  /**
   * Scaled into its box on a larger sheet, its colours mirrored outward and blurred: PNG where that is taken and small enough, else JPEG.
   * With a grey PNG mask of the sheet that is white where there is nothing yet, black where the picture is, grey in its seam. Throws as `readPicture` does.
   */
  setOnSheet(bytes: Uint8Array, options: { sheet: Size; box: Box; depths: Depths; mediaTypes: readonly string[]; bytesMax: number }): Promise<{ bytes: Uint8Array; mediaType: 'image/png' | 'image/jpeg'; mask: Uint8Array }>;
  /**
   * What was drawn on a sheet, cut to the box of its canvas, as PNG. With the picture that it grew from, in the pixels of the canvas, and the
   * picture laid back at its place: there it is what it was, to the last pixel, but for its seam. Throws as `readPicture` does.
   */
  layBack(answer: Uint8Array, source: Uint8Array | undefined, options: { sheet: Size; box: Box; canvas: Size; at: { left: number; top: number }; depths: Depths }): Promise<ReadPicture>;
};
