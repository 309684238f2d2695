import type { BootedServer, CallOptions, Reply } from './test-server.ts';

/** A browser of somebody: keeps its cookies between calls. */
export type Browser = {
  call(method: string, path: string, options?: CallOptions): Promise<Reply>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  readonly cookies: Map<string, string>;
};

export function openBrowser(server: Pick<BootedServer, 'call'>, fixed: Record<string, string> = {}): Browser {
  const cookies = new Map<string, string>();
  const call: Browser['call'] = async (method, path, options = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await server.call(method, `/api/v1${path}`, { ...options, headers: { ...fixed, ...(cookie ? { cookie } : {}), ...options.headers } });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const equals = pair.indexOf('=');
      const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1)];
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return reply;
  };
  return { call, cookies, post: (path, body, headers) => call('POST', path, { ...(body === undefined ? {} : { body }), ...(headers ? { headers } : {}) }) };
}
