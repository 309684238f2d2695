/** A mail server after RFC 5321: takes letters and shows them. Refuses what it is told to refuse. */
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export type TakenLetter = { from: string; to: string[]; raw: string };
export type FakeSmtpServer = { port: number; letters: TakenLetter[]; close(): Promise<void> };

export async function startFakeSmtpServer(options: { refuse?: (to: string) => boolean; login?: { user: string; password: string } } = {}): Promise<FakeSmtpServer> {
  const letters: TakenLetter[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    serve(socket, letters, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port, letters,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: Socket, letters: TakenLetter[], options: { refuse?: (to: string) => boolean; login?: { user: string; password: string } }): void {
  let rest = '';
  let letter: TakenLetter = { from: '', to: [], raw: '' };
  let isData = false;
  let isIn = options.login === undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';
  const take = (line: string) => {
    if (isData) {
      if (line !== '.') return void (letter.raw += `${line.replace(/^\.\./, '.')}\r\n`);
      isData = false;
      letters.push(letter);
      return say('250 taken');
    }
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO') return say(options.login ? '250-fake\r\n250 AUTH PLAIN' : '250 fake');
    if (word === 'AUTH') {
      const [, user, password] = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString().split('\0');
      isIn = user === options.login?.user && password === options.login?.password;
      return say(isIn ? '235 in' : '535 wrong');
    }
    if (word === 'MAIL') {
      letter = { from: addressIn(line), to: [], raw: '' };
      return say(isIn ? '250 ok' : '530 sign in first');
    }
    if (word === 'RCPT') {
      const to = addressIn(line);
      if (options.refuse?.(to)) return say('550 nobody here');
      letter.to.push(to);
      return say('250 ok');
    }
    if (word === 'DATA') {
      isData = true;
      return say('354 go on');
    }
    if (word === 'QUIT') return void socket.end('221 bye\r\n');
    return say(word === 'RSET' || word === 'NOOP' ? '250 ok' : '502 unknown');
  };
  say('220 fake');
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
}
