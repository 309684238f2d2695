import { request } from 'node:https';
import { connect, type PeerCertificate } from 'node:tls';

export type SecureReply = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** One request over TLS with nothing trusted but `ca`, to an address of this machine under any name. */
export function secureCall(port: number, path: string, { ca, name = 'localhost', method = 'GET', headers = {} }: { ca: string; name?: string; method?: string; headers?: Record<string, string> }): Promise<SecureReply> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, ca, agent: false, servername: name.includes(':') || /^[\d.]+$/.test(name) ? '' : name, headers: { host: `${name.includes(':') ? `[${name}]` : name}:${port}`, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; }).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    call.on('error', reject).end();
  });
}

/** The certificate that a server shows for a name, or what is wrong with it. */
export function shownCertificate(port: number, { ca, name }: { ca: string; name: string }): Promise<PeerCertificate | string> {
  return new Promise((resolve) => {
    const isAddress = name.includes(':') || /^[\d.]+$/.test(name);
    // `host` is what the certificate is held against; the socket itself goes to this machine.
    const socket = connect({ port, host: name, lookup: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]), ca, ...(isAddress ? { host: '127.0.0.1', checkServerIdentity: (_host, cert) => (subjectAddresses(cert).includes(name) ? undefined : new Error('wrong address')) } : { servername: name }) });
    const settle = (answer: PeerCertificate | string) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('secureConnect', () => settle(socket.getPeerCertificate()));
    socket.once('error', (error: NodeJS.ErrnoException) => settle(`${error.code ?? ''} ${error.message}`));
  });
}

function subjectAddresses({ subjectaltname = '' }: PeerCertificate): string[] {
  return [...subjectaltname.matchAll(/IP Address:([^,]+)/g)].map((match) => new URL(`http://${match[1]?.includes(':') ? `[${match[1]}]` : match[1]}`).hostname.replace(/^\[|\]$/g, ''));
}
