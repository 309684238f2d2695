import type { ObjectKey } from '@komawari/contract';

/** Bytes under the SHA-256 of themselves: written once, never changed. */
export type ObjectStore = {
  /** Stores the bytes durably and returns their key; storing the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<ObjectKey>;
  /** The bytes, or undefined when there are none under this key. */
  find(key: ObjectKey): Promise<Uint8Array | undefined>;
  has(key: ObjectKey): Promise<boolean>;
  remove(key: ObjectKey): Promise<void>;
};
