/** Bytes that are put behind each other in one block: pieces and their sum together would take twice the memory of a file of 100 MB. */
export type GrowingBlock = { readonly length: number; add(bytes: Uint8Array): void; /** The block as it is; nothing may be added any more. */ finish(): Uint8Array<ArrayBuffer> };

export function growingBlock(): GrowingBlock {
  let block = new ArrayBuffer(1 << 16);
  let length = 0;
  return {
    get length() {
      return length;
    },
    add(bytes) {
      const needed = length + bytes.length;
      if (needed > block.byteLength) block = block.transfer(Math.max(needed, Math.ceil(block.byteLength * 1.5)));
      new Uint8Array(block).set(bytes, length);
      length = needed;
    },
    finish: () => new Uint8Array(block.transfer(length)),
  };
}
