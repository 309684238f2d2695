import type { ObjectKey } from '@komawari/contract';
import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { sharpPictureTools } from '../../../adapters/pictures/sharp-picture-tools.ts';
import type { App } from '../../../kernel/app.ts';
import { makeThumbnail } from './make-thumbnail.ts';

function shelf(bytes: Uint8Array | undefined) {
  const kept: Uint8Array[] = [];
  const warn = vi.fn();
  const objects = { find: async () => bytes, put: async (made: Uint8Array) => { kept.push(made); return 'small' as ObjectKey; } };
  return { app: { ports: { objects }, log: { warn } } as unknown as App, kept, warn };
}

const key = 'large' as ObjectKey;
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 4, background: { r: 1, g: 2, b: 3, alpha: 0.5 } } }).png().toBuffer();

test.each([[2048, 1024, 512, 256], [300, 900, 171, 512], [40, 20, 40, 20]])('%i × %i becomes WebP of %i × %i', async (width, height, ...small) => {
  const { app, kept } = shelf(await picture(width, height));
  expect(await makeThumbnail(app, sharpPictureTools, key)).toBe('small');
  const head = await sharp(kept[0]).metadata();
  expect([head.format, head.width, head.height, head.hasAlpha]).toEqual(['webp', ...small, true]);
});

test('what cannot be decoded, or is gone, has none, and costs nobody the picture', async () => {
  const broken = shelf((await picture(64, 64)).subarray(0, 80));
  expect([await makeThumbnail(broken.app, sharpPictureTools, key), broken.warn.mock.calls.length]).toEqual([undefined, 1]);
  expect(await makeThumbnail(shelf(undefined).app, sharpPictureTools, key)).toBeUndefined();
});
