/** The tables of the studio as Kysely sees them. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

type Time = ColumnType<Date, Date | string, Date | string>;
type MaybeTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T extends object> = JSONColumnType<T, string, string>;
type MaybeJson<T extends object> = JSONColumnType<T | null, string | null | undefined, string | null>;
/** 64 bit integers within what a number holds exactly: the client reads them so. */
type MaybeBig = ColumnType<number | null, number | null | undefined, number | null>;

export type ProviderTable = {
  id: string; kind: string; name: string; url: string; sealed_secrets: string; settings: Json<object>; is_enabled: Generated<boolean>; is_private_allowed: Generated<boolean>; in_flight_max: number; position: number;
  revision: Generated<number>; created_at: Time; changed_at: Time;
};
export type ProviderEndpointTable = {
  id: string; provider_id: string; name: string; url: string; sealed_secrets: string; is_enabled: Generated<boolean>; is_private_allowed: Generated<boolean>; in_flight_max: number; revision: Generated<number>; created_at: Time; changed_at: Time;
  failures: Generated<number>; closed_until: MaybeTime; last_fault: string | null; last_said: string | null; last_good_at: MaybeTime;
};
export type ProviderModelTable = { provider_id: string; job: string; model_id: string; facts: Json<object>; is_enabled: Generated<boolean>; price: MaybeJson<object>; is_listed: Generated<boolean>; seen_at: Time };
export type ModelDefaultTable = { purpose: string; provider_id: string; job: string; model_id: string };
export type ProviderHealthTable = { provider_id: string; failures: Generated<number>; closed_until: MaybeTime; last_fault: string | null; last_said: string | null; last_good_at: MaybeTime; changed_at: Time };
export type ProviderCallTable = {
  id: string; endpoint_id: ColumnType<string | null, string | null | undefined, string | null>; task_id: string; epoch: number; provider_id: string; model_id: string; does_bill: boolean; state: string; handle: string | null; results: MaybeJson<object>; fault: string | null;
  cost_micros: MaybeBig; currency: string | null; sent_at: Time; ended_at: MaybeTime;
};
export type GenerationTable = { id: string; owner: string; task_id: string; recipe: Json<object>; axes: MaybeJson<object>; quoted_micros: MaybeBig; currency: string | null; created_at: Time; trashed_at: MaybeTime };
export type PictureTable = {
  id: string; generation_id: string; owner: string; task_id: string; slot: number; state: string; prompt: string; seed: MaybeBig; provider_id: string | null; model_id: string | null; object_key: string | null; media_type: string | null;
  width: Generated<number>; height: Generated<number>; size_bytes: Generated<number>; is_favourite: Generated<boolean>; is_cached: Generated<boolean>; error_code: string | null; error_detail: string | null;
  created_at: Time; ended_at: MaybeTime; trashed_at: MaybeTime;
  negative_prompt: Generated<string>; note: Generated<string>; tags: Generated<string[]>; thumbnail_key: ColumnType<string | null, string | null | undefined, string | null>;
  trashed_by: ColumnType<string | null, string | null | undefined, string | null>; kept_from: MaybeTime; thumbnail_tries: Generated<number>;
  recipe: MaybeJson<object>;
};
export type PictureInputTable = { id: string; owner: string; object_key: string; media_type: string; width: number; height: number; size_bytes: number; created_at: Time };
export type AnswerCacheTable = { key: string; job: string; provider_id: string; model_id: string; answer: Json<object>; object_key: string | null; created_at: Time; used_at: Time; uses: Generated<number> };
export type TextAnswerTable = { key: string; owner: string; provider_id: string; model_id: string; answer: Json<object>; created_at: Time; used_at: Time };

export type BoardTable = { id: string; owner: string; name: string; created_at: Time };
export type BoardPictureTable = { board_id: string; picture_id: string; added_at: Time };
export type PictureZipTable = { id: string; owner: string; picture_ids: string[]; keeps_making: boolean; created_at: Time; expires_at: Time };
export type QueuePauseTable = { owner: string; paused_at: Time };
export type ProviderPauseTable = { provider_id: string; paused_at: Time };
export type StudioSettingTable = { owner: string; keeps_making: boolean };

export type ProviderSpendingTable = { call_id: string; owner: string; group_id: string; currency: string; micros: number; counts_on: string };
export type PromptTemplateTable = { id: string; owner: string; content: Json<object>; created_at: Time; changed_at: Time };
export type PictureStyleTable = { owner: string; id: string; name: string; words: string; negative_words: string; is_hidden: boolean; created_at: Time };
export type PictureKeepingTable = {
  is_only: Generated<boolean>; keep_days: number; quota_bytes: number; total_bytes: number; trash_days: number; changed_at: Time;
  used_bytes: Generated<number>; measured_at: MaybeTime; ran_at: MaybeTime; went_count: Generated<number>; went_bytes: Generated<number>;
};

export type WordListTable = { owner: string; name: string; lines: Json<string[]>; changed_at: Time };

export type PicturePreviewTable = { picture_id: string; epoch: number; count: number; bytes: Buffer; made_at: Time };

export type HomeHostTable = { id: string; name: string; token_hash: string; created_at: Time; connection_id: string | null; door: string | null; connected_at: MaybeTime; last_seen_at: MaybeTime };

export type StudioTables = {
  provider: ProviderTable;
  provider_endpoint: ProviderEndpointTable;
  provider_model: ProviderModelTable;
  model_default: ModelDefaultTable;
  provider_health: ProviderHealthTable;
  provider_call: ProviderCallTable;
  generation: GenerationTable;
  picture: PictureTable;
  picture_input: PictureInputTable;
  answer_cache: AnswerCacheTable;
  board: BoardTable;
  board_picture: BoardPictureTable;
  picture_zip: PictureZipTable;
  queue_pause: QueuePauseTable;
  provider_pause: ProviderPauseTable;
  studio_setting: StudioSettingTable;
  picture_keeping: PictureKeepingTable;
  text_answer: TextAnswerTable;
  word_list: WordListTable;
  home_host: HomeHostTable;
  picture_preview: PicturePreviewTable;
  prompt_template: PromptTemplateTable;
  picture_style: PictureStyleTable;
  provider_spending: ProviderSpendingTable;
};
