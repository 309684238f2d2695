/** The choices of an export that its format knows, and how they show in the name of its files. */
import type { ExportWish } from '@komawari/contract';

type Choices = Pick<ExportWish, 'withBleed' | 'withCropMarks' | 'slices' | 'teaser'>;

/** Without what the format does not know, and without what is so anyway: the same wish is the same export. */
export function choicesOf({ format, withBleed, withCropMarks, slices, teaser }: ExportWish): Choices {
  return {
    ...((format === 'pdf' || format === 'psd') && (withBleed || (format === 'pdf' && withCropMarks)) ? { withBleed: true } : {}),
    ...(format === 'pdf' && withCropMarks ? { withCropMarks: true } : {}),
    ...(format === 'webtoon' && slices !== undefined && slices !== 'webtoon' ? { slices } : {}),
    ...((format === 'mp4' || format === 'gif') && teaser === 'square' ? { teaser } : {}),
  };
}

/** `-300dpi-bleed`: what tells two files of one book and format apart. */
export function markOf({ dpi, withBleed, withCropMarks, slices, teaser }: Choices & { dpi: number }): string {
  return [dpi === 150 ? '' : `${dpi}dpi`, withCropMarks ? 'print' : withBleed ? 'bleed' : '', slices ?? '', teaser ?? ''].filter((part) => part !== '').map((part) => `-${part}`).join('');
}

/** The mark stands before the ending: `Rain.pdf` is `Rain-300dpi.pdf`. */
export function markedName(name: string, mark: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name + mark : name.slice(0, dot) + mark + name.slice(dot);
}
