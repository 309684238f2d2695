import type { ObjectKey, OwnerRef } from '@komawari/contract';
import type { Db, Tx } from '../db/client.ts';

/** What a room can make that others may list, publish or take over, without knowing the room. */
export type WorkKind = {
  kind: string;
  /** Moves all works of one owner to another (a guest signs up). Returns how many. */
  claim(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number>;
  /** Which of these objects its works name, those in the trash too. What no kind names is removed after a day. */
  namedObjects(db: Db | Tx, keys: readonly ObjectKey[]): Promise<readonly string[]>;
};

export type Works = {
  register(work: WorkKind): void;
  kinds(): readonly string[];
  claimAll(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number>;
  namedObjects(db: Db | Tx, keys: readonly ObjectKey[]): Promise<ReadonlySet<string>>;
};

export function createWorks(): Works {
  const kinds = new Map<string, WorkKind>();
  return {
    register(work) {
      if (kinds.has(work.kind)) throw new Error(`works: "${work.kind}" is registered twice`);
      kinds.set(work.kind, work);
    },
    kinds: () => [...kinds.keys()],
    async claimAll(tx, from, to) {
      let count = 0;
      for (const work of kinds.values()) count += await work.claim(tx, from, to);
      return count;
    },
    async namedObjects(db, keys) {
      const named = new Set<string>();
      for (const work of kinds.values()) for (const key of await work.namedObjects(db, keys)) named.add(key);
      return named;
    },
  };
}
