import type { ObjectKey, OwnerRef } from '@komawari/contract';
import type { Db, Tx } from '../db/client.ts';
import type { ObjectStore } from '../ports/object-store.ts';

/** A file of somebody's export, under a path of plain parts: `comics/the-title/book.json`. */
export type OwnFile = { path: string; bytes: Uint8Array };
export type ExportRun = { db: Db; objects: ObjectStore; owner: OwnerRef; signal: AbortSignal };

/** What a room can make that others may list, publish or take over, without knowing the room. */
export type WorkKind = {
  kind: string;
  /** Moves all works of one owner to another (a guest signs up). Returns how many. */
  claim(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number>;
  /** Which of these objects its works name, those in the trash too. What no kind names is removed after a day. */
  namedObjects(db: Db | Tx, keys: readonly ObjectKey[]): Promise<readonly string[]>;
  /** Gives everything of one owner, for an export of one's own things: one file after another, so that few are in memory. */
  exportOwn?(run: ExportRun): AsyncIterable<OwnFile>;
  /** Deletes or makes nameless everything of one owner, whose account ends in the same transaction. */
  removeOwn?(tx: Tx, owner: OwnerRef): Promise<void>;
};

export type Works = {
  register(work: WorkKind): void;
  kinds(): readonly string[];
  claimAll(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number>;
  namedObjects(db: Db | Tx, keys: readonly ObjectKey[]): Promise<ReadonlySet<string>>;
  exportAll(run: ExportRun): AsyncIterable<OwnFile>;
  removeAll(tx: Tx, owner: OwnerRef): Promise<void>;
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
    async *exportAll(run) {
      for (const work of kinds.values()) if (work.exportOwn) yield* work.exportOwn(run);
    },
    async removeAll(tx, owner) {
      for (const work of kinds.values()) await work.removeOwn?.(tx, owner);
    },
  };
}
