import { Recipe, type BoardId, type Generation, type GenerationId, type InputId, type KeepingReason, type Picture, type PictureId, type PictureInputFile, type ProviderId, type TaskId, type TaskState, type UiLanguage } from '@komawari/contract';
import { errorOf } from '../../kernel/tasks/present-task.ts';
import type { GenerationRow, InputRow, PictureRow } from './making/picture-store.ts';

export function presentPicture(row: PictureRow, language: UiLanguage): Picture {
  return {
    id: row.id as PictureId, generationId: row.generation_id as GenerationId, taskId: row.task_id as TaskId, slot: row.slot, state: row.state as TaskState, error: errorOf(row.error_code, row.error_detail, language),
    prompt: row.prompt, seed: row.seed, model: row.provider_id === null || row.model_id === null ? null : { providerId: row.provider_id as ProviderId, modelId: row.model_id },
    url: row.object_key === null ? null : `/api/v1/studio/pictures/${row.id}/file`, thumbnailUrl: row.thumbnail_key === null ? null : `/api/v1/studio/pictures/${row.id}/thumbnail`, mediaType: row.media_type, width: row.width, height: row.height, sizeBytes: row.size_bytes, isFavourite: row.is_favourite, isCached: row.is_cached, note: row.note, tags: row.tags, boardIds: row.board_ids as BoardId[], deletedAt: row.trashed_at?.toISOString() ?? null, deletedBy: row.trashed_by as KeepingReason | null,
    createdAt: row.created_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
  };
}

export function presentGeneration(row: GenerationRow, pictures: readonly PictureRow[], language: UiLanguage): Generation {
  return {
    id: row.id as GenerationId, taskId: row.task_id as TaskId, stream: row.id, recipe: Recipe.parse(row.recipe), createdAt: row.created_at.toISOString(), pictures: pictures.map((picture) => presentPicture(picture, language)),
  };
}

export function presentInput({ id, mediaType, width, height, sizeBytes }: InputRow): PictureInputFile {
  return { id: id as InputId, mediaType, width, height, sizeBytes };
}
