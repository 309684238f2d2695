/** What the tasks of this room carry. */
import { ExportFormat, ExportWish } from '@komawari/contract';
import { z } from 'zod';

export const FAILURES_MAX = 4;

export const ComicInput = z.object({ comicId: z.string() });
export type ComicInput = z.infer<typeof ComicInput>;
export const UpdateInput = ComicInput.extend({ redraw: z.union([z.enum(['missing', 'stale']), z.array(z.string())]), /** Pictures that came with a bundle: decoded before anything is planned. */ takes: z.array(z.object({ takeId: z.string(), panelId: z.string() })).default([]) });
export type UpdateInput = z.infer<typeof UpdateInput>;
export const PanelInput = ComicInput.extend({ panelId: z.string() });
export type PanelInput = z.infer<typeof PanelInput>;
export const PageInput = ComicInput.extend({ page: z.int(), language: z.string().default('') });
export type PageInput = z.infer<typeof PageInput>;
export const ExportInput = ComicInput.extend({ format: ExportFormat, dpi: z.int(), language: z.string().default(''), ...ExportWish.pick({ withBleed: true, withCropMarks: true, slices: true, teaser: true }).shape });
export type ExportInput = z.infer<typeof ExportInput>;
export const TakeInput = PanelInput.extend({ takeId: z.string() });
export type TakeInput = z.infer<typeof TakeInput>;

