/** What ffmpeg is told. */
import type { FilmShape } from '../../../ports/teaser-encoder.ts';

/** How many ways an encoder has to make a file smaller, from the best looking on. */
export const ATTEMPTS: Record<FilmShape['kind'], number> = { mp4: 3, gif: 4 };

export function filmArguments(shape: FilmShape, attempt: number, file: string): string[] {
  const input = ['-f', 'rawvideo', '-pixel_format', shape.channels === 1 ? 'gray' : 'rgb24', '-video_size', `${shape.width}x${shape.height}`, '-framerate', String(shape.framesPerSecond), '-i', 'pipe:0'];
  // `bitexact` leaves out the name of the program's version: equal frames give equal files.
  return ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', '-threads', '2', ...input, '-map_metadata', '-1', '-fflags', '+bitexact', ...(shape.kind === 'mp4' ? mp4(shape, attempt) : gif(shape, attempt)), file];
}

/** H.264 as every phone plays it; the index stands in front, so that it starts before it is loaded. */
function mp4(shape: FilmShape, attempt: number): string[] {
  const seconds = shape.frameCount / shape.framesPerSecond;
  const kilobits = Math.floor((shape.sizeMaxBytes * 8 * [0.85, 0.6, 0.4][attempt]!) / seconds / 1000);
  return [
    '-c:v', 'libx264', '-preset', 'fast', '-crf', String(22 + attempt * 4), '-maxrate', `${kilobits}k`, '-bufsize', `${kilobits}k`, '-pix_fmt', 'yuv420p', '-profile:v', 'high',
    '-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-vf', 'scale=out_color_matrix=bt709:out_range=tv', '-flags:v', '+bitexact', '-movflags', '+faststart',
  ];
}

/** Colours, size and rate of each attempt. Dithering would make every frame different from the last and the file twice as large. */
const GIF_STEPS = [
  { colours: { 1: 16, 3: 64 }, scale: 1, rate: 1 },
  { colours: { 1: 8, 3: 32 }, scale: 0.85, rate: 0.8 },
  { colours: { 1: 8, 3: 24 }, scale: 0.7, rate: 0.6 },
  { colours: { 1: 4, 3: 16 }, scale: 0.5, rate: 0.4 },
] as const;

function gif(shape: FilmShape, attempt: number): string[] {
  const { colours, scale, rate } = GIF_STEPS[attempt]!;
  const width = Math.round((shape.width * scale) / 2) * 2;
  const smaller = `fps=${shape.framesPerSecond * rate},scale=${width}:-2:flags=lanczos`;
  return ['-filter_complex', `[0:v]${smaller},split[a][b];[a]palettegen=max_colors=${colours[shape.channels]}:stats_mode=full[p];[b][p]paletteuse=dither=none:diff_mode=rectangle`, '-loop', '0'];
}
