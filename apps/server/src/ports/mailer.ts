export type Mail = { to: string; subject: string; text: string; /** The same in HTML, without pictures or styles from elsewhere. */ html: string };

/** Hands a letter over for delivery; resolves when it was accepted. */
export type Mailer = {
  /** Whether letters reach their addressee; otherwise whoever runs the program reads them. */
  readonly delivers: boolean;
  /** Throws MailError when the letter was not accepted. */
  send(mail: Mail): Promise<void>;
};

/** The letter was not accepted. `cause` says why; the message holds neither address nor text. */
export class MailError extends Error {
  override name = 'MailError';
}
