import { MailError, type Mailer } from '../../../ports/mailer.ts';

/** Where letters are handed over, and how the way there is made safe. */
type SmtpOptions = { host: string; port: number; security: 'tls' | 'starttls' | 'none'; user?: string; password?: string; from: string };

const PATIENCE_MS = 15_000;

/** Hands letters to a mail server. The library is loaded for the first one; one connection serves several. */
export function smtpMailer(smtp: SmtpOptions): Mailer & { close(): Promise<void> } {
  let opening: ReturnType<typeof openTransport> | undefined;
  return {
    delivers: true,
    async send(mail) {
      const transport = await (opening ??= openTransport(smtp));
      try {
        // RFC 3834: nobody's holiday notice answers a machine.
        await transport.sendMail({ from: smtp.from, to: { name: '', address: mail.to }, subject: mail.subject, text: mail.text, html: mail.html, headers: { 'Auto-Submitted': 'auto-generated' } });
      } catch (cause) {
        throw new MailError('the mail server did not take the letter', { cause });
      }
    },
    async close() {
      (await opening)?.close();
    },
  };
}

async function openTransport(smtp: SmtpOptions) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host: smtp.host, port: smtp.port, secure: smtp.security === 'tls', requireTLS: smtp.security === 'starttls', ignoreTLS: smtp.security === 'none', pool: true, maxConnections: 2,
    connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS, disableFileAccess: true, disableUrlAccess: true,
    ...(smtp.user === undefined ? {} : { auth: { user: smtp.user, pass: smtp.password ?? '' } }),
  });
}
