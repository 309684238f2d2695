/** The child process of `child-portrait-maker.ts`: one picture on stdin, one portrait on stdout. It decodes what strangers made and holds nothing else. */
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';

const PIXELS_MAX = 50_000_000;
const SIDE = 512;
const UNREADABLE = 3;
const TOO_MANY_PIXELS = 4;

sharp.cache(false);
sharp.concurrency(1);
// Only the formats of photographs: no loader for documents, drawings or other people's libraries is within reach.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadNsgifBuffer', 'VipsForeignLoadHeifBuffer'] });

async function run(): Promise<number> {
  const bytes = await buffer(process.stdin);
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
    if (width * height > PIXELS_MAX) return TOO_MANY_PIXELS;
    const portrait = await sharp(bytes, { limitInputPixels: PIXELS_MAX, pages: 1, failOn: 'error' }).autoOrient().resize(SIDE, SIDE, { fit: 'cover', position: 'attention' }).webp({ quality: 84 }).toBuffer();
    await new Promise<void>((resolve, reject) => process.stdout.write(portrait, (error) => (error ? reject(error) : resolve())));
    return 0;
  } catch {
    return UNREADABLE;
  }
}

process.exitCode = await run();
