/** Teaser: cover and chosen panels with a slow camera, as MP4 or GIF. */
import { isColourBook } from '../page-document.ts';
import { paintsFor } from '../../draw/pen/palettes.ts';
import { path } from '../../draw/pen/path.ts';
import type { Box } from '../../model/geometry.ts';
import { fileStem } from '../file-name.ts';
import { pageLayers, partDocument, unionOf } from '../page-layers.ts';
import type { ExportedFile, ExportOptions, ExportTools, FilmShape, FinishedBook, Raster, TeaserShape } from '../types.ts';
import { between, blend, sampleFrame } from './camera.ts';
import { planTeaser, type TeaserShot } from './plan-teaser.ts';

type Kind = FilmShape['kind'];

/** Sizes in pixels: what phones and social sites show. Animated pictures weigh ten times a film, so they are smaller and slower. */
const FRAMES: Record<Kind, Record<TeaserShape, { width: number; height: number }>> = {
  mp4: { upright: { width: 1080, height: 1920 }, square: { width: 1080, height: 1080 } },
  gif: { upright: { width: 360, height: 640 }, square: { width: 480, height: 480 } },
};
const RATE: Record<Kind, number> = { mp4: 24, gif: 10 };
const FADE_SECONDS: Record<Kind, number> = { mp4: 0.35, gif: 0 };
const TEASER_MAX_BYTES = 8_000_000;
const MEDIA_TYPE = { mp4: 'video/mp4', gif: 'image/gif' } as const;
/** Behind the panels. */
const NIGHT = '#161311';
const MAT = 9;

/** Throws RangeError without an encoder; what the encoder throws passes through. */
export async function writeTeaser(kind: Kind, finished: FinishedBook, tools: ExportTools, options: ExportOptions): Promise<ExportedFile[]> {
  if (!tools.encodeFilm) throw new RangeError('no encoder for films was given');
  const frame = FRAMES[kind][options.teaser ?? 'upright'];
  const shots = planTeaser(finished, frame);
  const isColour = isColourBook(finished);
  const film: Film = { shots, frame, rate: RATE[kind], fade: Math.round(FADE_SECONDS[kind] * RATE[kind]), draw: (shot) => drawShot(shot, { finished, tools, frame, isColour }) };
  const frameCount = shots.reduce((sum, shot) => sum + framesOf(film, shot), 0);
  const shape: FilmShape = { kind, ...frame, channels: isColour ? 3 : 1, framesPerSecond: film.rate, frameCount, sizeMaxBytes: TEASER_MAX_BYTES };
  const bytes = await tools.encodeFilm(shape, () => counted(listFrames(film), frameCount, options));
  return [{ name: `${fileStem(finished.book.title)}-teaser.${kind}`, mediaType: MEDIA_TYPE[kind], bytes }];
}

type Drawn = { raster: Raster; /** Left top corner, page u. */ x: number; y: number; /** Pixels per u. */ scale: number };
type Film = { shots: readonly TeaserShot[]; frame: { width: number; height: number }; rate: number; fade: number; draw: (shot: TeaserShot) => Promise<Drawn> };

function framesOf(film: Film, shot: TeaserShot): number {
  return Math.round(shot.seconds * film.rate);
}

async function* counted(frames: AsyncIterable<Uint8Array>, total: number, options: ExportOptions): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const frame of frames) {
    yield frame;
    options.onProgress?.(++done, total);
  }
}

/** The last frames of a shot already show the next one through. */
async function* listFrames(film: Film): AsyncGenerator<Uint8Array> {
  let drawn: Drawn | undefined;
  for (const [i, shot] of film.shots.entries()) {
    drawn ??= await film.draw(shot);
    const next = film.shots[i + 1];
    const following = next && film.fade > 0 ? await film.draw(next) : undefined;
    const count = framesOf(film, shot);
    const lead = i === 0 ? 0 : film.fade;
    for (let f = 0; f < count; f++) {
      const frame = cut(film, drawn, between(shot.from, shot.to, (f + lead) / (count + lead)));
      const fading = f - (count - film.fade);
      if (next && following && fading >= 0) {
        const coming = cut(film, following, between(next.from, next.to, fading / (framesOf(film, next) + film.fade)));
        yield blend(frame, coming, (fading + 1) / (film.fade + 1));
      } else yield frame;
    }
    drawn = following;
  }
}

function cut(film: Film, { raster, x, y, scale }: Drawn, camera: Box): Uint8Array {
  return sampleFrame(raster, { x: (camera.x - x) * scale, y: (camera.y - y) * scale, width: camera.width * scale, height: camera.height * scale }, film.frame);
}

/** Everything the camera will see, as large as where it looks closest. */
async function drawShot(shot: TeaserShot, how: { finished: FinishedBook; tools: ExportTools; frame: { width: number; height: number }; isColour: boolean }): Promise<Drawn> {
  const view = unionOf([shot.from, shot.to]);
  const width = Math.ceil((view.width * how.frame.width) / Math.min(shot.from.width, shot.to.width));
  const raster = await how.tools.rasterise(partDocument(sceneryOf(shot, how.finished, view), view), { width, isColour: how.isColour });
  return { raster, x: view.x, y: view.y, scale: width / view.width };
}

function sceneryOf(shot: TeaserShot, { book }: FinishedBook, view: Box): string {
  const night = `<rect x="${view.x}" y="${view.y}" width="${view.width}" height="${view.height}" fill="${NIGHT}"/>`;
  const { page, panel } = shot;
  if (!panel) return `${night}<svg x="0" y="0" width="${page.laid.width}" height="${page.laid.height}" viewBox="0 0 ${page.laid.width} ${page.laid.height}">${page.art}${page.lettering}</svg>`;
  const layers = pageLayers(page);
  const layer = layers.panels.find((one) => one.panel.id === panel.id);
  const bubbles = layers.bubbles.filter((one) => one.bubbles.some((bubble) => bubble.panelId === panel.id));
  const d = path().polyline(panel.polygon, true).d;
  const paper = paintsFor(book.style.palette).paper;
  return `${night}<path d="${d}" fill="${paper}" stroke="${paper}" stroke-width="${MAT * 2}"/>${layer ? layer.clipped + layer.frame : ''}${bubbles.map((bubble) => bubble.shape + bubble.letters).join('')}`;
}
