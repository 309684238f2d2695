import type { ObjectKey } from '@komawari/contract';

export type StoredObject = { key: ObjectKey; sizeBytes: number; putAt: Date };

/** Bytes under the SHA-256 of themselves: written once, never changed. */
export type ObjectStore = {
  /** Stores the bytes durably and returns their key; storing the same bytes again only makes them new. */
  put(bytes: Uint8Array): Promise<ObjectKey>;
  /** The bytes, or undefined when there are none under this key. */
  find(key: ObjectKey): Promise<Uint8Array | undefined>;
  has(key: ObjectKey): Promise<boolean>;
  remove(key: ObjectKey): Promise<void>;
  /** At most `limit` objects in the order of their keys, those after `after`; fewer mean that there are no more. */
  list(page: { after: ObjectKey | undefined; limit: number }): Promise<StoredObject[]>;
  /** Removes an object unless it was put after `since`, also while this call goes on. True when it is gone. */
  removeUnlessPut(key: ObjectKey, since: Date): Promise<boolean>;
};
