/** The tables as Kysely sees them. Columns are snake_case; rooms map rows to their own types in `store.ts`. */
import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { StudioTables } from './studio-tables.ts';

type Time = ColumnType<Date, Date | string, Date | string>;
type MaybeTime = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T extends object> = JSONColumnType<T, string, string>;
type MaybeJson<T extends object> = JSONColumnType<T | null, string | null | undefined, string | null>;

export type TaskTable = {
  id: string;
  owner: string;
  kind: string;
  parent_id: string | null;
  key: string | null;
  stream: string;
  state: string;
  epoch: Generated<number>;
  holder: string | null;
  lease_until: MaybeTime;
  failures: Generated<number>;
  interruptions: Generated<number>;
  priority: Generated<number>;
  input: Json<object>;
  result: MaybeJson<object>;
  error_code: string | null;
  error_detail: string | null;
  idempotency_key: string | null;
  is_cancelling: Generated<boolean>;
  paused_at: MaybeTime;
  is_in_line: Generated<boolean>;
  created_at: Time;
  started_at: MaybeTime;
  ended_at: MaybeTime;
};

export type HoldTable = { task_id: string; owner: string; amount: number; state: Generated<string>; created_at: Time; expires_at: Time; ended_at: MaybeTime };
export type StreamTable = { id: string; owner: string; last_seq: Generated<number> };
export type EventTable = { stream_id: string; seq: number; at: Time; data: Json<object> };
export type SpareTable = { id: Generated<number>; task_id: string; epoch: number; result: Json<object>; at: Time };
export type AuditTable = { id: Generated<number>; at: Time; actor: string; action: string; subject: string; data: Json<object>; request_id: string | null };
export type ObjectSweepTable = { is_only: Generated<boolean>; after_key: string | null; ended_at: MaybeTime };
export type GuestTable = { id: string; token_hash: string; created_at: Time; claimed_by: string | null };
export type ApiKeyTable = { id: string; user_id: string; name: string; prefix: string; hash: string; scopes: string[]; created_at: Time; expires_at: MaybeTime; last_used_at: MaybeTime; revoked_at: MaybeTime };
export type WelcomeTable = { token_hash: string; created_at: Time; expires_at: Time; used_at: MaybeTime };

export type UserTable = {
  id: string; name: string; email: string; is_email_verified: boolean; role: string; state: Generated<string>; suspended_reason: string | null; password_hash: string | null; avatar_key: string | null;
  language: string | null; theme: Generated<string>; time_zone: string | null; notices: JSONColumnType<object, string | undefined, string>; last_seen_at: MaybeTime; deletion_at: MaybeTime; created_at: Time; updated_at: Time;
};
export type SessionTable = {
  id: string; user_id: string; token_hash: string; previous_hash: string | null; method: string; address: string | null; user_agent: string | null;
  created_at: Time; last_seen_at: Time; rotated_at: Time; confirmed_at: MaybeTime; expires_at: Time;
};
export type OneTimeTokenTable = { token_hash: string; purpose: string; user_id: string | null; email: string | null; data: JSONColumnType<object, string | undefined, string>; created_at: Time; expires_at: Time; used_at: MaybeTime };
export type PasskeyTable = { id: string; user_id: string; name: string; rp_id: string; credential_id: string; public_key: string; counter: number; transports: string[]; is_synced: boolean; created_at: Time; last_used_at: MaybeTime };
export type TotpTable = { user_id: string; secret: string; last_step: Generated<number>; created_at: Time; proved_at: MaybeTime };
export type RecoveryCodeTable = { user_id: string; code_hash: string; used_at: MaybeTime };
export type InvitationTable = {
  id: string; token_hash: string; role: string; email: string | null; note: string; max_uses: number; uses: Generated<number>; created_by: string | null; created_at: Time; expires_at: Time; revoked_at: MaybeTime;
};
export type LetterTable = { id: string; kind: string; sealed: string; tries: Generated<number>; next_at: Time; give_up_at: Time; created_at: Time };
export type ThrottleTable = { key: string; failures: number; last_at: Time; locked_until: MaybeTime };
export type SiteSettingTable = { name: string; value: JSONColumnType<object, string, string>; changed_at: Time; changed_by: string | null };
export type OwnExportTable = { task_id: string; user_id: string; object_key: string; size_bytes: number; created_at: Time; expires_at: Time };

export type ComicTable = {
  id: string;
  owner: string;
  task_id: string;
  title: string;
  state: string;
  language: string | null;
  format: string | null;
  direction: string | null;
  options: Json<object>;
  text: string;
  book_key: string | null;
  panel_count: Generated<number>;
  panels_done: Generated<number>;
  panels_failed: Generated<number>;
  page_count: Generated<number>;
  cover_key: string | null;
  error_code: string | null;
  error_detail: string | null;
  created_at: Time;
  updated_at: Time;
  trashed_at: MaybeTime;
  revision: Generated<number>;
  base_revision: Generated<number>;
  base_key: string | null;
  book_revision: Generated<number>;
  pages_revision: Generated<number>;
  is_paused: Generated<boolean>;
  is_script_only: Generated<boolean>;
  share_token: string | null;
  shared_at: MaybeTime;
};
export type ComicPanelTable = {
  comic_id: string; panel_id: string; position: number; page: number; drawing_key: string | null; picture_key: string | null; stored_at: MaybeTime;
  wish: string | null; take_id: string | null; inputs_hash: string | null; fit_hash: string | null;
};
export type ComicPageTable = {
  comic_id: string; number: number; language: Generated<string>; page_key: string | null; picture_key: string | null; preview_key: string | null; alternative: MaybeJson<object>; problems: MaybeJson<object>; stored_at: MaybeTime;
  is_wanted: Generated<boolean>; inputs_hash: string | null; width: Generated<number>; height: Generated<number>; frames: MaybeJson<object>;
};
export type ComicFileTable = { id: string; comic_id: string; task_id: string; format: string; name: string; media_type: string; size_bytes: number; object_key: string; created_at: Time; language: string | null; revision: Generated<number>; takes_mark: string | null };
export type ComicEditTable = { comic_id: string; revision: number; client_id: string; client_seq: number; ops: MaybeJson<object>; restored_key: string | null; at: Time };
export type ComicVersionTable = { id: string; comic_id: string; name: string; revision: number; book_key: string; panels: number; pages: number; created_at: Time };
export type ComicTakeTable = {
  id: string; comic_id: string; panel_id: string; task_id: string | null; provider: string; model: string; request: Generated<string>; directions: MaybeJson<object>; seed: number | null; parent_id: string | null;
  artist_name: Generated<string>; prompt: Generated<string>; inputs_hash: Generated<string>; cost: Generated<number>; state: string; width: Generated<number>; height: Generated<number>; drawing_key: string | null; picture_key: string | null; picture_type: string | null; upload_key: string | null;
  is_rejected: Generated<boolean>; error_code: string | null; error_detail: string | null; created_at: Time;
};
export type ComicReadingTable = { comic_id: string; reader: string; place: Json<object>; at: Time };

export type Database = StudioTables & {
  task: TaskTable;
  hold: HoldTable;
  stream: StreamTable;
  event: EventTable;
  spare: SpareTable;
  audit: AuditTable;
  object_sweep: ObjectSweepTable;
  guest: GuestTable;
  api_key: ApiKeyTable;
  welcome: WelcomeTable;
  user: UserTable;
  session: SessionTable;
  one_time_token: OneTimeTokenTable;
  passkey: PasskeyTable;
  totp: TotpTable;
  recovery_code: RecoveryCodeTable;
  invitation: InvitationTable;
  throttle: ThrottleTable;
  letter: LetterTable;
  site_setting: SiteSettingTable;
  own_export: OwnExportTable;
  comic: ComicTable;
  comic_panel: ComicPanelTable;
  comic_page: ComicPageTable;
  comic_file: ComicFileTable;
  comic_edit: ComicEditTable;
  comic_version: ComicVersionTable;
  comic_take: ComicTakeTable;
  comic_reading: ComicReadingTable;
};
