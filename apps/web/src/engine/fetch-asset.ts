import { EngineError } from './engine-error.ts';

/**
 * Fetches a gzipped asset of the build. Its address holds its hash, so the browser keeps it for ever; it is unpacked
 * here, so that any file server and any proxy hands it out small. Throws EngineError `assets-unavailable`, or
 * `assets-missing` where the server says that it has no such file.
 */
export async function fetchAsset(address: string): Promise<ArrayBuffer> {
  try {
    const response = await fetch(address);
    if (response.status === 404 || response.status === 410) throw new EngineError('assets-missing', `${address} answered ${response.status}`);
    if (!response.ok || !response.body) throw new Error(`${address} answered ${response.status}`);
    return await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw new EngineError('assets-unavailable', `${address} could not be fetched`, { cause });
  }
}
