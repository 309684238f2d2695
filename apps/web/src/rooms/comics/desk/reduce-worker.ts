/** Makes plain text of a pasted page beside the main thread: five megabytes of tags take a moment. */
import { reduceHtml, stripInvisible } from '@komawari/comic/clean';

const post = (text: string) => (globalThis as unknown as { postMessage(message: string): void }).postMessage(text);

globalThis.onmessage = ({ data }: MessageEvent<string>) => post(reduceHtml(stripInvisible(data)).replace(/^[ \u00a0]+|[ \u00a0]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim());
