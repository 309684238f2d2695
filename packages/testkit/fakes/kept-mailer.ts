import type { Mail, Mailer } from '../../../apps/server/src/ports/mailer.ts';
import { eventually } from '../src/eventually.ts';

/** A mailer whose letters are read by the test instead of their addressee. */
export type KeptMailer = Mailer & {
  readonly mails: readonly Mail[];
  /** The next letter to an address that has not been taken yet; waits for it. */
  next(to: string): Promise<Mail>;
  /** The token of the link in the next letter to an address. */
  tokenFor(to: string): Promise<string>;
};

export function keptMailer(): KeptMailer {
  const mails: Mail[] = [];
  const taken = new Set<Mail>();
  const next = (to: string) => eventually(`a letter to ${to}`, () => {
    const mail = mails.find((one) => one.to === to && !taken.has(one));
    if (mail) taken.add(mail);
    return mail;
  });
  return {
    delivers: true, mails, next,
    async send(mail) {
      mails.push(mail);
    },
    async tokenFor(to) {
      const { text } = await next(to);
      const token = /token=([\w-]+)/.exec(text)?.[1];
      if (token === undefined) throw new Error(`no link in: ${text}`);
      return token;
    },
  };
}
