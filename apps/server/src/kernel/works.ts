import type { OwnerRef } from '@komawari/contract';
import type { Tx } from '../db/client.ts';

/** What a room can make that others may list, publish or take over, without knowing the room. */
export type WorkKind = {
  kind: string;
  /** Moves all works of one owner to another (a guest signs up). Returns how many. */
  claim(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number>;
};

export type Works = {
  register(work: WorkKind): void;
  kinds(): readonly string[];
  claimAll(tx: Tx, from: OwnerRef, to: OwnerRef): Promise<number>;
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
  };
}
