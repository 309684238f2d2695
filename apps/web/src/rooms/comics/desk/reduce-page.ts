/** The text of a pasted page without its tags; the page stays free meanwhile. Rejects when the worker cannot start. */
export function reducePage(html: string): Promise<string> {
  const worker = new Worker(new URL('./reduce-worker.ts', import.meta.url), { type: 'module', name: 'komawari-reduce' });
  return new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message || 'the page could not be read'));
    worker.postMessage(html);
  }).finally(() => worker.terminate());
}
