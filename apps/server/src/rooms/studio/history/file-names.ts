/** Names of pictures as files. Pure. */
import { oneLine } from '@komawari/contract';

const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };
const SLUG_CHARACTERS = 40;

/** `2026-11-23-a-cat-on-the-roof-42.png`: when, of what, and the seed where there is one. */
export function fileNameOf(picture: { createdAt: Date; prompt: string; seed: number | null; mediaType: string | null }): string {
  const parts = [picture.createdAt.toISOString().slice(0, 10), slugOf(picture.prompt), picture.seed === null ? '' : String(picture.seed)];
  return `${parts.filter(Boolean).join('-')}.${ENDINGS[picture.mediaType ?? ''] ?? 'png'}`;
}

/** Letters and digits of any script, the rest as hyphens. */
function slugOf(prompt: string): string {
  const words = oneLine(prompt.slice(0, 400).normalize('NFC')).toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-+/, '');
  return [...words].slice(0, SLUG_CHARACTERS).join('').replace(/-+$/, '');
}

/** The name, or with a number where it is taken; names that differ in capitals alone are the same on some systems. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = name.replace(/(\.[^.]*)$/, `-${count}$1`);
  taken.add(free.toLowerCase());
  return free;
}
