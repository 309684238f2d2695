import type { ErrorBody, Route } from '@komawari/contract';
import { addressOf, ApiError, asAnswer, type AnswerOf, type CallInput } from './call.ts';

type UploadInput = Pick<CallInput, 'params' | 'query' | 'signal'> & {
  file: Blob;
  /** Sent with it, for routes that look at how a file is called. */
  fileName?: string;
  /** Share of the bytes sent, 0 to 1. */
  onProgress?: (share: number) => void;
};

/**
 * Sends a file as the body of a route and tells how far it is, which `fetch` cannot. Throws ApiError as `call` does; an
 * abort throws the reason of the signal.
 */
export function upload<R extends Route>(method: R['method'], path: R['path'], { file, fileName, onProgress, signal, ...input }: UploadInput): Promise<AnswerOf<R>> {
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    request.open(method, addressOf(path, input));
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type);
    if (fileName !== undefined) request.setRequestHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName.toWellFormed())}`);
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress?.(event.loaded / event.total); };
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) return resolve(asAnswer<R>(body));
      const { error } = (body ?? {}) as Partial<ErrorBody>;
      reject(new ApiError(error?.code ?? 'server.error', error?.message ?? request.statusText, request.status));
    };
    request.onerror = () => reject(new ApiError('offline', '', 0));
    request.onabort = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
