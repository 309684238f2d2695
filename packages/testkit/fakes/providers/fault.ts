/**
 * What goes wrong at a provider. The first group is the wire's and works everywhere; the second is told in each provider's own
 * words, so a fake acts it out itself and leaves out what its original cannot do.
 */
export type WireFault =
  /** The answer begins only after so long. */
  | { kind: 'slow'; ms: number }
  /** Refused with this status, in the provider's own error body; nothing is made or billed. `code` is one of the provider's own. */
  | { kind: 'status'; status: number; code?: string; retryAfterS?: number }
  /** The answer ends with the connection after so many bytes of its body; the work is done and billed. */
  | { kind: 'cut'; afterBytes: number }
  /** The connection ends before a byte of the answer; the work is done and billed. */
  | { kind: 'lost' }
  /** The first half of the JSON, under its status, as if it were whole. */
  | { kind: 'garbage' }
  /** 200 with a web page, as a proxy in the way sends it. */
  | { kind: 'html' }
  | { kind: 'redirect'; to: string }
  /** The body in pieces of so many bytes: characters and events are torn apart. */
  | { kind: 'split'; bytes: number }
  /** The head of the answer, and then nothing until the caller goes away. */
  | { kind: 'stall' };

export type OwnFault =
  /** The prompt or a reference is refused for what it says or shows. */
  | { kind: 'input-refused' }
  /** The picture was made and is withheld. */
  | { kind: 'output-refused' }
  /** One picture of several fails, under 200; `slot` from 0. */
  | { kind: 'slot'; slot: number }
  /** Success without a picture or words. */
  | { kind: 'empty' }
  /** Bytes that are no picture, called one. */
  | { kind: 'wrong-type' }
  /** A picture of 40 megapixels in few bytes. */
  | { kind: 'bomb' }
  /** The address of the picture answers that it is over. */
  | { kind: 'expired-address' }
  /** The stream breaks off with an error told inside of it. */
  | { kind: 'stream-error' }
  /** The task is accepted and fails later. */
  | { kind: 'task-failed' };

export type Fault = WireFault | OwnFault;
