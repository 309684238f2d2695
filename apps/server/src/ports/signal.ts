export const CHANNELS = ['koma_event', 'koma_cancel', 'koma_actor', 'koma_recall', 'koma_home_host'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Tells every process of the instance that something happened. May lose messages while a connection is down: `onGap` says so. */
export type Signal = {
  /** Payloads below 8 000 bytes: send ids, not content. */
  send(channel: Channel, payload: string): Promise<void>;
  on(channel: Channel, listener: (payload: string) => void): () => void;
  /** Called after a break in which messages may have been lost: listeners look for themselves. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
};
