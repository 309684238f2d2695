import { startFakeSmtpServer } from '@komawari/testkit';
import { mailerSuite } from '@komawari/testkit/suites/mailer-suite';
import { expect, test } from 'vitest';
import { consoleMailer } from './console/console-mailer.ts';
import { smtpMailer } from './smtp/smtp-mailer.ts';

mailerSuite('console', async () => {
  const shown: string[] = [];
  return {
    mailer: consoleMailer((text) => shown.push(text)),
    read: async () => shown.map((text) => {
      const [head = '', ...body] = text.split('\n\n');
      return { to: /^To: (.*)$/m.exec(head)?.[1] ?? '', subject: /^Subject: (.*)$/m.exec(head)?.[1] ?? '', text: body.join('\n\n') };
    }),
    close: async () => undefined,
  };
});

const LOGIN = { user: 'koma', password: 'sécret' };
const refused = 'nobody@example.test';

mailerSuite('smtp', async () => {
  const server = await startFakeSmtpServer({ refuse: (to) => to === refused, login: LOGIN });
  const mailer = smtpMailer({ host: '127.0.0.1', port: server.port, security: 'none', from: 'Komawari <koma@example.test>', ...LOGIN });
  return {
    mailer, refuses: refused,
    read: async () => server.letters.map(({ to, raw }) => ({ to: to.join(', '), subject: subjectOf(raw), text: plainPartOf(raw) })),
    async close() {
      await mailer.close();
      await server.close();
    },
  };
});

test('a mail server that asks for TLS is not talked to in the clear', async () => {
  const server = await startFakeSmtpServer();
  const mailer = smtpMailer({ host: '127.0.0.1', port: server.port, security: 'starttls', from: 'koma@example.test' });
  await expect(mailer.send({ to: 'a@example.test', subject: 'S', text: 'T', html: 'H' })).rejects.toThrow('did not take');
  expect(server.letters).toEqual([]);
  await mailer.close();
  await server.close();
});

test('a letter comes as text and as HTML, and asks no machine for an answer', async () => {
  const server = await startFakeSmtpServer();
  const mailer = smtpMailer({ host: '127.0.0.1', port: server.port, security: 'none', from: 'koma@example.test' });
  await mailer.send({ to: 'a@example.test', subject: 'S', text: 'plain', html: '<p>rich</p>' });
  expect(server.letters[0]?.raw).toMatch(/multipart\/alternative/);
  expect(server.letters[0]?.raw).toMatch(/Auto-Submitted: auto-generated/i);
  expect(server.letters[0]?.raw).toContain('<p>rich</p>');
  await mailer.close();
  await server.close();
});

function subjectOf(raw: string): string {
  const header = /^Subject: ((?:.*\r\n[ \t])*.*)$/m.exec(raw)?.[1] ?? '';
  return header.replace(/\?=\s+=\?/g, '?==?').replace(/\r\n\s/g, ' ').replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, way: string, text: string) => (way.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : unquote(text.replaceAll('_', ' '))));
}

function plainPartOf(raw: string): string {
  const part = raw.split(/\r\n--[^\r\n]+/).find((one) => /Content-Type: text\/plain/i.test(one)) ?? raw;
  const [head = '', ...body] = part.split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString();
  return /quoted-printable/i.test(head) ? unquote(text.replace(/=\r\n/g, '')) : text;
}

function unquote(text: string): string {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString();
}
