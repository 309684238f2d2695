/** Makes ids and secrets. Ids sort by the time they were made at. */
export type Ids = {
  /** `prefix_` and 26 characters of 0-9a-z. */
  next(prefix: 'comic' | 'task' | 'guest' | 'key' | 'file' | 'session' | 'passkey' | 'invitation' | 'version' | 'take' | 'letter' | 'provider' | 'host' | 'endpoint' | 'generation' | 'picture' | 'input' | 'board' | 'zip' | 'template' | 'style'): string;
  /** URL-safe text from `bytes` random bytes. */
  secret(bytes: number): string;
};
