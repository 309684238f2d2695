/** What one can choose about files, and which of it a format knows. Pure. */
import type { Comic, ExportFormat, ExportWish } from '@komawari/contract';
import type { Wish } from './write-files.ts';

export type Choices = { language: string | undefined; dpi: 150 | 300; print: 'trim' | 'bleed' | 'marks'; slices: NonNullable<ExportWish['slices']>; teaser: NonNullable<ExportWish['teaser']> };

export const FIRST_CHOICES: Choices = { language: undefined, dpi: 150, print: 'trim', slices: 'webtoon', teaser: 'upright' };

export function wishOf(format: ExportFormat, choices: Choices): Wish {
  const { language, dpi, print, slices, teaser } = choices;
  const isPaged = format !== 'koma' && format !== 'webtoon' && format !== 'mp4' && format !== 'gif';
  return {
    format,
    ...(isPaged && dpi !== 150 ? { dpi } : {}),
    ...(language !== undefined && format !== 'koma' ? { language: language as NonNullable<ExportWish['language']> } : {}),
    ...((format === 'pdf' || format === 'psd') && print !== 'trim' ? { withBleed: true } : {}),
    ...(format === 'pdf' && print === 'marks' ? { withCropMarks: true } : {}),
    ...(format === 'webtoon' && slices !== 'webtoon' ? { slices } : {}),
    ...((format === 'mp4' || format === 'gif') && teaser !== 'upright' ? { teaser } : {}),
  };
}

type File = Comic['files'][number];

/** The newest file of each name: an older one of the same name is the same thing from an older book. */
export function newestOf(files: readonly File[], format: ExportFormat): File[] {
  const byName = new Map<string, File>();
  for (const file of files) if (file.format === format) byName.set(file.name, file);
  return [...byName.values()];
}
