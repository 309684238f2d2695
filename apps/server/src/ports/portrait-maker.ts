/** Makes portraits from pictures that strangers send. */
export type PortraitMaker = {
  /** A square of 512 pixels as WebP, upright, without anything the file says about its maker. Throws PortraitError. */
  make(picture: Uint8Array): Promise<Uint8Array>;
};

export class PortraitError extends Error {
  override name = 'PortraitError';
  readonly why: 'unreadable' | 'too-many-pixels';

  constructor(why: 'unreadable' | 'too-many-pixels', options?: ErrorOptions) {
    super(`portrait: ${why}`, options);
    this.why = why;
  }
}
