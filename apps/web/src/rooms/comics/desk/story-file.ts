/** Stories that come as files: which are read here, which go to the server as they are. */
import { useSyncExternalStore } from 'react';
import { onSessionChange } from '../../../frame/use-session.ts';

export type FileKind = 'text' | 'document' | 'bundle' | 'other' | 'too-large';

const DOCUMENTS = /\.(docx|epub|html?|xhtml)$/i;
const OTHERS = /\.(docm?|odt|pages|pdf|rtf|mobi|azw3?|jpe?g|png|webp|gif|avif|zip|mp[34])$/i;
const DOCUMENT_MAX_BYTES = 100_000_000;
const TEXT_FILE_MAX_BYTES = 8_000_000;
export const FILE_ACCEPT = '.txt,.md,.markdown,.html,.htm,.xhtml,.docx,.epub,.koma,text/plain,text/markdown';

/** By its name, since the browser knows few types; what has no known name is tried as text. */
export function kindOfFile(name: string, sizeBytes: number): FileKind {
  if (/\.koma$/i.test(name)) return 'bundle';
  if (OTHERS.test(name)) return 'other';
  const isDocument = DOCUMENTS.test(name);
  if (sizeBytes > (isDocument ? DOCUMENT_MAX_BYTES : TEXT_FILE_MAX_BYTES)) return 'too-large';
  return isDocument ? 'document' : 'text';
}

/** The types that the route takes; browsers leave the type empty or name an old one. */
export function mediaTypeOf(name: string): string {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', epub: 'application/epub+zip', html: 'text/html', htm: 'text/html', xhtml: 'application/xhtml+xml' }[ending] ?? 'application/octet-stream';
}

let held: File | undefined;
const listeners = new Set<() => void>();
onSessionChange((isOther) => { if (isOther) holdFile(undefined); });

/** The file that waits on the desk; it stays while other pages are looked at. */
export function holdFile(file: File | undefined): void {
  held = file;
  listeners.forEach((listener) => listener());
}

export function heldFile(): File | undefined {
  return held;
}

export function useHeldFile(): File | undefined {
  return useSyncExternalStore(subscribe, heldFile);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
