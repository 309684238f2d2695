import type { Mailer } from '../../../ports/mailer.ts';

/** Writes letters to the given stream: for a machine of one's own without a mail server. */
export function consoleMailer(write: (text: string) => void): Mailer {
  return {
    delivers: false,
    async send(mail) {
      write(`To: ${mail.to}\nSubject: ${mail.subject.replace(/[\r\n]+/g, ' ')}\n\n${mail.text}\n`);
    },
  };
}
